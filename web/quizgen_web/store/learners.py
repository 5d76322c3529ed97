"""All that the store holds about a learner: to read, to hand over, to delete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from quizgen.study.days import DEFAULT_ZONE, study_day
from quizgen.study.memory import fold
from quizgen_web.store import meant, memories, reviews, tally
from quizgen_web.store.database import Database, now_ms
from quizgen_web.store.days import here_on
from quizgen_web.store.memories import FOLDED
from quizgen_web.store.merge import merge
from quizgen_web.store.tables import answer, item, learner, memory, quiz, review, sitting, wish

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection

    from quizgen.study.memory import Memory, Review
    from quizgen_web.store.records import SittingKey

_TABLES = (learner, wish, sitting, item, answer, review, memory, quiz)


class Learners:
    """Learners in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def knows(self, learner_id: str) -> bool:
        """Whether there is such a learner."""
        return self._row(learner_id) is not None

    def add(self, learner_id: str) -> None:
        """Add a learner, unless there is one of this id."""
        row = new(learner_id, now_ms())
        self._database.write(lambda connection: self._database.insert(connection, learner, row))

    def zone(self, learner_id: str) -> str:
        """Where the learner lives, as far as the clock goes."""
        row = self._row(learner_id)
        return row[0] if row else DEFAULT_ZONE

    def set_zone(self, learner_id: str, zone: str) -> None:
        """Keep where the learner lives; what was counted already stays counted as it was."""
        mine = learner.c.learner_id == learner_id
        self._database.write(
            lambda connection: connection.execute(
                update(learner).where(mine), {"zone": zone, "zone_chosen": True}
            )
        )

    def notice_zone(self, learner_id: str, zone: str) -> None:
        """Keep where the learner's browser says that it is, unless the learner chose a zone."""
        if self.zone(learner_id) == zone:
            return
        mine = (learner.c.learner_id == learner_id) & ~learner.c.zone_chosen
        self._database.write(
            lambda connection: connection.execute(update(learner).where(mine), {"zone": zone})
        )

    def wish(self, learner_id: str, bank_id: str) -> str:
        """What the learner chose to practise last, as fields of the form."""
        found = self._database.fetch(_WISH, {"learner_id": learner_id, "bank_id": bank_id})
        return str(found[0][0]) if found else ""

    def join(self, going: str, staying: str) -> None:
        """Make one learner of two; the first one is no more afterwards."""
        if going == staying:
            return

        def work(connection: Connection) -> None:
            merge(connection, going, staying)
            self._refold(connection, staying)

        self._database.write(work)

    def visit(self, learner_id: str, at_ms: int) -> tuple[str, int]:
        """The learner's zone and study day; the day is kept as the last one.

        Where the rules of folding have changed since, the learner's memories are made again.
        """
        zone, last_seen, folded = self._row(learner_id) or (DEFAULT_ZONE, None, FOLDED)
        today = study_day(at_ms, zone)
        if folded != FOLDED:
            self._database.write(lambda connection: self._refold(connection, learner_id))
        if last_seen not in (None, today):
            self._database.write(lambda connection: here_on(connection, learner_id, at_ms))
        return zone, today

    def reviews(self, learner_id: str, bank_id: str, since: int = 0) -> list[Review]:
        """The learner's reviews from a study day on, in the order in which they were made."""
        return self._database.read(
            lambda connection: reviews.read(connection, learner_id, bank_id, since)
        )

    def before(self, key: SittingKey) -> dict[str, Memory]:
        """What the learner remembered when a sitting began, of the questions that it asks."""
        return fold(self._database.read(lambda connection: reviews.before(connection, key.row)))

    def by_day(self, learner_id: str, bank_id: str, since: int) -> dict[int, int]:
        """How many questions were reviewed on each study day from one on."""
        return self._database.read(
            lambda connection: reviews.by_day(connection, learner_id, bank_id, since)
        )

    def learnt_in(
        self, learner_id: str, bank_id: str, questions: Collection[str]
    ) -> dict[str, str]:
        """The mode in which each of some questions was reviewed last."""
        return self._database.read(
            lambda connection: reviews.learnt_in(connection, learner_id, bank_id, questions)
        )

    def memories(self, learner_id: str, bank_id: str) -> dict[str, Memory]:
        """What the learner remembers of a bank, by the question's id."""
        return memories.read(self._database, learner_id, bank_id)

    def due(self, learner_id: str, bank_id: str, today: int) -> set[str]:
        """The questions to ask today."""
        return memories.due(self._database, learner_id, bank_id, today)

    def next_day(self, learner_id: str, bank_id: str, today: int) -> int | None:
        """The first day after today on which a question comes back; None where there is none."""
        return memories.next_day(self._database, learner_id, bank_id, today)

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

        return self._database.read(work)

    def delete(self, learner_id: str) -> None:
        """Delete all rows about a learner; what was answered goes on counting, without whom."""

        def work(connection: Connection) -> None:
            tally.count_in(self._database, connection, learner_id)
            for table in reversed(_TABLES):
                connection.execute(table.delete().where(table.c.learner_id == learner_id))

        self._database.write(work)

    def outcomes(self, bank_id: str) -> dict[tally.Outcome, int]:
        """How often which answer was given to which question of a bank, by all learners."""
        return self._database.read(lambda connection: tally.outcomes(connection, bank_id))

    def meant(self, bank_id: str) -> dict[tuple[str, str], int]:
        """Answers of a bank that were judged wrong, and how many say that they meant the same."""
        return self._database.read(lambda connection: meant.read(connection, bank_id))

    def _row(self, learner_id: str) -> tuple[str, int, int] | None:
        found = self._database.fetch(_LEARNER, {"learner_id": learner_id})
        return tuple(found[0]) if found else None

    def _refold(self, connection: Connection, learner_id: str) -> None:
        banks = select(sitting.c.bank_id).where(sitting.c.learner_id == learner_id).distinct()
        logs = {id: reviews.read(connection, learner_id, id) for id in connection.scalars(banks)}
        memories.rebuild(connection, learner_id, logs)


def new(learner_id: str, at_ms: int) -> dict[str, object]:
    """The row of a learner who comes for the first time."""
    day = study_day(at_ms, DEFAULT_ZONE)
    return {"learner_id": learner_id, "created_ms": at_ms, "last_seen": day, "folded": FOLDED}


_LEARNER = select(learner.c.zone, learner.c.last_seen, learner.c.folded).where(
    learner.c.learner_id == bindparam("learner_id")
)
_WISH = select(wish.c.fields).where(
    wish.c.learner_id == bindparam("learner_id"), wish.c.bank_id == bindparam("bank_id")
)
