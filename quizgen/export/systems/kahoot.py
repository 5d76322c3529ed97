"""Kahoot's spreadsheet: its head in row 8, the questions from row 9 on, the sources beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.limits import KAHOOT, refuse_unfit, stem
from quizgen.export.systems.markup import one_line
from quizgen.export.systems.sheet import rows
from quizgen.export.systems.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout

SECONDS = 30
"""Kahoot knows 5, 10, 20, 30, 60, 90, 120 and 240."""
_ABOVE = 7
_HEAD = (
    "",
    "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: all that has no room, and where openpyxl is not installed.
    """
    refuse_unfit(items.items, KAHOOT)
    return workbook({"Sheet1": _rows(items), "Sources": rows(items)})


def _rows(items: ItemSet) -> Iterator[tuple[str | int, ...]]:
    yield ("", items.title)
    yield from [()] * (_ABOVE - 1)
    yield _HEAD
    for number, item in enumerate(items.items, 1):
        texts = [one_line(option.text) for option in item.options]
        right = [option.letter for option in item.options].index(item.letter) + 1
        blank = [""] * (4 - len(texts))
        yield (number, one_line(stem(item, KAHOOT)), *texts, *blank, SECONDS, str(right))
