from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import default_bank, load
from quizgen.study.ladder import MIXED, mode_for, once_more
from quizgen.study.memory import Memory

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Question

LEARNING = Memory(3.0, 5.0, 100, 103)
KNOWN = Memory(40.0, 5.0, 100, 140)
ALL = ("choice", "typed", "recall", "cloze", "who")


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load(default_bank()).bank


@pytest.fixture
def question(bank: Bank) -> Question:
    return replace(bank.questions[0], modes=ALL)


@pytest.mark.parametrize(
    ("modes", "memory", "mode"),
    [
        (ALL, None, "choice"),
        (ALL, LEARNING, "choice"),
        (ALL, KNOWN, "typed"),
        (("choice", "recall", "cloze"), KNOWN, "recall"),
        (("recall", "cloze"), None, "recall"),
        (("choice", "who"), KNOWN, "choice"),
    ],
)
def test_mixed_begins_with_choosing_and_climbs_once_it_is_known(
    question: Question, modes: tuple[str, ...], memory: Memory | None, mode: str
) -> None:
    assert mode_for(replace(question, modes=modes), MIXED, memory) == mode


@pytest.mark.parametrize("wanted", [MIXED, *ALL])
@pytest.mark.parametrize("learnt_in", ALL)
def test_what_is_due_is_never_asked_in_an_easier_way_than_it_was_learnt(
    question: Question, wanted: str, learnt_in: str
) -> None:
    steps = {"choice": 0, "who": 0, "recall": 1, "typed": 2, "cloze": 2}
    mode = mode_for(question, wanted, LEARNING, learnt_in)
    assert steps[mode] >= steps[learnt_in]
    assert mode in {wanted, learnt_in}


def test_a_mode_that_the_question_has_lost_is_none_to_go_on_with(question: Question) -> None:
    assert mode_for(replace(question, modes=("choice",)), MIXED, LEARNING, "typed") == "choice"
    assert mode_for(replace(question, modes=("choice",)), "typed", None) == "choice"


@pytest.mark.parametrize(
    ("modes", "mode", "again"),
    [
        (ALL, "choice", "typed"),
        (("choice", "cloze"), "choice", "cloze"),
        (("choice", "recall"), "choice", "choice"),
        (ALL, "typed", "typed"),
        (ALL, "recall", "recall"),
        (ALL, "who", "who"),
    ],
)
def test_what_was_missed_comes_back_typed_or_with_a_gap_where_it_can(
    question: Question, modes: tuple[str, ...], mode: str, again: str
) -> None:
    assert once_more(replace(question, modes=modes), mode) == again
