"""QTI, by the published schemas, and read with lxml as a system reads it."""

from __future__ import annotations

import io
import re
from html import escape
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.export.systems.reading import Read, links, made, of_html, plain, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export import ItemSet

ITEMS = ["shipped", "hostile_items", "typed_items"]
XSD = {
    "qti21": ("qti21", "qtiv2p1/imsqti_v2p1.xsd"),
    "qti3": ("qti3", "imsqti_asiv3p0_sbacv1p0_v1p0.xsd"),
}


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def bare(content: bytes) -> Any:
    """The document without its namespace, as the DTD of 1.2 wants it."""
    return etree.fromstring(re.sub(rb' xmlns="[^"]*"', b"", content))


def texts(found: Any, path: str) -> list[str]:
    return [each.text or "" for each in found.findall(path)]


def read_12(package: dict[str, bytes]) -> list[Read]:
    manifest = bare(package["imsmanifest.xml"])
    files = [file.get("href") for file in manifest.iter("file")]
    assert {"imsmanifest.xml", *files} == {*package}
    ids = {each.get("identifier") for each in manifest.iter("resource")}
    assert {each.get("identifierref") for each in manifest.iter("dependency")} <= ids
    return [_item_12(item) for item in bare(package[files[0]]).iter("item")]


def _item_12(item: Any) -> Read:
    labels = dict(zip(texts(item, ".//fieldlabel"), texts(item, ".//fieldentry"), strict=True))
    choice = labels["question_type"] == "multiple_choice_question"
    scoring = [one for one in item.iter("respcondition") if one.find("setvar") is not None]
    right = [each.text for one in scoring for each in one.iter("varequal")]
    shown = {
        label.get("ident"): of_html(label.findtext("material/mattext"))
        for label in item.iter("response_label")
        if choice
    }
    feedback = {f.get("ident"): f.findtext(".//mattext") for f in item.iter("itemfeedback")}
    linked = {one.get("linkrefid") for one in item.iter("displayfeedback")}
    assert linked == feedback.keys()
    after = feedback.pop("general_fb")
    return Read(
        of_html(item.findtext("presentation/material/mattext")),
        tuple((text, id in right) for id, text in shown.items()),
        frozenset() if choice else frozenset(map(plain, right)),
        {shown[id.removesuffix("_fb")]: of_html(text) for id, text in feedback.items()},
        of_html(after),
        links(after),
        item.get("ident"),
    )


def read_2(package: dict[str, bytes], *, three: bool = False) -> list[Read]:
    """The items in the order of the test; the names of 3.0 are those of 2.1 in another case."""
    manifest = bare(package["imsmanifest.xml"])
    resources = {each.get("identifier"): each.get("href") for each in manifest.iter("resource")}
    assert {"imsmanifest.xml", *resources.values()} == {*package}
    test = _renamed(bare(package[resources["test"]]))
    ids = [each.get("identifier") for each in test.iter("assessmentitemref")]
    assert ids
    assert {each.get("identifierref") for each in manifest.iter("dependency")} == {*ids}
    return [_item_2(_renamed(bare(package[resources[id]])), three) for id in ids]


def _renamed(document: Any) -> Any:
    for element in document.iter(etree.Element):
        element.tag = element.tag.removeprefix("qti-").replace("-", "").lower()
        for name in list(element.attrib):
            if name[0] != "{" and ("-" in name or name.lower() != name):
                element.set(name.replace("-", "").lower(), element.attrib.pop(name))
    return document


def _inside(element: Any) -> str:
    return escape(element.text or "") + "".join(
        etree.tostring(child, encoding="unicode") for child in element
    )


def _item_2(item: Any, three: bool) -> Read:
    right = item.findtext("responsedeclaration/correctresponse/value")
    options = {each.get("identifier"): each for each in item.iter("simplechoice")}
    shown = {id: of_html(_inside(each)) for id, each in options.items()}
    modal = {
        (each.get("outcomeidentifier"), each.get("identifier")): _inside(
            each.find("contentbody") if three else each
        )
        for each in item.iter("modalfeedback")
    }
    after = modal.pop(("ANSWERED", "yes"))
    assert {outcome for outcome, _ in modal} <= {"FEEDBACK"}
    return Read(
        of_html(_inside(item.find("itembody/div"))),
        tuple((text, id == right) for id, text in shown.items()),
        frozenset(plain(each.get("mapkey")) for each in item.iter("mapentry")),
        {shown[id]: of_html(text) for (_, id), text in modal.items()},
        of_html(after),
        links(after),
        item.get("identifier"),
    )


def untagged(items: ItemSet) -> list[Read]:
    """Tags stand where no reader shows them: see test_record.py."""
    return [Read(*list(vars(each).values())[:-1]) for each in whole(items)]


@pytest.mark.parametrize("name", ITEMS)
def test_all_of_a_question_arrives_in_qti_12(
    name: str, request: pytest.FixtureRequest, schema: Callable[[str, str], Any]
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    package = parts(made("qti12", items))
    dtd = schema("qti12", "ims_qtiasiv1p2.dtd")
    assert dtd.validate(
        bare(package["made-up-A/made-up-A.xml" if name != "shipped" else "nato-A/nato-A.xml"])
    )
    assert read_12(package) == untagged(items)


@pytest.mark.parametrize("name", ITEMS)
@pytest.mark.parametrize("format", XSD)
def test_all_of_a_question_arrives_in_qti_2_and_3(
    format: str,
    name: str,
    request: pytest.FixtureRequest,
    schema: Callable[[str, str], Any],
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    package = parts(made(format, items))
    xsd = schema(*XSD[format])
    for path, content in package.items():
        if path != "imsmanifest.xml":
            xsd.assertValid(etree.fromstring(content))
    if format == "qti21":
        schema("qti21", "imscp_v1p1.xsd").assertValid(etree.fromstring(package["imsmanifest.xml"]))
    assert read_2(package, three=format == "qti3") == untagged(items)


@pytest.mark.parametrize("format", XSD)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b' identifier="RESPONSE"', b""),
        (b' cardinality="single"', b' cardinality="one"'),
        (b"<div>", b"<box>"),
    ],
)
def test_a_spoilt_item_is_refused_by_the_schema(
    format: str, old: bytes, new: bytes, shipped: ItemSet, schema: Callable[[str, str], Any]
) -> None:
    package = parts(made(format, shipped))
    content = next(text for path, text in package.items() if path.startswith("items/"))
    assert old in content
    spoilt = content.replace(old, new).replace(b"</div>", b"</box>" if b"box" in new else b"</div>")
    assert not schema(*XSD[format]).validate(etree.fromstring(spoilt))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b' ident="response1"', b""), (b"<presentation>", b"<presentation><p/>"), (b"Yes", b"Maybe")],
)
def test_a_spoilt_assessment_is_refused_by_the_dtd(
    old: bytes, new: bytes, shipped: ItemSet, schema: Callable[[str, str], Any]
) -> None:
    content = parts(made("qti12", shipped))["nato-A/nato-A.xml"]
    dtd = schema("qti12", "ims_qtiasiv1p2.dtd")
    assert old in content
    assert not dtd.validate(bare(content.replace(old, new)))


def test_another_key_is_seen(shipped: ItemSet) -> None:
    package = parts(made("qti21", shipped))
    path = next(path for path in package if path.startswith("items/"))
    key = re.search(rb"<value>([A-D])</value>", package[path])
    assert key
    other = b"<value>B</value>" if key[1] != b"B" else b"<value>A</value>"
    package[path] = package[path].replace(key[0], other)
    assert read_2(package) != untagged(shipped)
