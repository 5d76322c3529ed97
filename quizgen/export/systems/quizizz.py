"""The spreadsheet of Quizizz, which is now called Wayground; the sources stand beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.limits import QUIZIZZ, refuse_unfit, stem
from quizgen.export.systems.markup import one_line
from quizgen.export.systems.said import after_text, labels
from quizgen.export.systems.sheet import rows
from quizgen.export.systems.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout

SECONDS = 30
_OPTIONS = 5
_HEAD = (
    "Question Text",
    "Question Type",
    *(f"Option {n}" for n in range(1, _OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: all that has no room, and where openpyxl is not installed.
    """
    refuse_unfit(items.items, QUIZIZZ)
    return workbook({"Sheet1": _rows(items), "Sources": rows(items)})


def _rows(items: ItemSet) -> Iterator[tuple[str | int, ...]]:
    yield _HEAD
    say = labels(items.language)
    for item in items.items:
        if item.options:
            kind, texts = "Multiple Choice", [option.text for option in item.options]
            right = str([option.letter for option in item.options].index(item.letter) + 1)
        else:
            kind, right = "Fill-in-the-Blank", ""
            texts = [*dict.fromkeys((item.key, *item.accept))][:_OPTIONS]
        texts = [one_line(text) for text in texts]
        blank = [""] * (_OPTIONS - len(texts))
        words = one_line(stem(item, QUIZIZZ))
        yield (words, kind, *texts, *blank, right, SECONDS, "", one_line(after_text(item, say)))
