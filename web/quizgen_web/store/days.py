"""When a learner was here: the study day of an instant, kept as the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from quizgen.study.days import DEFAULT_ZONE, study_day
from quizgen_web.store.tables import learner

if TYPE_CHECKING:
    from sqlalchemy import Connection


def here_on(connection: Connection, learner_id: str, at_ms: int) -> int:
    """The study day of an instant where the learner lives.

    It is kept as the last day on which the learner was here, which costs one write a day.
    """
    found = connection.execute(_LEARNER, {"learner": learner_id}).first()
    day = study_day(at_ms, found.zone if found else DEFAULT_ZONE)
    if found and found.last_seen != day:
        connection.execute(_SEEN, {"learner": learner_id, "day": day})
    return day


_MINE = learner.c.learner_id == bindparam("learner")
_LEARNER = select(learner.c.zone, learner.c.last_seen).where(_MINE)
_SEEN = update(learner).where(_MINE).values(last_seen=bindparam("day"))
