from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quizgen_web.teacher.draft import INSTRUCTIONS, Draft, Wish
from werkzeug.datastructures import MultiDict

from quizgen.paper.blueprint import AXES

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS |= st.text("x=: \r\n", max_size=4)
NAMES = st.sampled_from(
    [
        *[
            "n",
            "forms",
            "seed",
            "page",
            "title",
            "instructions",
            "form",
            "large",
            "edit",
            "code",
            "do",
            "else",
        ]
    ]
    + [name for axis in AXES for name in (axis, f"{axis}:x", f"{axis}:x=")]
)


def of(*pairs: tuple[str, str]) -> Draft:
    return Draft.of(MultiDict(pairs))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(NAMES, WORDS), max_size=12))
def test_the_short_address_says_what_the_long_one_said(pairs: list[tuple[str, str]]) -> None:
    draft = of(*pairs)
    again = of(*parse_qsl(urlencode(draft.fields()), keep_blank_values=True))
    assert again == draft
    assert again.fields() == draft.fields()


def test_an_empty_field_is_as_if_left_out() -> None:
    empty = [(name, " ") for name in ("n", "forms", "seed", "code", "title", "instructions")]
    assert of(*empty, ("topic:asia", ""), ("edit", "")) == Draft()
    assert Draft().fields() == []


def test_a_number_beside_a_value_counts_it_and_a_tick_filters_by_it() -> None:
    draft = of(("topic", "asia"), ("topic", "war=3"), ("topic:peace", "2"), ("topic:asia", "x"))
    assert draft.wishes == (
        Wish("topic", "asia", "x"),
        Wish("topic", "war", "3"),
        Wish("topic", "peace", "2"),
    )
    assert ("topic", "peace=2") in draft.fields()


def test_lines_end_as_they_do_everywhere_but_in_a_form() -> None:
    assert of(("instructions", "one\r\ntwo\r\n")).instructions == "one\ntwo"


@pytest.mark.parametrize("other", [{"number": "5"}, {"edits": ("drop.1",)}, {"form": "C"}])
def test_a_code_alone_says_what_the_paper_holds(other: dict[str, Any]) -> None:
    pairs = [*Draft(**other).fields(), ("code", "ABC"), ("title", "T"), ("large", "1")]
    assert of(*pairs) == Draft(code="ABC", title="T", large=True)


def test_a_button_adds_a_change_and_undo_takes_the_last_one_back() -> None:
    draft = Draft(edits=("drop.1",))
    assert draft.after("swap.A.2").edits == ("drop.1", "swap.A.2")
    assert draft.after("swap.A.2").after("undo") == draft
    assert draft.after("") == draft


def test_the_words_of_the_teacher_can_be_left_out() -> None:
    draft = Draft(seed="x", title="T", instructions="I", edits=("drop.1",))
    assert draft.unworded() == Draft(seed="x", edits=("drop.1",))
    assert draft.unworded().instructions == INSTRUCTIONS
