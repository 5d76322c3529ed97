from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.paper.blueprint import Blueprint
from quizgen.paper.overview import Overview
from quizgen.paper.paper import Heading, Item, Paper, make_quiz
from quizgen.text.readability import grade
from tests.paper.made_up import bank, large, question

if TYPE_CHECKING:
    from quizgen.bank.model import Question


def paper(*asked: Question, others: tuple[Question, ...] = ()) -> Paper:
    items = tuple(Item(n, q, ()) for n, q in enumerate(asked, 1))
    return Paper(bank(*asked, *others), "A", items, "", Heading())


def of(author: str, count: int) -> list[Question]:
    return [question(f"{author}{n}", authors=(author,)) for n in range(count)]


def test_a_comparison_counts_for_each_of_its_authors() -> None:
    both = question("both", authors=("ada", "ben"))
    seen = Overview.of(paper(*of("ada", 2), both, others=(*of("cyd", 1),)))
    assert [(s.author.id, s.count, s.alone) for s in seen.shares] == [
        ("ada", 3, 2),
        ("ben", 1, 0),
        ("cyd", 0, 0),
    ]
    assert seen.comparisons == 1


@pytest.mark.parametrize(("ada", "sided"), [(6, False), (7, True), (10, True)])
def test_more_than_six_in_ten_about_one_author_alone_is_one_sided(ada: int, sided: bool) -> None:
    seen = Overview.of(paper(*of("ada", ada), *of("ben", 10 - ada), others=(*of("cyd", 1),)))
    assert (seen.one_sided is not None) == sided
    if seen.one_sided:
        assert seen.one_sided.author.id == "ada"


def test_comparisons_of_the_same_two_are_not_one_sided() -> None:
    made = [question(f"c{n}", authors=("ada", "ben")) for n in range(5)]
    assert Overview.of(paper(*made)).one_sided is None


def test_a_bank_of_one_author_cannot_be_balanced_so_nothing_is_said() -> None:
    assert Overview.of(paper(*of("ada", 5))).one_sided is None


def test_each_content_note_names_its_questions() -> None:
    asked = [question("a", note="war"), question("b"), question("c", note="war")]
    asked.append(question("d", note="torture"))
    assert Overview.of(paper(*asked)).notes == (("war", (1, 3)), ("torture", (4,)))


@pytest.mark.parametrize(("count", "minutes", "more"), [(1, 1, 2), (10, 10, 15), (11, 11, 17)])
def test_a_question_takes_a_minute_and_half_of_one_more(
    count: int, minutes: int, more: int
) -> None:
    seen = Overview.of(paper(*of("ada", count)))
    assert (seen.minutes, seen.more_minutes) == (minutes, more)


def test_the_reading_level_is_that_of_the_questions_and_of_english_alone() -> None:
    made = paper(*of("ada", 3))
    assert Overview.of(made).grade == grade(item.question.prompt for item in made.items)
    british = replace(made, bank=replace(made.bank, language="en-GB"))
    assert Overview.of(british).grade is not None
    assert Overview.of(replace(made, bank=replace(made.bank, language="eo"))).grade is None


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 20), st.text(max_size=4))
def test_every_question_counts_for_somebody(number: int, seed: str) -> None:
    made = make_quiz(large(), Blueprint(number), seed).papers[0]
    seen = Overview.of(made)
    assert sum(share.alone for share in seen.shares) + seen.comparisons == number
    assert all(share.alone <= share.count <= number for share in seen.shares)
