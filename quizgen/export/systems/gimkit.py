"""Gimkit's CSV: the right answer first, then up to three wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.limits import GIMKIT, refuse_unfit, stem
from quizgen.export.systems.markup import one_line
from quizgen.export.systems.tables import comma_separated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout

_HEAD = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: all that has no room.
    """
    refuse_unfit(items.items, GIMKIT)
    return comma_separated(_rows(items), mark=False)


def _rows(items: ItemSet) -> Iterator[tuple[str, ...]]:
    yield ("Gimkit Spreadsheet Import Template", *[""] * (len(_HEAD) - 1))
    yield _HEAD
    for item in items.items:
        wrong = [one_line(option.text) for option in item.options if option.letter != item.letter]
        blank = [""] * (3 - len(wrong))
        yield (one_line(stem(item, GIMKIT)), one_line(item.key), *wrong, *blank)
