"""Parts of a sitting's pages that are written here: a template would take thrice the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from quizgen.text.wording import normal
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.store import ROUND

if TYPE_CHECKING:
    from quizgen.modes import Asked
    from quizgen_web.store import Answer, Item, Sitting


class Place(NamedTuple):
    """How far a sitting is, in words."""

    title: str
    small: str
    """The same within a sentence."""
    shown: Markup
    """The same with the number set apart."""


def place(item: Item, left: int) -> Place:
    """How many questions are left; the number never grows while one answers."""
    here = say()
    number = here.number(left)
    words = here.gettext("%(number)s left", number=number)
    shown = Markup(here.gettext("<strong>%(number)s</strong> left", number=number))
    if not left:
        words = here.gettext("that was the last")
        shown = escape(here.gettext("That was the last"))
    if item.is_retry and item.answer is None:
        once = here.gettext("Once more")
        return Place(f"{once}: {words}", words, escape(once) + " · " + shown)
    return Place(words, words, shown)


def track(sitting: Sitting, here: Item) -> Markup:
    """The questions as a row of marks; what was missed and then answered right is mended."""
    mended, now = sitting.mended, here.position % ROUND
    marks = (
        "right"
        if item.is_right
        else "mended"
        if item in mended
        else "here"
        if item.position == now
        else "miss"
        if item.is_missed
        else ""
        for item in sitting.first
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


class Row(NamedTuple):
    """An option after the answer: where it stood, with what there is to say of it."""

    text: str
    name: str
    """``key``, ``chosen``, or empty for one that is neither."""
    why: str

    @property
    def sign(self) -> str:
        """For the eye."""
        return {"key": "✓", "chosen": "✗"}.get(self.name, "")

    @property
    def words(self) -> str:
        """The same for the ear: a sentence of the catalogue."""
        return {"key": N_("the right answer"), "chosen": N_("your answer")}[self.name]


def rows(put: Asked, given: Answer) -> list[Row]:
    """The options in the order in which they were shown, each with its reason.

    None where there was nothing to choose from, or where the bank has changed since.
    """
    if given.key not in put.options or given.given not in (*put.options, ""):
        return []
    question = put.question
    reasons = {normal(question.key): question.rationale} if put.asks_the_same else {}
    if put.asks_the_same:
        reasons |= {normal(wrong.text): wrong.why for wrong in question.distractors}
    names = {given.given: "chosen", given.key: "key"}
    return [Row(text, names.get(text, ""), reasons.get(normal(text), "")) for text in put.options]
