"""Files for school systems: each format of 10,000 questions against json.dumps of the same."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.banks import write_bank
from bench.measure import Figure, fastest

if TYPE_CHECKING:
    from quizgen.export import ItemSet

QUESTIONS = 10_000
BOUND, BOUND_OF_BOOKS = 6.0, 1.3


def figures() -> list[Figure]:
    """A figure a format; a workbook is held against openpyxl with the same cells."""
    from quizgen.export import SYSTEMS, Layout

    items = _items()
    view = [format for format in SYSTEMS if not format.target.ending.endswith("xlsx")]
    from quizgen.export.systems.record import whole

    data = whole(items)
    found = []
    for format in view:
        ours, reference = fastest(
            lambda format=format: format.render(items, Layout()),  # type: ignore[misc]
            lambda: json.dumps(data),
            3,
        )
        found.append(Figure(f"10,000 questions as {format.name}", ours, reference, "s", BOUND))
    return [*found, *_books(items)]


def _items() -> ItemSet:
    """All questions of a large bank as one form, options as they stand in the file."""
    from quizgen.bank.load import load_bank
    from quizgen.export import ItemSet
    from quizgen.export.items import item_of
    from quizgen.paper.paper import Heading

    with TemporaryDirectory() as folder:
        write_bank(Path(folder), QUESTIONS)
        bank = load_bank(Path(folder))
    items = tuple(
        item_of(
            question, number, "en", options=(question.key, *(d.text for d in question.distractors))
        )
        for number, question in enumerate(bank.questions, 1)
    )
    return replace(ItemSet(bank, "A", "CODE", Heading(), ()), items=items)


def _books(items: ItemSet) -> list[Figure]:
    import io

    from openpyxl import Workbook

    from quizgen.export import Layout
    from quizgen.export.systems import kahoot, quizizz, sheet

    def plain(module: object) -> None:
        book = Workbook(write_only=True)
        for rows in (module._rows(items), sheet.rows(items)):  # type: ignore[attr-defined]
            page = book.create_sheet()
            for row in rows:
                page.append(row)
        book.save(io.BytesIO())

    found = []
    for module, name in ((kahoot, "kahoot"), (quizizz, "quizizz")):
        ours, reference = fastest(
            lambda module=module: module.write(items, Layout()),  # type: ignore[misc]
            lambda module=module: plain(module),  # type: ignore[misc]
            2,
        )
        found.append(Figure(f"10,000 questions as {name}", ours, reference, "s", BOUND_OF_BOOKS))
    return found
