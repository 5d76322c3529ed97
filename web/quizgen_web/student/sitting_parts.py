"""Parts of a sitting's pages that are written here: a template would take thrice the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from quizgen.modes import Asked
    from quizgen_web.store import Item, Sitting


def place(sitting: Sitting, item: Item) -> tuple[str, int, int]:
    """Where in the sitting an item stands: the name of its round, which one, of how many."""
    if not item.is_retry:
        return "Question", item.position, len(sitting.first)
    return "Once more:", sitting.again.index(item) + 1, len(sitting.again)


def track(sitting: Sitting, here: Item) -> Markup:
    """The items as a row of marks."""
    marks = (
        "right" if item.is_right else "miss" if item.is_missed else "here" if item is here else ""
        for item in sitting.items
    )
    return Markup("".join(f'<li class="{mark}"></li>' for mark in marks))


def options(put: Asked) -> Markup:
    """The options to choose from; the first is where a problem leads to."""
    rows, mark = [], ' id="answer"'
    for text in map(escape, put.options):
        field = f'<input type="radio" name="given" value="{text}"{mark}>'
        rows.append(f'<label class="option">{field}<span dir="auto">{text}</span></label>')
        mark = ""
    return Markup("\n".join(rows))
