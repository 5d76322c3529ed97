"""Parts of a sitting's pages that are written here: a template would take thrice the time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from quizgen.modes import Asked
    from quizgen_web.store import Item, Sitting


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the sitting an item stands: in which round, the how manyth, of how many."""

    again: bool
    number: int
    total: int

    @property
    def title(self) -> str:
        """As a sentence begins."""
        if self.again:
            return self._said(N_("Once more: %(number)s of %(total)s"))
        return self._said(N_("Question %(number)s of %(total)s"))

    @property
    def small(self) -> str:
        """Within a sentence."""
        if self.again:
            return self._said(N_("once more: %(number)s of %(total)s"))
        return self._said(N_("question %(number)s of %(total)s"))

    @property
    def shown(self) -> Markup:
        """With the number set apart."""
        if self.again:
            return Markup(self._said(N_("Once more: <strong>%(number)s</strong> of %(total)s")))
        return Markup(self._said(N_("Question <strong>%(number)s</strong> of %(total)s")))

    def _said(self, message: str) -> str:
        return say().gettext(message, number=self.number, total=self.total)


def place(sitting: Sitting, item: Item) -> Place:
    """Where an item stands."""
    if not item.is_retry:
        return Place(False, item.position, len(sitting.first))
    return Place(True, sitting.again.index(item) + 1, len(sitting.again))


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
