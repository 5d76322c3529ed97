"""JSON: all of a quiz as data, for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.systems.record import about, as_json, record

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file, a question a line."""
    head = as_json(about(items))
    questions = ",\n".join(as_json(record(item)) for item in items.items)
    return f'{head[:-1]},"questions":[\n{questions}\n]}}\n'.encode()
