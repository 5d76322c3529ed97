"""Making one learner of two: all that the one did is from now on the other's.

The log stays what it is, a log that only grows. Where both reviewed a question on the same day,
the earlier review counts, as it would have counted had they been one from the start.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, cast, insert, literal, select

from quizgen_web.store.tables import answer, item, learner, memory, review, sitting, wish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

_GOING = (memory, wish, review, answer, item, sitting, learner)
"""All tables that name the learner, those first that lean on others."""


def merge(connection: Connection, going: str, staying: str) -> None:
    """Give all that one learner did to another, and let the first one go.

    The memories of the one who stays must be made again afterwards.

    Args:
        connection: a transaction that writes.
        going: the learner who is no more afterwards.
        staying: the one who has all of it.
    """
    for table in (sitting, item, answer):
        _copy(connection, table, going, staying)
    rows = [*_reviews(connection, going), *_reviews(connection, staying)]
    rows.sort(key=lambda row: (*_day(row), row["learner_id"] == staying, row["revision"]))
    for _, same in groupby(rows, key=_day):
        if new := _after(list(same), staying):
            connection.execute(insert(review), new)
    for table in _GOING:
        connection.execute(table.delete().where(table.c.learner_id == going))


def _copy(connection: Connection, table: Table, going: str, staying: str) -> None:
    changed: dict[str, Any] = {"learner_id": literal(staying)}
    if table is answer:  # a form's id is unique to its learner; two may have sent the same one
        place = [cast(answer.c[name], String) for name in ("position", "try_no")]
        changed["submission_id"] = answer.c.sitting_id + "-" + place[0] + "-" + place[1]
    columns = [changed.get(column.name, column) for column in table.c]
    mine = select(*columns).where(table.c.learner_id == going)
    connection.execute(insert(table).from_select([c.name for c in table.c], mine))


def _reviews(connection: Connection, learner_id: str) -> list[dict[str, Any]]:
    query = select(review).where(review.c.learner_id == learner_id)
    return [dict(row) for row in connection.execute(query).mappings()]


def _day(row: dict[str, Any]) -> tuple[str, str, int]:
    return row["bank_id"], row["question_id"], row["day"]


def _after(rows: Sequence[dict[str, Any]], staying: str) -> list[dict[str, Any]]:
    """The rows to add for a question and a day, so that the last one is the one that counts."""
    going = [row for row in rows if row["learner_id"] != staying]
    kept = [row for row in rows if row["learner_id"] == staying]
    added = list(going)
    if going and kept and not _counts_before(going[-1], kept[-1]):
        added.append(kept[-1])
    first = kept[-1]["revision"] + 1 if kept else 1
    return (
        [
            row | {"learner_id": staying, "revision": number}
            for number, row in enumerate(added, first)
        ]
        if going
        else []
    )


def _counts_before(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether the one counts rather than the other: a review that stands, then the earlier."""
    return (one["rating"] == 0, one["reviewed_ms"]) < (other["rating"] == 0, other["reviewed_ms"])
