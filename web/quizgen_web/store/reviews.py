"""The log of reviews, which the schedule follows from: it only grows.

A question counts once on a study day, by its first answer of that day. That is a matter of
the key, not of looking first: of two windows that answer at once, one finds the place taken.
What is taken back is not deleted but followed by a row of no rating, and what is judged anew
by a row of the new rating. With each row the memory
of its question is made anew, in the same transaction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, case, func, select

from quizgen.study.memory import Review
from quizgen_web.store import memories
from quizgen_web.store.tables import item, review, sitting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Table

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


def revise(
    database: Database, connection: Connection, answer: Mapping[str, object], rating: int = NONE
) -> None:
    """Rate an answer anew, or take its review back, if that answer is the one that counts."""
    found = connection.execute(_OF_ANSWER, answer).first()
    if found is None:
        return
    newest = connection.execute(_NEWEST, {**answer, "day": found.day}).one()
    counts = (newest.sitting_id, newest.position) == (answer["sitting_id"], answer["position"])
    if counts and newest.rating != NONE:
        _append(database, connection, _row(answer, found.day, newest.revision + 1, rating))


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


def before(connection: Connection, sitting: Mapping[str, object]) -> list[Review]:
    """The reviews, made before a sitting began, of the questions that it asks."""
    return _counting(connection.execute(_BEFORE, sitting))


def by_day(connection: Connection, learner_id: str, bank_id: str, since: int) -> dict[int, int]:
    """How many questions were reviewed on each day from one on."""
    owner = {"learner_id": learner_id, "bank_id": bank_id, "since": since}
    return {row[0]: row[1] for row in connection.execute(_BY_DAY, owner)}


def learnt_in(
    connection: Connection, learner_id: str, bank_id: str, questions: Collection[str]
) -> dict[str, str]:
    """The mode of the last review of each of some questions."""
    owner = {"learner_id": learner_id, "bank_id": bank_id, "questions": [*questions]}
    return {row[0]: row[1] for row in connection.execute(_LEARNT_IN, owner)}


def _append(database: Database, connection: Connection, row: Mapping[str, object]) -> None:
    database.insert(connection, review, row)
    log = _counting(connection.execute(_OF_QUESTION_IN_ORDER, row))
    memories.remember(database, connection, row, log)


def _counting(rows: Iterable[Any]) -> list[Review]:
    """Of each question and day the last revision, unless it takes back."""
    last: dict[tuple[str, int], tuple[int, Review]] = {}
    for question_id, day, rating, revision in rows:
        if last.get((question_id, day), (0,))[0] < revision:
            last[question_id, day] = revision, Review(question_id, day, rating)
    return [found for _, found in last.values() if found.rating != NONE]


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


def _same(one: Table, other: Table, *names: str) -> ColumnElement[bool]:
    """Rows of two tables that are of the same sitting, and alike in what is named."""
    names = ("learner_id", "bank_id", "sitting_id", *names)
    return and_(*(one.c[name] == other.c[name] for name in names))


_IN_BANK = (
    review.c.learner_id == bindparam("learner_id"),
    review.c.bank_id == bindparam("bank_id"),
)
_OF_QUESTION = select(
    review.c.day, review.c.revision, review.c.rating, review.c.sitting_id, review.c.position
).where(*_IN_BANK, review.c.question_id == bindparam("question_id"))
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
    select(review.c.question_id, review.c.day, review.c.rating, review.c.revision)
    .where(*_IN_BANK, review.c.day >= bindparam("since"))
    .order_by(review.c.reviewed_ms, review.c.revision)
)
_OF_QUESTION_IN_ORDER = (
    select(review.c.question_id, review.c.day, review.c.rating, review.c.revision)
    .where(*_IN_BANK, review.c.question_id == bindparam("question_id"))
    .order_by(review.c.reviewed_ms, review.c.revision)
)

_PLACE = ("learner_id", "bank_id", "sitting_id")
_OF_SITTING = [sitting.c[name] == bindparam(name) for name in _PLACE]
_BEFORE = (
    select(review.c.question_id, review.c.day, review.c.rating, review.c.revision)
    .where(
        *_IN_BANK,
        review.c.question_id.in_(
            select(item.c.question_id).where(*(item.c[name] == bindparam(name) for name in _PLACE))
        ),
        review.c.reviewed_ms < select(sitting.c.created_ms).where(*_OF_SITTING).scalar_subquery(),
    )
    .order_by(review.c.reviewed_ms, review.c.revision)
)
_BY_DAY = (
    select(review.c.day, func.count(review.c.question_id.distinct()))
    .where(*_IN_BANK, review.c.day >= bindparam("since"), review.c.rating != NONE)
    .group_by(review.c.day)
)
_LEARNT_IN = (
    select(review.c.question_id, case((item.c.mode != "", item.c.mode), else_=sitting.c.mode))
    .join(item, _same(review, item, "position"))
    .join(sitting, _same(review, sitting))
    .where(*_IN_BANK, review.c.question_id.in_(bindparam("questions", expanding=True)))
    .order_by(review.c.reviewed_ms, review.c.revision)
)
