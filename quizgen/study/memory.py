"""What a learner remembers: a fold over the log of reviews, by FSRS.

The log is the truth and only grows. Folding it costs some 15 microseconds a review, so that who
shows many memories keeps them beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from fsrs import Card, Rating, Scheduler, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.ask.verdict import Verdict

SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
"""Steps within a day are the sitting's business; intervals are whole days, and no chance."""

KNOWN_DAYS = 21
"""A question is known once it is expected to be remembered for three weeks."""


def rating_of(verdict: Verdict, guessed: bool = False) -> Rating | None:
    """How an answer is rated; None for one that says nothing about memory (a skipped one)."""
    if not verdict.counts:
        return None
    if verdict.is_missed:
        return Rating.Again
    return Rating.Hard if guessed else Rating.Good


@dataclass(frozen=True, slots=True)
class Review:
    """One answer that counts for the schedule: the first to a question on a study day."""

    question_id: str
    day: int
    rating: int


@dataclass(frozen=True, slots=True)
class Memory:
    """How well a question is remembered.

    Attributes:
        stability: days until the chance to remember has fallen to nine in ten.
        difficulty: from 1 to 10.
        last_day: the study day of the last review.
        due_day: the study day on which it should be asked again.
    """

    stability: float
    difficulty: float
    last_day: int
    due_day: int

    @property
    def is_known(self) -> bool:
        """Whether it is expected to be remembered for weeks."""
        return self.stability >= KNOWN_DAYS

    def chance(self, day: int) -> float:
        """The chance that it is remembered on a day."""
        card = Card(
            card_id=0,
            state=State.Review,
            stability=self.stability,
            due=_moment(self.due_day),
            last_review=_moment(self.last_day),
        )
        return SCHEDULER.get_card_retrievability(card, _moment(day))


def fold(reviews: Iterable[Review]) -> dict[str, Memory]:
    """The memory of each question that was reviewed.

    Args:
        reviews: in the order in which they were made, at least for each question. A day that
            lies before the last one (the learner moved to another zone) counts as that one.
    """
    cards: dict[str, Card] = {}
    review_card = SCHEDULER.review_card
    for review in reviews:
        card, moment = cards.get(review.question_id), _moment(review.day)
        if card is None:
            card = Card(card_id=0, due=moment)  # without an id, Card sleeps to find one
        elif card.last_review is not None and moment < card.last_review:
            moment = card.last_review
        cards[review.question_id], _ = review_card(card, Rating(review.rating), moment)
    return {question_id: _memory(card) for question_id, card in cards.items()}


def _memory(card: Card) -> Memory:
    assert card.stability is not None
    assert card.difficulty is not None
    assert card.last_review is not None
    return Memory(card.stability, card.difficulty, _day(card.last_review), _day(card.due))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@cache
def _moment(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)


def _day(moment: datetime) -> int:
    return (moment - _EPOCH).days
