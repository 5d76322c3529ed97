"""Timing two things in turn, so that a machine that slows down slows down both."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured ratio and the most (or least) that it may be."""

    name: str
    ours: float
    reference: float
    unit: str
    bound: float
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """Ours to the reference."""
        return self.ours / self.reference

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.ratio >= self.bound if self.at_least else self.ratio <= self.bound

    def __str__(self) -> str:
        sign = "at least" if self.at_least else "at most"
        verdict = "kept" if self.kept else "MISSED"
        return (
            f"{self.name:<34} {self.ratio:5.2f} x  ({self.ours:.5g} to {self.reference:.5g}"
            f" {self.unit}; {sign} {self.bound}: {verdict})"
        )


def fastest(
    ours: Callable[[], object], reference: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The fastest of several rounds of each, in seconds; the first round warms up."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 1):
        for work, taken in zip((ours, reference), times, strict=True):
            gc.collect()
            start = time.perf_counter()
            result = work()
            taken.append(time.perf_counter() - start)
            del result
    return min(times[0][1:]), min(times[1][1:])
