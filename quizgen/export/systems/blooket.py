"""Blooket's CSV: its title and head word for word, since Blooket looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.limits import BLOOKET, refuse_unfit, stem
from quizgen.export.systems.markup import one_line
from quizgen.export.systems.tables import comma_separated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout

SECONDS = 30
_HEAD = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: all that has no room.
    """
    refuse_unfit(items.items, BLOOKET)
    return comma_separated(_rows(items), mark=False)


def _rows(items: ItemSet) -> Iterator[tuple[str, ...]]:
    yield ("Blooket\nImport Template", *[""] * (len(_HEAD) - 1))
    yield _HEAD
    for number, item in enumerate(items.items, 1):
        texts = [one_line(option.text) for option in item.options]
        right = [option.letter for option in item.options].index(item.letter) + 1
        blank = [""] * (4 - len(texts))
        words = one_line(stem(item, BLOOKET))
        yield (str(number), words, *texts, *blank, str(SECONDS), str(right))
