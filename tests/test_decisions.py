"""Decisions are numbered without gaps, dated, and say whether they hold."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "docs" / "decisions"
RECORDS = sorted(FOLDER.glob("*.md"))
HEAD = re.compile(
    r"# (?P<number>\d+)\. \S.*\n\n"
    r"- Date: (?P<date>\d{4}-\d\d-\d\d)\n"
    r"- Status: (?P<status>accepted|replaced by \[\d+\]\((?P<by>\d{4}-[a-z-]+\.md)\))\n\n"
)


def test_they_are_numbered_without_gaps() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == [*range(1, len(RECORDS) + 1)]


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.name)
def test_each_has_its_number_a_title_a_date_and_a_status(path: Path) -> None:
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
    found = HEAD.match(path.read_text("utf-8"))
    assert found, "write: # N. Title, then - Date: 2026-12-31 and - Status: accepted"
    assert int(found["number"]) == int(path.name[:4])
    assert date.fromisoformat(found["date"]) >= date(2026, 11, 22)
    assert not found["by"] or (FOLDER / found["by"]).exists()
