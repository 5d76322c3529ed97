"""GIFT, by the grammar of gift-pegjs."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.errors import QuizgenError
from tests.export.systems.conftest import of
from tests.export.systems.reading import Read, links, made, of_html, plain, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export import ItemSet


def read(parsed: list[dict[str, Any]]) -> list[Read]:
    return [_question(each) for each in parsed if each["type"] != "Category"]


def _question(found: dict[str, Any]) -> Read:
    choice = found["type"] == "MC"
    texts = [one["text"]["text"] for one in found["choices"]]
    shown = [*map(of_html, texts)]
    why = [one["feedback"] for one in found["choices"]]
    right = [one["isCorrect"] for one in found["choices"]]
    assert found["stem"]["format"] == "html"
    after = found["globalFeedback"]["text"]
    return Read(
        of_html(found["stem"]["text"]),
        tuple(zip(shown, right, strict=True)) if choice else (),
        frozenset() if choice else frozenset(plain(text.replace("\\*", "*")) for text in texts),
        {a: of_html(b["text"]) for a, b in zip(shown, why, strict=True) if b},
        of_html(after),
        links(after),
        found["id"],
        frozenset(found["tags"]),
    )


@pytest.mark.parametrize("name", ["shipped", "hostile_items", "typed_items"])
def test_all_of_a_question_arrives(
    name: str, request: pytest.FixtureRequest, found_by: Callable[..., Any]
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    assert read(found_by("gift.cjs", made("gift", items))) == whole(items)


def test_any_text_survives(found_by: Callable[..., Any]) -> None:
    """Two hundred texts of nothing but marks, in one file."""
    chance = random.Random(7)
    marks = "=~#{}:\\%[]<>-&/*_$@!?'\"`.1aA \t\n"
    texts = ["".join(chance.choices(marks, k=chance.randint(1, 12))) for _ in range(200)]
    items = of([text for text in texts if text.strip()])
    assert read(found_by("gift.cjs", made("gift", items))) == whole(items)


@pytest.mark.parametrize("text", ["a -> b", "->"])
def test_an_answer_that_would_be_a_pair_to_match_is_refused(text: str) -> None:
    with pytest.raises(QuizgenError, match="question 1 does not fit GIFT"):
        made("gift", of([text], typed=True))


@pytest.mark.parametrize(("old", "new"), [("=", "~"), ("####", "###"), ("\\:", ":"), ("}\n", "\n")])
def test_a_spoilt_file_is_refused(
    shipped: ItemSet, found_by: Callable[..., Any], old: str, new: str
) -> None:
    file = made("gift", shipped).decode()
    start = file.index("\n::")  # past the comments
    assert old in file[start:]
    spoilt = file[:start] + file[start:].replace(old, new, 1)
    try:
        found = read(found_by("gift.cjs", spoilt.encode()))
    except (ValueError, KeyError, TypeError):
        return
    assert found != whole(shipped)
