"""Classical statistics of a test: difficulty, discrimination, reliability.

Formulas: Lord and Novick, "Statistical Theories of Mental Test Scores", 1968. All variances are
those of the people at hand (divided by n), as in Kuder and Richardson's formula 20.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Summary:
    """A test as a whole. None stands for what cannot be computed: too few people or items."""

    n: int
    items: int
    mean: float | None
    sd: float | None
    reliability: float | None
    """Cronbach's alpha; for items of one point that is KR-20."""
    sem: float | None
    """The standard error of measurement, in points."""


def summary(rows: Sequence[Sequence[float]]) -> Summary:
    """Describe a test.

    Args:
        rows: for each person the points for each item; all of one length.
    """
    count, items = len(rows), len(rows[0]) if rows else 0
    totals = [sum(row) for row in rows]
    if not count:
        return Summary(0, 0, None, None, None, None)
    spread = variance(totals)
    reliability = None
    if items > 1 and spread > 0:
        each = sum(variance(column) for column in zip(*rows, strict=True))
        reliability = items / (items - 1) * (1 - each / spread)
    sem = None if reliability is None else sqrt(spread * max(0.0, 1 - reliability))
    return Summary(count, items, sum(totals) / count, sqrt(spread), reliability, sem)


def item_rest(points: Sequence[float], totals: Sequence[float]) -> float | None:
    """How an item goes with all others: the correlation of its points with the rest's.

    Args:
        points: of each person for the item.
        totals: of each person for the whole test, the item included.

    Returns:
        from -1 to 1; None where all did alike in the item or in the rest.
    """
    together = covariance(points, totals)
    own = variance(points)
    rest = variance(totals) + own - 2 * together
    if own <= 0 or rest <= 1e-12:
        return None
    return (together - own) / sqrt(own * rest)


def variance(values: Sequence[float]) -> float:
    """The mean squared distance from the mean."""
    return covariance(values, values)


def covariance(one: Sequence[float], other: Sequence[float]) -> float:
    """The mean product of the distances from the two means."""
    count = len(one)
    mean, other_mean = sum(one) / count, sum(other) / count
    products = ((a - mean) * (b - other_mean) for a, b in zip(one, other, strict=True))
    return sum(products) / count
