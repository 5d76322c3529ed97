from __future__ import annotations

from dataclasses import replace
from secrets import token_hex
from typing import TYPE_CHECKING

import pytest
from quizgen_web.store import Answer

from quizgen.ask.verdict import Verdict
from quizgen.study.memory import fold
from tests.web.store.conftest import key

if TYPE_CHECKING:
    from quizgen_web.store import Store

DAY = 86_400_000
GIVEN = Answer("a.x", "what?", "this", "that", Verdict.WRONG)


class Two:
    """Two learners, who answer at a time that is set."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.store = store
        self.ann, self.bob = token_hex(8), token_hex(8)
        self.now = 20_000 * DAY + DAY // 2
        monkeypatch.setattr("quizgen_web.store.sittings.now_ms", lambda: self.now)

    def answer(self, learner: str, verdict: Verdict, question: str = "a.x") -> str:
        sitting = token_hex(4)
        self.store.sittings.begin(key(learner, sitting), "typed", [question])
        given = replace(GIVEN, question_id=question, verdict=verdict)
        self.store.sittings.keep(key(learner, sitting), 1, f"form {self.now} {question}", given)
        return sitting

    def ratings(self, learner: str) -> list[tuple[str, int, int]]:
        return [
            (review.question_id, review.day, review.rating)
            for review in self.store.learners.reviews(learner, "bank")
        ]


@pytest.fixture
def two(store: Store, monkeypatch: pytest.MonkeyPatch) -> Two:
    return Two(store, monkeypatch)


def test_two_devices_have_all_of_both(two: Two) -> None:
    old = two.answer(two.ann, Verdict.WRONG)
    two.now += DAY
    two.answer(two.bob, Verdict.RIGHT)
    two.answer(two.bob, Verdict.RIGHT, "b.y")
    two.store.learners.join(two.ann, two.bob)
    assert sorted(two.ratings(two.bob)) == [
        ("a.x", 20_000, 1),
        ("a.x", 20_001, 3),
        ("b.y", 20_001, 3),
    ]
    assert two.store.learners.memories(two.bob, "bank") == fold(
        two.store.learners.reviews(two.bob, "bank")
    )
    assert not two.store.learners.knows(two.ann)
    assert not any(two.store.learners.export(two.ann).values())
    sitting = two.store.sittings.find(key(two.bob, old))
    assert sitting is not None
    assert sitting.items[0].answer == GIVEN


@pytest.mark.parametrize("first", ["ann", "bob"])
def test_of_two_reviews_on_the_same_day_the_earlier_counts(two: Two, first: str) -> None:
    order = [two.ann, two.bob] if first == "ann" else [two.bob, two.ann]
    two.answer(order[0], Verdict.WRONG)
    two.now += 1000
    two.answer(order[1], Verdict.RIGHT)
    two.store.learners.join(two.ann, two.bob)
    assert two.ratings(two.bob) == [("a.x", 20_000, 1)]


def test_a_review_that_was_taken_back_does_not_stand_in_the_way(two: Two) -> None:
    sitting = two.answer(two.ann, Verdict.KNEW)
    found = two.store.sittings.find(key(two.ann, sitting))
    assert found is not None
    two.store.sittings.take_back(key(two.ann, sitting), found.items[0], "undo")
    two.now += 1000
    two.answer(two.bob, Verdict.WRONG)
    two.store.learners.join(two.ann, two.bob)
    assert two.ratings(two.bob) == [("a.x", 20_000, 1)]


def test_joining_with_oneself_or_twice_changes_nothing(two: Two) -> None:
    two.answer(two.ann, Verdict.WRONG)
    two.answer(two.bob, Verdict.RIGHT)
    before = two.store.learners.export(two.bob)
    two.store.learners.join(two.bob, two.bob)
    assert two.store.learners.export(two.bob) == before
    two.store.learners.join(two.ann, two.bob)
    after = two.store.learners.export(two.bob)
    two.store.learners.join(two.ann, two.bob)
    assert two.store.learners.export(two.bob) == after


def test_an_undo_after_joining_takes_back_only_what_counts(two: Two) -> None:
    two.answer(two.bob, Verdict.WRONG)
    two.now += 1000
    sitting = two.answer(two.ann, Verdict.KNEW)
    two.store.learners.join(two.ann, two.bob)
    found = two.store.sittings.find(key(two.bob, sitting))
    assert found is not None
    two.store.sittings.take_back(key(two.bob, sitting), found.items[0], "undo")
    assert two.ratings(two.bob) == [("a.x", 20_000, 1)]


def test_a_clock_that_was_a_day_ahead_does_no_harm(two: Two) -> None:
    two.now += DAY
    two.answer(two.ann, Verdict.RIGHT)
    two.now -= DAY
    two.answer(two.ann, Verdict.WRONG)
    two.store.learners.visit(two.ann, two.now)
    memory = two.store.learners.memories(two.ann, "bank")["a.x"]
    assert memory.last_day == 20_001
