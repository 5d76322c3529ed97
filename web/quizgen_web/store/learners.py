"""All that the store holds about a learner: to read, to hand over, to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from quizgen.study.days import DEFAULT_ZONE
from quizgen_web.store import reviews
from quizgen_web.store.database import Database, now_ms
from quizgen_web.store.tables import answer, item, learner, review, sitting

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from quizgen.study.memory import Review

_TABLES = (learner, sitting, item, answer, review)


class LearnerStore(Database):
    """Learners in a database."""

    def knows(self, learner_id: str) -> bool:
        """Whether there is such a learner."""
        return self._zone(learner_id) is not None

    def add(self, learner_id: str) -> None:
        """Add a learner, unless there is one of this id."""
        row = {"learner_id": learner_id, "created_ms": now_ms()}
        self.write(lambda connection: self.insert(connection, learner, row))

    def zone(self, learner_id: str) -> str:
        """Where the learner lives, as far as the clock goes."""
        return self._zone(learner_id) or DEFAULT_ZONE

    def set_zone(self, learner_id: str, zone: str) -> None:
        """Keep where the learner lives; what was counted already stays counted as it was."""
        mine = learner.c.learner_id == learner_id
        self.write(
            lambda connection: connection.execute(update(learner).where(mine), {"zone": zone})
        )

    def reviews(self, learner_id: str) -> list[Review]:
        """The learner's reviews, in the order in which they were made."""
        return self.read(lambda connection: reviews.read(connection, learner_id))

    def export(self, learner_id: str) -> dict[str, list[dict[str, Any]]]:
        """All rows about a learner, by table."""

        def work(connection: Connection) -> dict[str, list[dict[str, Any]]]:
            return {
                table.name: [
                    dict(row)
                    for row in connection.execute(
                        select(table)
                        .where(table.c.learner_id == learner_id)
                        .order_by(*table.primary_key)
                    ).mappings()
                ]
                for table in _TABLES
            }

        return self.read(work)

    def delete(self, learner_id: str) -> None:
        """Delete all rows about a learner."""

        def work(connection: Connection) -> None:
            for table in reversed(_TABLES):
                connection.execute(table.delete().where(table.c.learner_id == learner_id))

        self.write(work)

    def _zone(self, learner_id: str) -> str | None:
        mine = select(learner.c.zone).where(learner.c.learner_id == learner_id)
        return self.read(lambda connection: connection.scalar(mine))
