"""Outcomes are counted without learners, and go on counting when a learner is deleted."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING

from quizgen_web.store import Answer, Item
from quizgen_web.store.tables import tally
from sqlalchemy import select

from quizgen.ask.verdict import Verdict
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from quizgen_web.store import Store


def answer(store: Store, bank: str, mode: str, given: Answer, again: bool = False) -> str:
    ann = token_hex(8)
    place = key(ann, "s", bank)
    store.sittings.begin(place, mode, [given.question_id])
    store.sittings.keep(place, 1, "form", given, comes_again=again)
    if again:
        store.sittings.keep(place, 1001, "form 2", given)
    return ann


def test_outcomes_are_counted_by_question_and_option(store: Store) -> None:
    bank = token_hex(8)
    wrong = Answer("a.x", "what?", "this", "that", Verdict.WRONG)
    right = Answer("a.x", "what?", "this", "this", Verdict.RIGHT)
    for given in (wrong, wrong, right):
        answer(store, bank, "choice", given, again=given is wrong)
    assert store.learners.outcomes(bank) == {
        ("a.x", "choice", "wrong", "that"): 2,
        ("a.x", "choice", "right", "this"): 1,
    }
    assert store.learners.outcomes(f"another than {bank}") == {}


def test_what_was_typed_is_not_told(store: Store) -> None:
    bank = token_hex(8)
    answer(
        store, bank, "typed", Answer("a.x", "what?", "this", "I, Ann, think that", Verdict.WRONG)
    )
    assert store.learners.outcomes(bank) == {("a.x", "typed", "wrong", ""): 1}


def test_what_was_taken_back_does_not_count(store: Store) -> None:
    bank = token_hex(8)
    knew = Answer("a.x", "what?", "this", "", Verdict.KNEW)
    ann = answer(store, bank, "recall", knew)
    place = key(ann, "s", bank)
    store.sittings.take_back(place, Item(1, "a.x", knew, 1), "undo")
    assert store.learners.outcomes(bank) == {}
    store.sittings.keep(place, 1, "form 3", knew, tries=2)
    assert store.learners.outcomes(bank) == {("a.x", "recall", "knew", ""): 1}


def test_a_learner_who_is_deleted_leaves_counts_and_nothing_else(store: Store) -> None:
    bank = token_hex(8)
    wrong = Answer("a.x", "what?", "this", "that", Verdict.WRONG)
    learners = [answer(store, bank, "choice", wrong) for _ in range(3)]
    before = store.learners.outcomes(bank)
    for ann in learners[:2]:
        store.learners.delete(ann)
        assert not any(store.learners.export(ann).values())
        assert store.learners.outcomes(bank) == before
    with store.database.engine.connect() as connection:
        rows = connection.execute(select(tally).where(tally.c.bank_id == bank)).all()
    assert [tuple(row) for row in rows] == [(bank, "a.x", "choice", "wrong", "that", 2)]
