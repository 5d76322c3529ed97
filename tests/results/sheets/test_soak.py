"""A class's worth of sheets, filled in and worn out by a seed; ``make soak-scan`` reads more."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.results.sheets.soak import Outcome, doubtful, run


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return run(range(100))


def test_no_answer_taken_for_sure_is_wrong(outcomes: list[Outcome]) -> None:
    assert [line for outcome in outcomes for line in outcome.wrong] == []
    rows = sum((outcome.rows for outcome in outcomes), Counter[str]())
    assert rows["clear"] > 2000
    assert rows["unclear"] > 800


def test_nearly_all_clear_rows_are_read(outcomes: list[Outcome]) -> None:
    assert doubtful(outcomes, "scan", "copy") <= 0.01
    assert doubtful(outcomes, "photo") <= 0.04


def test_nearly_every_sheet_is_found_and_the_others_are_listed(outcomes: list[Outcome]) -> None:
    unread = [outcome for outcome in outcomes if outcome.unread]
    assert all(outcome.unread != "not listed" for outcome in unread)
    assert len(unread) <= 1
