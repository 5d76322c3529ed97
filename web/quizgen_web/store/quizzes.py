"""The quizzes that a teacher keeps, each as the text of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from quizgen_web.store.database import Database, now_ms
from quizgen_web.store.tables import quiz

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


@dataclass(frozen=True, slots=True)
class Kept:
    """A quiz as it is kept."""

    id: str
    title: str
    body: str
    before: str
    """As it was before the last change; empty where there is nothing to go back to."""
    changed_ms: int


class Quizzes:
    """Quizzes in a database; each belongs to a learner and a bank."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, learner_id: str, bank_id: str, kept: Kept) -> None:
        """Keep a quiz, in the place of the one of its id; the learner must be there."""
        row = {
            "learner_id": learner_id,
            "bank_id": bank_id,
            "quiz_id": kept.id,
            "title": kept.title,
            "body": kept.body,
            "before": kept.before,
            "changed_ms": now_ms(),
        }
        self._database.write(lambda connection: self._database.put(connection, quiz, row))

    def find(self, learner_id: str, bank_id: str, quiz_id: str) -> Kept | None:
        """The quiz of an id; None where the learner has none of it."""
        found = self._read(learner_id, bank_id, quiz.c.quiz_id == quiz_id)
        return found[0] if found else None

    def all(self, learner_id: str, bank_id: str) -> list[Kept]:
        """All quizzes of a learner, the one that was changed last first."""
        return self._read(learner_id, bank_id)

    def remove(self, learner_id: str, bank_id: str, quiz_id: str) -> None:
        """Let a quiz go."""
        mine = (
            (quiz.c.learner_id == learner_id)
            & (quiz.c.bank_id == bank_id)
            & (quiz.c.quiz_id == quiz_id)
        )
        self._database.write(lambda connection: connection.execute(quiz.delete().where(mine)))

    def _read(self, learner_id: str, bank_id: str, *more: ColumnElement[bool]) -> list[Kept]:
        columns = (quiz.c.quiz_id, quiz.c.title, quiz.c.body, quiz.c.before, quiz.c.changed_ms)
        wanted = (
            select(*columns)
            .where(quiz.c.learner_id == learner_id, quiz.c.bank_id == bank_id, *more)
            .order_by(quiz.c.changed_ms.desc(), quiz.c.quiz_id)
        )
        return self._database.read(
            lambda connection: [Kept(*row) for row in connection.execute(wanted)]
        )
