"""Answers that were judged wrong and that learners say meant the same, for the bank's author.

They are kept by bank and question, with how many said so and nothing of whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from quizgen_web.store.tables import meant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from quizgen_web.store.database import Database


def count(
    database: Database, connection: Connection, answer: Mapping[str, object], by: int
) -> None:
    """Count an answer once more, or once less: what nobody stands by any longer goes.

    Args:
        database: where.
        connection: the transaction in which the answer is judged anew.
        answer: its row.
        by: 1 or -1.
    """
    row = {name: answer[name] for name in ("bank_id", "question_id", "given")}
    database.add(connection, meant, row | {"count": by}, "count")
    connection.execute(
        delete(meant).where(
            meant.c.bank_id == row["bank_id"],
            meant.c.question_id == row["question_id"],
            meant.c["count"] <= 0,
        )
    )


def read(connection: Connection, bank_id: str) -> dict[tuple[str, str], int]:
    """Of a bank, how many learners stand by which answer to which question."""
    query = select(meant.c.question_id, meant.c.given, meant.c["count"])
    rows = connection.execute(query.where(meant.c.bank_id == bank_id))
    return {(question, given): count for question, given, count in rows}
