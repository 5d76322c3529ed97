from __future__ import annotations

import random

import fsrs_rs_python as fsrs_rs
import pytest
from fsrs import Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizgen.ask.verdict import Verdict
from quizgen.study import memory
from quizgen.study.memory import Memory, Review, fold, rating_of

REVIEWS = st.lists(
    st.builds(
        Review, st.sampled_from(["a.x", "a.y", "b.z"]), st.integers(0, 800), st.integers(1, 4)
    )
).map(lambda reviews: sorted(reviews, key=lambda review: review.day))


@pytest.mark.parametrize(
    ("verdict", "guessed", "rating"),
    [
        ("right", False, Rating.Good),
        ("right", True, Rating.Hard),
        ("spelling", True, Rating.Hard),
        ("knew", False, Rating.Good),
        ("wrong", False, Rating.Again),
        ("wrong", True, Rating.Again),
        ("passed", False, Rating.Again),
        ("forgot", False, Rating.Again),
        ("skipped", False, None),
    ],
)
def test_an_answer_is_rated(verdict: str, guessed: bool, rating: Rating | None) -> None:
    assert rating_of(Verdict(verdict), guessed) == rating


def test_ten_thousand_reviews_agree_with_the_reference_in_rust() -> None:
    reference = fsrs_rs.FSRS(fsrs_rs.DEFAULT_PARAMETERS)
    chance = random.Random(20261122)
    reviewed = 0
    while reviewed < 10_000:
        count = chance.randint(1, 14)
        gaps = [0] + [chance.choice([0, 1, 2, 3, 7, 15, 40, 120, 400]) for _ in range(count - 1)]
        ratings = [chance.choices([1, 2, 3, 4], [2, 1, 5, 1])[0] for _ in range(count)]
        days = [20_000 + sum(gaps[: turn + 1]) for turn in range(count)]
        ours = fold(Review("a.x", day, r) for day, r in zip(days, ratings, strict=True))["a.x"]
        item = fsrs_rs.FSRSItem(
            [fsrs_rs.FSRSReview(r, gap) for r, gap in zip(ratings, gaps, strict=True)]
        )
        theirs = reference.memory_state(item)
        assert ours.stability == pytest.approx(theirs.stability, rel=1e-4)
        assert ours.difficulty == pytest.approx(theirs.difficulty, rel=1e-4)
        reviewed += count


@given(REVIEWS)
def test_the_fold_keeps_what_it_promises(reviews: list[Review]) -> None:
    memories = fold(reviews)
    assert set(memories) == {review.question_id for review in reviews}
    for id, found in memories.items():
        assert found.due_day > found.last_day == max(r.day for r in reviews if r.question_id == id)
        assert found.stability > 0
        assert 1 <= found.difficulty <= 10
        chances = [found.chance(found.last_day + days) for days in (0, 1, 10, 100)]
        assert chances == sorted(chances, reverse=True)
        assert chances[0] == 1


@given(REVIEWS)
def test_the_fold_of_one_question_heeds_no_other(reviews: list[Review]) -> None:
    memories = fold(reviews)
    for id in memories:
        assert fold(r for r in reviews if r.question_id == id)[id] == memories[id]


@given(REVIEWS, st.integers(1, 300))
def test_knowing_brings_a_question_back_no_sooner_than_forgetting(
    reviews: list[Review], wait: int
) -> None:
    day = max((review.day for review in reviews), default=0) + wait
    dues = [fold([*reviews, Review("a.x", day, rating)])["a.x"].due_day for rating in (1, 2, 3)]
    assert dues == sorted(dues)


def test_a_day_that_goes_back_counts_as_the_last_one() -> None:
    """The learner flew west and changed the zone."""
    moved = fold([Review("a.x", 100, 3), Review("a.x", 99, 3)])
    assert moved == fold([Review("a.x", 100, 3), Review("a.x", 100, 3)])


def test_what_is_missed_comes_back_tomorrow_and_what_is_right_later() -> None:
    missed, right = (fold([Review("a.x", 100, rating)])["a.x"] for rating in (1, 3))
    assert missed.due_day == 101
    assert right.due_day > 101


def test_a_question_is_known_after_some_right_answers() -> None:
    day, reviews = 100, list[Review]()
    known: list[bool] = []
    for _ in range(5):
        reviews.append(Review("a.x", day, 3))
        found: Memory = fold(reviews)["a.x"]
        known.append(found.is_known)
        day = found.due_day
    assert known[0] is False
    assert known[-1] is True


def test_the_comparison_with_the_reference_bites(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Scheduler(
        (0.22, *memory.SCHEDULER.parameters[1:]), learning_steps=(), relearning_steps=()
    )
    monkeypatch.setattr(memory, "SCHEDULER", other)
    with pytest.raises(AssertionError):
        test_ten_thousand_reviews_agree_with_the_reference_in_rust()
