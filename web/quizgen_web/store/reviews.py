"""The log of reviews, which the schedule follows from: it only grows.

A question counts once on a study day, by its first answer of that day. That is a matter of
the key, not of looking first: of two windows that answer at once, one finds the place taken.
What is taken back is not deleted but followed by a row of no rating. With each row the memory
of its question is made anew, in the same transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from quizgen.study.memory import Review
from quizgen_web.store import memories
from quizgen_web.store.tables import review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from sqlalchemy import Connection

    from quizgen_web.store.database import Database

NONE = 0
"""The rating of a review that was taken back."""


def add(
    database: Database, connection: Connection, answer: Mapping[str, object], day: int, rating: int
) -> None:
    """Add the review of an answer, unless the question was reviewed on the same day.

    Args:
        database: where.
        connection: the transaction that keeps the answer.
        answer: its row.
        day: the study day of the answer.
        rating: how it is rated.
    """
    newest = connection.execute(_NEWEST, {**answer, "day": day}).first()
    if newest is None or newest.rating == NONE:
        revision = newest.revision + 1 if newest else 1
        _append(database, connection, _row(answer, day, revision, rating))


def take_back(database: Database, connection: Connection, answer: Mapping[str, object]) -> None:
    """Take the review of an answer back, if that answer was the one that counted."""
    found = connection.execute(_OF_ANSWER, answer).first()
    if found is not None and found.rating != NONE:
        _append(database, connection, _row(answer, found.day, found.revision + 1, NONE))


def read(connection: Connection, learner_id: str, bank_id: str, since: int = 0) -> list[Review]:
    """The reviews of a learner that count, in the order in which they were made.

    Args:
        connection: where to read.
        learner_id: whose.
        bank_id: of which bank.
        since: the first study day of interest.
    """
    owner = {"learner_id": learner_id, "bank_id": bank_id, "since": since}
    return _counting(connection.execute(_ALL, owner))


def _append(database: Database, connection: Connection, row: Mapping[str, object]) -> None:
    database.insert(connection, review, row)
    log = _counting(connection.execute(_OF_QUESTION_IN_ORDER, row))
    memories.remember(database, connection, row, log)


def _counting(rows: Iterable[Any]) -> list[Review]:
    """Of each question and day the last revision, unless it takes back."""
    last: dict[tuple[str, int], Review] = {}
    for question_id, day, rating in rows:
        last[question_id, day] = Review(question_id, day, rating)
    return [found for found in last.values() if found.rating != NONE]


def _row(answer: Mapping[str, object], day: int, revision: int, rating: int) -> dict[str, object]:
    return {
        "learner_id": answer["learner_id"],
        "bank_id": answer["bank_id"],
        "question_id": answer["question_id"],
        "day": day,
        "revision": revision,
        "rating": int(rating),
        "reviewed_ms": answer["answered_ms"],
        "sitting_id": answer["sitting_id"],
        "position": answer["position"],
    }


_IN_BANK = (
    review.c.learner_id == bindparam("learner_id"),
    review.c.bank_id == bindparam("bank_id"),
)
_OF_QUESTION = select(review.c.day, review.c.revision, review.c.rating).where(
    *_IN_BANK, review.c.question_id == bindparam("question_id")
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
    .where(*_IN_BANK, review.c.day >= bindparam("since"))
    .order_by(review.c.reviewed_ms, review.c.revision)
)
_OF_QUESTION_IN_ORDER = (
    select(review.c.question_id, review.c.day, review.c.rating)
    .where(*_IN_BANK, review.c.question_id == bindparam("question_id"))
    .order_by(review.c.reviewed_ms, review.c.revision)
)
