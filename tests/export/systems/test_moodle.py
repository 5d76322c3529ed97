"""Moodle XML, by lxml and a list of the rules that Moodle's importer goes by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.export.systems.reading import Read, links, made, of_html, plain, whole

if TYPE_CHECKING:
    from quizgen.export import ItemSet

FRACTIONS = {"100", "0"}


def read(file: bytes) -> list[Read]:
    """As Moodle does; an AssertionError where it would refuse, a syntax error for broken XML."""
    root = etree.fromstring(file, etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.tag == "quiz"
    found, ids = [], set()
    for question in root.iter("question"):
        if question.get("type") == "category":
            assert question.findtext("category/text").startswith("$course$/")
            continue
        assert question.findtext("name/text")
        id = question.findtext("idnumber")
        assert id
        assert id not in ids
        ids.add(id)
        graded = [answer.get("fraction") for answer in question.iter("answer")]
        assert set(graded) <= FRACTIONS
        assert "100" in graded
        found.append(_question(question, id))
    return found


def _question(question: etree._Element, id: str) -> Read:
    answers = [*question.iter("answer")]
    choice = question.get("type") == "multichoice"
    stem, after = question.findtext("questiontext/text"), question.findtext("generalfeedback/text")
    shown = [of_html(answer.findtext("text")) for answer in answers]
    why = [of_html(answer.findtext("feedback/text") or "") for answer in answers]
    typed = [plain(answer.findtext("text")).replace("\\*", "*") for answer in answers]
    if choice:
        assert question.findtext("single") == "true"
        assert len(answers) > 1
    return Read(
        of_html(stem),
        tuple((text, a.get("fraction") == "100") for text, a in zip(shown, answers, strict=True))
        if choice
        else (),
        frozenset() if choice else frozenset(typed),
        {text: reason for text, reason in zip(shown, why, strict=True) if reason},
        of_html(after),
        links(after),
        id,
        frozenset(tag.findtext("text") for tag in question.iter("tag")),
    )


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_all_of_a_question_arrives(name: str, request: pytest.FixtureRequest) -> None:
    items: ItemSet = request.getfixturevalue(name)
    assert read(made("moodle", items)) == whole(items)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fraction="100"', 'fraction="99"'),
        ("<idnumber>", "<idnumber>x</idnumber><idnumber>"),
        ("</text>", ""),
        ("&lt;/p&gt;", "<p>"),
    ],
)
def test_a_spoilt_file_is_refused(shipped: ItemSet, old: str, new: str) -> None:
    file = made("moodle", shipped).decode()
    assert old in file
    with pytest.raises((AssertionError, etree.XMLSyntaxError)):
        assert read(file.replace(old, new).encode()) == whole(shipped)
