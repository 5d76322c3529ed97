"""Aiken, by the rules that Moodle's importer goes by."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import QuizgenError
from tests.export.systems.conftest import of
from tests.export.systems.reading import made, options, plain

if TYPE_CHECKING:
    from quizgen.export import ItemSet

OPTION, KEY = re.compile(r"([A-Z])[).]\s(.*)"), re.compile(r"ANSWER:\s?([A-Z])")
Question = tuple[str, tuple[tuple[str, bool], ...]]


def read(file: bytes) -> list[Question]:
    """A stem in one line, options, the key; an AssertionError for anything else."""
    found: list[Question] = []
    stem, texts = "", dict[str, str]()
    for line in filter(None, file.decode().split("\n")):
        if key := KEY.match(line):
            assert key[1] in texts
            assert len(texts) > 1
            found.append((stem, tuple((text, a == key[1]) for a, text in texts.items())))
            stem, texts = "", {}
        elif option := OPTION.match(line):
            assert stem
            texts[option[1]] = plain(option[2])
        else:
            assert not stem, line
            stem = plain(line)
    assert not stem
    return found


def expected(items: ItemSet) -> list[Question]:
    return [(plain(item.cited), options(item)) for item in items.items]


@pytest.mark.parametrize("name", ["shipped", "hostile_items"])
def test_questions_arrive_with_author_and_paragraph(
    name: str, request: pytest.FixtureRequest
) -> None:
    items: ItemSet = request.getfixturevalue(name)
    assert read(made("aiken", items)) == expected(items)


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), min_size=1), min_size=1)
)
@settings(max_examples=50, deadline=None)
def test_any_text_survives(texts: list[str]) -> None:
    items = of([text for text in texts if text.strip()] or ["x"])
    assert read(made("aiken", items)) == expected(items)


@pytest.mark.parametrize(("old", "new"), [("ANSWER: ", "ANSWER "), ("\nA. ", "\na ")])
def test_a_spoilt_file_is_refused(shipped: ItemSet, old: str, new: str) -> None:
    with pytest.raises(AssertionError):
        read(made("aiken", shipped).decode().replace(old, new, 1).encode())


@pytest.mark.parametrize("start", ["A. of whom", "ANSWER: B"])
def test_a_stem_that_would_be_read_as_an_option_is_refused(shipped: ItemSet, start: str) -> None:
    first, *rest = shipped.items
    other = replace(first, prompt=type(first.prompt)(start))
    with pytest.raises(QuizgenError, match="question 1 does not fit Aiken"):
        made("aiken", replace(shipped, items=(other, *rest)))
