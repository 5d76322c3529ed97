"""Held against scipy and numpy where they have the same figure."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from quizgen.results.statistics import item_rest, summary

ROWS = st.integers(2, 8).flatmap(
    lambda items: st.lists(
        st.lists(st.sampled_from([0, 1, 2]), min_size=items, max_size=items),
        min_size=3,
        max_size=40,
    )
)


@given(ROWS)
def test_the_item_rest_correlation_is_that_of_scipy(rows: list[list[int]]) -> None:
    totals = [sum(row) for row in rows]
    for place in range(len(rows[0])):
        points = [row[place] for row in rows]
        rest = [total - own for total, own in zip(totals, points, strict=True)]
        if len(set(points)) == 1 or len(set(rest)) == 1:
            assert item_rest(points, totals) is None
        else:
            right = stats.pearsonr(points, rest).statistic
            assert item_rest(points, totals) == pytest.approx(right, abs=1e-9)


@given(ROWS)
def test_reliability_is_kr_20_for_items_of_one_point(rows: list[list[int]]) -> None:
    rows = [[min(point, 1) for point in row] for row in rows]
    count, items = len(rows), len(rows[0])
    totals = [sum(row) for row in rows]
    assume(len(set(totals)) > 1)
    shares = [sum(row[place] for row in rows) / count for place in range(items)]
    mean = sum(totals) / count
    spread = sum((total - mean) ** 2 for total in totals) / count
    kr20 = items / (items - 1) * (1 - sum(p * (1 - p) for p in shares) / spread)
    found = summary(rows)
    assert found.reliability == pytest.approx(kr20, abs=1e-9)
    assert found.mean == pytest.approx(mean)
    assert found.sd == pytest.approx(spread**0.5)
    assert found.sem == pytest.approx((spread * max(0, 1 - kr20)) ** 0.5)


def test_nobody_and_one_question_have_no_reliability() -> None:
    assert summary([]).n == 0
    assert summary([[1], [0]]).reliability is None
    assert summary([[1, 0], [1, 0]]).reliability is None
