"""H5P, by the validator of another implementation, and a reader of the two question types."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.errors import QuizgenError
from tests.export.systems.reading import Read, made, of_html, plain, tagged, warned, whole

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.export import ItemSet


def unpacked(file: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        package.extractall(folder)
    return folder


def read(file: bytes) -> list[Read]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        package_of = json.loads(package.read("h5p.json"))
        content = json.loads(package.read("content/content.json"))
    known = {
        f"{each['machineName']} {each['majorVersion']}.{each['minorVersion']}"
        for each in package_of["preloadedDependencies"]
    }
    assert {each["library"] for each in content["questions"]} < known
    assert len({each["subContentId"] for each in content["questions"]}) == len(content["questions"])
    return [_question(each) for each in content["questions"]]


def _question(found: dict[str, Any]) -> Read:
    params = found["params"]
    carried = json.loads(found["metadata"]["authorComments"])
    options = [(of_html(a["text"]), a["correct"]) for a in params.get("answers", [])]
    told = [of_html(a["tipsAndFeedback"]["chosenFeedback"]) for a in params.get("answers", [])]
    typed = []
    if not options:
        (blank,) = params["questions"]
        typed = of_html(blank).strip("*").split("/")
        told = [plain(unescape(params["overallFeedback"][0]["feedback"]))]
    return Read(
        of_html(params["question"] if options else params["text"]),
        tuple(options),
        frozenset(map(plain, typed)),
        after="\0".join(told),
        id=carried["id"],
        tags=frozenset(f"author:{name}" for name in carried["authors"]),
    )


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_a_validator_of_others_takes_it(
    name: str,
    request: pytest.FixtureRequest,
    node: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
) -> None:
    items = fitting(request.getfixturevalue(name))
    done = node("h5p.cjs", unpacked(made("h5p", items), tmp_path / "package"))
    assert done.stdout.strip() == "valid", done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("h5p.json", '"mainLibrary"', '"main"'),
        ("h5p.json", '"majorVersion":1', '"majorVersion":"one"'),
        ("content/content.json", "{", "{{"),
    ],
)
def test_a_spoilt_package_is_refused(
    file: str,
    old: str,
    new: str,
    shipped: ItemSet,
    node: Callable[..., subprocess.CompletedProcess[str]],
    tmp_path: Path,
) -> None:
    folder = unpacked(made("h5p", shipped), tmp_path / "package")
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    assert node("h5p.cjs", folder).returncode != 0


def fitting(items: ItemSet) -> ItemSet:
    """Without what a blank has no room for."""
    kept = [item for item in items.items if item.options or "*" not in item.key]
    return replace(items, items=tuple(kept))


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_all_of_a_question_arrives(name: str, request: pytest.FixtureRequest) -> None:
    items = fitting(request.getfixturevalue(name))
    for found, item, full in zip(read(made("h5p", items)), items.items, whole(items), strict=True):
        assert (found.prompt, found.options) == (warned(item), full.options)
        assert (found.answers, found.id) == (full.answers, item.id)
        assert found.tags <= tagged(item)
        for said in found.after.split("\0"):
            for word in full.after.split():
                assert word in said
        for reason in full.reasons.values():
            assert reason in found.after


@pytest.mark.parametrize("sign", "*/:")
def test_an_answer_that_a_blank_cannot_hold_is_refused(typed_items: ItemSet, sign: str) -> None:
    first, *_ = typed_items.items
    items = replace(typed_items, items=(replace(first, key=f"a{sign}b"),))
    with pytest.raises(QuizgenError, match="question 1 does not fit H5P"):
        made("h5p", items)
