"""Sittings and answers: what is written, and what is read back."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import and_, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from web.store.tables import answer, item, learner, sitting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Engine, Table

T = TypeVar("T")

WRITES = "quizgen_writes"
"""The execution option that tells a transaction that writes from one that only reads."""

_TRIES = 12
RIGHT = {"right", "spelling"}
_RETRY = {"40001", "40P01"}  # PostgreSQL: serialization failure, deadlock


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked and what was given, in the words of that moment."""

    question_id: str
    prompt: str
    key: str
    given: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question's place in a sitting, from 1, and its answer if there is one."""

    position: int
    question_id: str
    answer: Answer | None

    @property
    def is_right(self) -> bool:
        """Whether it was answered right, be it but for the spelling."""
        return self.answer is not None and self.answer.verdict in RIGHT


@dataclass(frozen=True, slots=True)
class Sitting:
    """The questions that a learner was given at one time."""

    id: str
    mode: str
    items: tuple[Item, ...]

    @property
    def right(self) -> int:
        """How many answers were right, be it but for the spelling."""
        return sum(item.is_right for item in self.items)


class Store:
    """Sittings and answers in a database.

    Whoever asks must name the learner: another learner's sitting is not found.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = engine.execution_options(**{WRITES: True})

    def close(self) -> None:
        """Close the connections to the database."""
        self.engine.dispose()

    def begin(
        self, learner_id: str, sitting_id: str, bank_id: str, mode: str, questions: Sequence[str]
    ) -> None:
        """Keep a new sitting.

        Args:
            learner_id: whose it is; a learner who is not known yet is added.
            sitting_id: a random id.
            bank_id: the bank that the questions come from.
            mode: how they are asked.
            questions: ids of questions, in order.
        """
        now = _now()
        owner = {"learner_id": learner_id, "sitting_id": sitting_id}

        def work(connection: Connection) -> None:
            self._insert(connection, learner, {"learner_id": learner_id, "created_ms": now})
            connection.execute(
                sitting.insert(), owner | {"bank_id": bank_id, "mode": mode, "created_ms": now}
            )
            connection.execute(
                item.insert(),
                [
                    owner | {"position": position, "question_id": id}
                    for position, id in enumerate(questions, 1)
                ],
            )

        self._write(work)

    def sitting(self, learner_id: str, sitting_id: str) -> Sitting | None:
        """A learner's sitting with all its answers; None where there is none."""
        owner = {"learner": learner_id, "sitting": sitting_id}
        rows = self._transact(self.engine, lambda c: c.execute(_SITTING, owner).all())
        if not rows:
            return None
        items = tuple(
            Item(position, question, Answer(question, *given) if given[0] is not None else None)
            for _, position, question, *given in rows
        )
        return Sitting(sitting_id, rows[0][0], items)

    def keep(
        self, learner_id: str, sitting_id: str, position: int, submission_id: str, given: Answer
    ) -> Answer:
        """Keep an answer, for good before this returns.

        The first answer to a question counts. A second one, be it the same form sent twice
        or another window, changes nothing.

        Returns:
            the answer that counts.
        """
        place = {"learner_id": learner_id, "sitting_id": sitting_id, "position": position}

        def work(connection: Connection) -> Answer:
            self._insert(
                connection,
                answer,
                place
                | {
                    "try_no": 1,
                    "submission_id": submission_id,
                    "question_id": given.question_id,
                    "prompt": given.prompt,
                    "key": given.key,
                    "given": given.given,
                    "verdict": given.verdict,
                    "answered_ms": _now(),
                },
            )
            row = connection.execute(_ANSWER, place).one()
            return Answer(*row)

        return self._write(work)

    def _insert(self, connection: Connection, table: Table, row: dict[str, object]) -> None:
        """Insert a row, or nothing where its key is taken."""
        if self.engine.dialect.name == "sqlite":
            connection.execute(sqlite.insert(table).on_conflict_do_nothing(), row)
        else:
            connection.execute(postgresql.insert(table).on_conflict_do_nothing(), row)

    def _write(self, work: Callable[[Connection], T]) -> T:
        return self._transact(self._writer, work)

    @staticmethod
    def _transact(engine: Engine, work: Callable[[Connection], T]) -> T:
        """Do the work in one transaction, again where the database asks for that."""
        for attempt in range(_TRIES):
            try:
                with engine.begin() as connection:
                    return work(connection)
            except OperationalError as error:
                state = getattr(error.orig, "sqlstate", None)
                if state not in _RETRY or attempt == _TRIES - 1:
                    raise
                time.sleep(random.uniform(0, 0.01 * 2**attempt))
        raise AssertionError("the loop returns or raises")


def _now() -> int:
    return time.time_ns() // 1_000_000


_WORDS = (answer.c.prompt, answer.c.key, answer.c.given, answer.c.verdict)

_SITTING = (
    select(sitting.c.mode, item.c.position, item.c.question_id, *_WORDS)
    .join_from(
        sitting,
        item,
        and_(item.c.learner_id == sitting.c.learner_id, item.c.sitting_id == sitting.c.sitting_id),
    )
    .outerjoin(
        answer,
        and_(
            answer.c.learner_id == item.c.learner_id,
            answer.c.sitting_id == item.c.sitting_id,
            answer.c.position == item.c.position,
        ),
    )
    .where(
        sitting.c.learner_id == bindparam("learner"), sitting.c.sitting_id == bindparam("sitting")
    )
    .order_by(item.c.position)
)

_ANSWER = select(answer.c.question_id, *_WORDS).where(
    answer.c.learner_id == bindparam("learner_id"),
    answer.c.sitting_id == bindparam("sitting_id"),
    answer.c.position == bindparam("position"),
)
