from __future__ import annotations

import pytest
from quizgen_web.store.tables import metadata
from sqlalchemy import Column, Integer, MetaData, PrimaryKeyConstraint, Table, UniqueConstraint
from sqlalchemy.schema import ForeignKeyConstraint

OF_THE_BANK = {"tally", "meant"}
"""Counts that name no learner."""


def slips(tables: MetaData) -> list[str]:
    """What would keep a table from being spread over machines by learner."""
    found = []
    for table in tables.tables.values():
        for rule in table.constraints:
            if isinstance(rule, PrimaryKeyConstraint | UniqueConstraint | ForeignKeyConstraint):
                first = next(iter(rule.columns)).name
                if first != ("bank_id" if table.name in OF_THE_BANK else "learner_id"):
                    found.append(f"{table.name}: a key begins with {first}")
        found += [
            f"{table.name}.{column.name} counts by itself"
            for column in table.columns
            if column.identity or column.autoincrement is True
        ]
    return found


def test_every_key_begins_with_the_learner_and_nothing_counts_by_itself() -> None:
    assert slips(metadata) == []


@pytest.mark.parametrize("autoincrement", [True, False])
def test_the_check_bites(autoincrement: bool) -> None:
    bad = MetaData()
    Table("bad", bad, Column("id", Integer, primary_key=True, autoincrement=autoincrement))
    assert len(slips(bad)) == 1 + autoincrement
