"""Aiken: a question in one line, its options, the letter of the key. Nothing else has a place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.export.limits import no_room
from quizgen.export.systems.markup import one_line

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item

_MARK = re.compile(r"^(?:[A-Z][).]|ANSWER:)")


def write(items: ItemSet, layout: Layout) -> bytes:
    """The file.

    Raises:
        QuizgenError: where a stem would be read as an option or as the key.
    """
    taken = [item for item in items.items if _MARK.match(_stem(item))]
    if taken:
        reason = "it begins like an option, and would be read as one"
        advice = "use --to gift or --to moodle"
        raise QuizgenError(*(no_room(item, "Aiken", reason, advice) for item in taken))
    return "\n".join(map(_question, items.items)).encode()


def _stem(item: Item) -> str:
    return one_line(item.cited).strip()


def _question(item: Item) -> str:
    options = "".join(f"{option.letter}. {one_line(option.text)}\n" for option in item.options)
    return f"{_stem(item)}\n{options}ANSWER: {item.letter}\n"
