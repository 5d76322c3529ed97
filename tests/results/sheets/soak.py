"""``python -m tests.results.sheets.soak [SHEETS [FIRST]]``: fill in, wear out, read, count.

Each number is one sheet: its layout, what the hand does and what the scanner, copier or phone
does follow from it.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from quizgen.results.responses import DOUBT
from quizgen.results.sheets.read import read_page
from quizgen.results.sheets.workers import in_processes
from tests.results.sheets.hand import CLEAR, fill
from tests.results.sheets.made import PIXELS, blank
from tests.results.sheets.wear import WAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Page

LAYOUTS: tuple[tuple[int, int, str, Page], ...] = (
    (20, 4, "full", "a4"),
    (40, 5, "full", "letter"),
    (100, 5, "full", "a4"),
    (50, 6, "full", "a4"),
    (30, 3, "full", "letter"),
    (10, 4, "large", "letter"),
    (20, 4, "compact", "a4"),
)
PART = 100
"""After so many sheets the run tells how far it is."""
CHOSEN = ("scan", "copy", "photo", "scan", "photo")


@dataclass(frozen=True)
class Outcome:
    """What became of one sheet."""

    number: int
    way: str
    rows: Counter[str]
    """Of ``clear`` and ``unclear`` rows, and how many of each are doubtful."""
    wrong: tuple[str, ...]
    """Answers that were taken for sure and are not right."""
    unread: str
    """Why it could not be read; empty if it was."""


def one(number: int) -> Outcome:
    """Make, wear out and read one sheet."""
    random = Random(number)
    count, options, style, size = random.choice(LAYOUTS)
    way = random.choice(CHOSEN)
    page, plan = blank([options] * count, size=size, style=style)
    meant = fill(page, plan, PIXELS, random)
    readings, troubles = read_page(WAYS[way](page, PIXELS, random))
    rows: Counter[str] = Counter()
    if not readings:
        said = "; ".join(trouble.reason for trouble in troubles)
        return Outcome(number, way, rows, (), said or "not listed")
    wrong = []
    for question, intended in meant.items():
        answer = readings[0].answers[question]
        kind = "clear" if intended.kind in CLEAR else "unclear"
        rows[kind] += 1
        rows[f"{kind} doubtful"] += answer == DOUBT
        if not intended.allows(answer):
            wrong.append(
                f"sheet {number} ({way}, {style}), {question}: {intended}, read {answer!r}"
            )
    return Outcome(number, way, rows, tuple(wrong), "")


def run(numbers: Iterable[int]) -> list[Outcome]:
    """Several sheets, in as many processes as there are processors."""

    def failed(number: int, reason: str) -> Outcome:
        return Outcome(number, "", Counter(), (f"sheet {number}: {reason}",), reason)

    return in_processes(one, [*numbers], failed, lambda: None, patience=600)


def doubtful(outcomes: Iterable[Outcome], *ways: str) -> float:
    """The share of clear rows that are doubtful."""
    rows: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.way in ways:
            rows += outcome.rows
    return rows["clear doubtful"] / max(1, rows["clear"])


def main() -> None:
    """Run and tell."""
    count, first = (*map(int, sys.argv[1:]), *(1000, 0)[len(sys.argv) - 1 :])
    outcomes: list[Outcome] = []
    for start in range(first, first + count, PART):
        more = run(range(start, min(start + PART, first + count)))
        outcomes += more
        for outcome in more:
            for line in outcome.wrong:
                print(line)
            if outcome.unread:
                print(f"sheet {outcome.number} ({outcome.way}) unread: {outcome.unread}")
        wrong = sum(len(outcome.wrong) for outcome in outcomes)
        print(f"... {len(outcomes)} sheets, {wrong} wrong", flush=True)
    rows = sum((outcome.rows for outcome in outcomes), Counter[str]())
    unread = [outcome for outcome in outcomes if outcome.unread]
    print(f"{len(outcomes)} sheets, {rows['clear'] + rows['unclear']} rows")
    print(f"{sum(len(outcome.wrong) for outcome in outcomes)} wrong answers taken for sure")
    print(f"{len(unread)} sheets unread, each listed with its reason")
    for way in WAYS:
        sheets = sum(outcome.way == way for outcome in outcomes)
        share = doubtful(outcomes, way)
        print(f"{way}: {sheets} sheets, {share:.2%} of the clear rows doubtful")


if __name__ == "__main__":
    main()
