"""Quizlet's text to paste: a card a line, a tab between question and answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.systems.markup import one_line

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file."""
    lines = (f"{one_line(item.cited)}\t{one_line(item.key)}\n" for item in items.items)
    return "".join(lines).encode()
