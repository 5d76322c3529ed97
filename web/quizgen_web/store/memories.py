"""What learners remember, kept beside the log of reviews that it follows from.

Folding ten thousand reviews takes a tenth of a second, too long for a page. So the memory of a
question is folded anew from its few reviews whenever the log grows, and kept. The log stays the
truth: when the rules of folding change, ``FOLDED`` is raised, and each learner's memories are
made again from the log when the learner comes next.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, select, update

from quizgen.study.memory import Memory, fold
from quizgen_web.store.tables import learner, memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from quizgen.study.memory import Review
    from quizgen_web.store.database import Database

FOLDED = 1
"""The version of the rules by which memories are folded."""


def remember(
    database: Database, connection: Connection, row: Mapping[str, object], log: Sequence[Review]
) -> None:
    """Keep the memory of one question.

    Args:
        database: where.
        connection: the transaction in which the log grew.
        row: names the learner, the bank and the question.
        log: all reviews of the question that count.
    """
    key = {name: row[name] for name in ("learner_id", "bank_id", "question_id")}
    if not log:
        connection.execute(_FORGET, key)
    for found in fold(log).values():
        database.put(connection, memory, key | asdict(found))


def rebuild(connection: Connection, learner_id: str, logs: Mapping[str, Iterable[Review]]) -> None:
    """Make all memories of a learner again.

    Args:
        connection: a transaction that writes.
        learner_id: whose they are.
        logs: the reviews that count, by bank.
    """
    owner = {"learner_id": learner_id}
    rows = [
        {**owner, "bank_id": bank_id, "question_id": question_id, **asdict(found)}
        for bank_id, log in logs.items()
        for question_id, found in fold(log).items()
    ]
    connection.execute(delete(memory).where(memory.c.learner_id == learner_id))
    if rows:
        connection.execute(memory.insert(), rows)
    mine = learner.c.learner_id == learner_id
    connection.execute(update(learner).where(mine), {"folded": FOLDED})


def read(database: Database, learner_id: str, bank_id: str) -> dict[str, Memory]:
    """What a learner remembers of a bank, by the question's id."""
    owner = {"learner_id": learner_id, "bank_id": bank_id}
    return {id: Memory(*values) for id, *values in database.fetch(_IN_BANK, owner)}


def due(database: Database, learner_id: str, bank_id: str, today: int) -> set[str]:
    """The questions to ask today."""
    owner = {"learner_id": learner_id, "bank_id": bank_id, "today": today}
    return {id for (id,) in database.fetch(_DUE, owner)}


def next_day(database: Database, learner_id: str, bank_id: str, today: int) -> int | None:
    """The first day after today on which a question comes back; None where there is none."""
    owner = {"learner_id": learner_id, "bank_id": bank_id, "today": today}
    day: int | None = database.fetch(_NEXT_DAY, owner)[0][0]
    return day


_MINE = (
    memory.c.learner_id == bindparam("learner_id"),
    memory.c.bank_id == bindparam("bank_id"),
)
_FORGET = delete(memory).where(*_MINE, memory.c.question_id == bindparam("question_id"))
_IN_BANK = select(
    memory.c.question_id,
    memory.c.stability,
    memory.c.difficulty,
    memory.c.last_day,
    memory.c.due_day,
).where(*_MINE)
_DUE = select(memory.c.question_id).where(*_MINE, memory.c.due_day <= bindparam("today"))
_NEXT_DAY = select(func.min(memory.c.due_day)).where(*_MINE, memory.c.due_day > bindparam("today"))
