"""The log of reviews, which the schedule follows from: it only grows.

A question counts once on a study day, by its first answer of that day. That is a matter of
the key, not of looking first: of two windows that answer at once, one finds the place taken.
What is taken back is not deleted but followed by a row of no rating.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from quizgen.study.days import study_day
from quizgen.study.memory import Review
from quizgen_web.store.tables import learner, review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from quizgen_web.store.database import Database

NONE = 0
"""The rating of a review that was taken back."""


def add(
    database: Database, connection: Connection, answer: Mapping[str, object], rating: int
) -> None:
    """Add the review of an answer, unless the question was reviewed on the same day.

    Args:
        database: where.
        connection: the transaction that keeps the answer.
        answer: its row.
        rating: how it is rated.
    """
    day = _day(connection, answer)
    newest = connection.execute(_NEWEST, {**answer, "day": day}).first()
    if newest is None or newest.rating == NONE:
        revision = newest.revision + 1 if newest else 1
        database.insert(connection, review, _row(answer, day, revision, rating))


def take_back(database: Database, connection: Connection, answer: Mapping[str, object]) -> None:
    """Take the review of an answer back, if that answer was the one that counted."""
    found = connection.execute(_OF_ANSWER, answer).first()
    if found is not None and found.rating != NONE:
        database.insert(connection, review, _row(answer, found.day, found.revision + 1, NONE))


def read(connection: Connection, learner_id: str) -> list[Review]:
    """The reviews of a learner that count, in the order in which they were made."""
    last: dict[tuple[str, int], Review] = {}
    for question_id, day, rating in connection.execute(_ALL, {"learner_id": learner_id}):
        last[question_id, day] = Review(question_id, day, rating)
    return [found for found in last.values() if found.rating != NONE]


def _day(connection: Connection, answer: Mapping[str, object]) -> int:
    zone = connection.scalar(_ZONE, answer)
    return study_day(int(str(answer["answered_ms"])), zone or "UTC")


def _row(answer: Mapping[str, object], day: int, revision: int, rating: int) -> dict[str, object]:
    return {
        "learner_id": answer["learner_id"],
        "question_id": answer["question_id"],
        "day": day,
        "revision": revision,
        "rating": int(rating),
        "reviewed_ms": answer["answered_ms"],
        "sitting_id": answer["sitting_id"],
        "position": answer["position"],
    }


_ZONE = select(learner.c.zone).where(learner.c.learner_id == bindparam("learner_id"))

_MINE = review.c.learner_id == bindparam("learner_id")
_OF_QUESTION = select(review.c.day, review.c.revision, review.c.rating).where(
    _MINE, review.c.question_id == bindparam("question_id")
)
_NEWEST = (
    _OF_QUESTION.where(review.c.day == bindparam("day")).order_by(review.c.revision.desc()).limit(1)
)
_OF_ANSWER = (
    _OF_QUESTION.where(
        review.c.sitting_id == bindparam("sitting_id"), review.c.position == bindparam("position")
    )
    .order_by(review.c.reviewed_ms.desc(), review.c.revision.desc())
    .limit(1)
)
_ALL = (
    select(review.c.question_id, review.c.day, review.c.rating)
    .where(_MINE)
    .order_by(review.c.reviewed_ms, review.c.revision)
)
