"""Memories are kept beside the log, and are at every moment what the log says."""

from __future__ import annotations

from dataclasses import replace
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quizgen_web.store import Answer, Item
from quizgen_web.store.tables import learner, memory
from sqlalchemy import delete, update

from quizgen.ask.verdict import Verdict
from quizgen.study.memory import fold
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from quizgen_web.store import Store

DAY_MS = 86_400_000
NOON = 20_000 * DAY_MS + DAY_MS // 2
QUESTIONS = ("a.x", "a.y")
BANKS = ("nato", "bus")

STEP = st.tuples(
    st.sampled_from(BANKS),
    st.sampled_from(QUESTIONS),
    st.sampled_from(["knew", "forgot", "wrong", "skipped", "undo"]),
    st.integers(-1, 3),
)
"""In which bank which question was answered how, or taken back, and how many days later."""


def act(store: Store, ann: str, now: int, step: tuple[str, str, str, int], number: int) -> None:
    bank, question, verdict, _ = step
    place = key(ann, f"s{number}", bank)
    store.sittings.begin(place, "recall", [question])
    first = "knew" if verdict == "undo" else verdict
    answer = Answer(question, "what?", "this", "", Verdict(first))
    store.sittings.keep(place, 1, f"form {number}", answer)
    if verdict == "undo":
        store.sittings.take_back(place, Item(1, question, answer, 1), f"undo {number}")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(STEP, max_size=25))
def test_what_is_kept_is_what_folding_the_log_gives(
    store: Store, steps: list[tuple[str, str, str, int]]
) -> None:
    ann, now = token_hex(8), [NOON]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quizgen_web.store.sittings.now_ms", lambda: now[0])
        for number, step in enumerate(steps):
            now[0] += step[3] * DAY_MS
            act(store, ann, now[0], step, number)
    for bank in BANKS:
        kept = store.learners.memories(ann, bank)
        assert kept == fold(store.learners.reviews(ann, bank))
        for today in (20_000, 20_010, 30_000):
            due = {id for id, found in kept.items() if found.due_day <= today}
            later = [found.due_day for found in kept.values() if found.due_day > today]
            assert store.learners.due(ann, bank, today) == due
            assert store.learners.next_day(ann, bank, today) == min(later, default=None)


def test_memories_that_were_made_by_other_rules_are_made_again(store: Store) -> None:
    ann = token_hex(8)
    act(store, ann, NOON, ("nato", "a.x", "knew", 0), 1)
    kept = store.learners.memories(ann, "nato")
    with store.database.engine.begin() as connection:
        connection.execute(delete(memory).where(memory.c.learner_id == ann))
        connection.execute(update(learner).where(learner.c.learner_id == ann), {"folded": 0})
    assert store.learners.memories(ann, "nato") == {}
    store.learners.visit(ann, NOON)
    assert store.learners.memories(ann, "nato") == kept


def test_the_last_day_of_a_learner_is_that_of_the_last_visit_or_answer(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = token_hex(8)
    monkeypatch.setattr("quizgen_web.store.sittings.now_ms", lambda: NOON)
    act(store, ann, NOON, ("nato", "a.x", "skipped", 0), 1)

    def last_seen() -> object:
        return store.learners.export(ann)["learner"][0]["last_seen"]

    assert last_seen() == 20_000
    store.learners.visit(ann, NOON + 3 * DAY_MS)
    assert last_seen() == 20_003
    monkeypatch.setattr("quizgen_web.store.sittings.now_ms", lambda: NOON + 9 * DAY_MS)
    act(store, ann, NOON, ("nato", "a.y", "skipped", 0), 2)
    assert last_seen() == 20_009


def test_two_banks_that_ask_a_question_of_one_id_are_remembered_apart(store: Store) -> None:
    ann = token_hex(8)
    act(store, ann, NOON, ("nato", "a.x", "knew", 0), 1)
    act(store, ann, NOON, ("bus", "a.x", "forgot", 0), 2)
    assert [one.rating for one in store.learners.reviews(ann, "nato")] == [3]
    assert [one.rating for one in store.learners.reviews(ann, "bus")] == [1]


def test_sittings_left_open_in_one_bank_crowd_none_of_another_out(store: Store) -> None:
    ann = token_hex(8)
    store.sittings.begin(key(ann, "first", "nato"), "recall", ["a.x"])
    for number in range(30):
        store.sittings.begin(key(ann, str(number), "bus"), "recall", ["a.x"])
    assert [one.id for one in store.sittings.left_open(ann, "nato")] == ["first"]


def test_a_sitting_is_not_found_in_another_bank(store: Store) -> None:
    ann = token_hex(8)
    store.sittings.begin(key(ann, "s", "nato"), "recall", ["a.x"])
    assert store.sittings.find(key(ann, "s", "bus")) is None
    assert replace(key(ann, "s", "bus"), bank_id="nato") == key(ann, "s", "nato")
