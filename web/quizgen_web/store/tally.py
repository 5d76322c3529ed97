"""How often which answer was given: counts by bank, question and option, and nothing of whom.

Of learners who are here the answers themselves are counted. When a learner is deleted, what
the answers add to the counts stays, and whatever tells whose they were goes. Words that were
typed go, too: they could tell who wrote them; options are the bank's own words.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import case, exists, func, literal, select

from quizgen.ask.verdict import Verdict
from quizgen.modes import MODES
from quizgen_web.store.records import ROUND
from quizgen_web.store.tables import answer, item, sitting, tally

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Select

    from quizgen_web.store.database import Database


def _chosen_from() -> list[str]:
    """The modes in which a student chooses from options."""
    return [name for name, mode in MODES.items() if mode.way == "choose"]


class Outcome(NamedTuple):
    """What can happen to a question."""

    question_id: str
    mode: str
    verdict: str
    chosen: str
    """The option that was chosen; empty where there were none to choose from."""


def outcomes(connection: Connection, bank_id: str) -> dict[Outcome, int]:
    """Of a bank, how often each outcome came about, by the first answers of each sitting."""
    counts: Counter[Outcome] = Counter()
    kept = select(*tally.c).where(tally.c.bank_id == bank_id)
    for query in (kept, _answered(answer.c.bank_id == bank_id)):
        for _, *outcome, count in connection.execute(query):
            counts[Outcome(*outcome)] += count
    return counts


def count_in(database: Database, connection: Connection, learner_id: str) -> None:
    """Add a learner's answers to what is kept; they must be deleted in the same transaction."""
    for row in connection.execute(_answered(answer.c.learner_id == learner_id)).mappings():
        database.add(connection, tally, dict(row), "count")


def _answered(which: ColumnElement[bool]) -> Select[Any]:
    """The counts of some answers, in the columns of the table."""
    later = answer.alias()
    mode = case((item.c.mode != "", item.c.mode), else_=sitting.c.mode)
    chosen = case((mode.in_(_chosen_from()), answer.c.given), else_=literal(""))
    columns = (answer.c.bank_id, answer.c.question_id, mode.label("mode"), answer.c.verdict)
    return (
        select(*columns, chosen.label("chosen"), func.count().label("count"))
        .join(
            item,
            (item.c.learner_id == answer.c.learner_id)
            & (item.c.bank_id == answer.c.bank_id)
            & (item.c.sitting_id == answer.c.sitting_id)
            & (item.c.position == answer.c.position),
        )
        .join(
            sitting,
            (sitting.c.learner_id == answer.c.learner_id)
            & (sitting.c.bank_id == answer.c.bank_id)
            & (sitting.c.sitting_id == answer.c.sitting_id),
        )
        .where(
            which,
            answer.c.position <= ROUND,
            answer.c.verdict != Verdict.UNDONE,
            ~exists().where(
                later.c.learner_id == answer.c.learner_id,
                later.c.bank_id == answer.c.bank_id,
                later.c.sitting_id == answer.c.sitting_id,
                later.c.position == answer.c.position,
                later.c.try_no > answer.c.try_no,
            ),
        )
        .group_by(answer.c.bank_id, answer.c.question_id, mode, answer.c.verdict, chosen)
    )
