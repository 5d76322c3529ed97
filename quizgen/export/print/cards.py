"""Flashcards of a form's questions to cut out, fronts and backs aligned for duplex printing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.export.pages import Cited
from quizgen.export.print.pdf import RefusedError, typeset
from quizgen.words import words

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item

TEMPLATE = Path(__file__).with_name("cards.typ")


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card."""

    number: int
    prompt: Prompt
    key: str
    rationale: str
    place: tuple[Cited, ...]
    """Author, essay and place, with the address of the very words: this is the answer's side."""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """All cards of a form."""

    title: str
    language: str
    form: str
    full: str
    """The title with the form, and that these are cards."""
    cards: tuple[Card, ...]


def sheet(items: ItemSet, layout: Layout) -> bytes:
    """The cards as PDF: pages of fronts, each followed by the page of its backs.

    Raises:
        QuizgenError: naming each question whose words do not fit on a card.
    """
    cards = tuple(map(_card, items.items))
    full = words(items.language).gettext(
        "%(title)s · Form %(form)s · Cards", title=items.title, form=items.form
    )
    page = CardSheet(items.title, items.language, items.form, full, cards)
    try:
        return typeset((TEMPLATE,), asdict(page), layout)
    except RefusedError as refused:
        sides = (side.split() for side in str(refused).split(","))
        problems = [_too_long(items.items[int(number) - 1], side) for number, side in sides]
        raise QuizgenError(*problems) from refused


def _card(item: Item) -> Card:
    place = tuple(Cited(cited.text, cited.url) for cited in item.citations)
    return Card(item.number, item.prompt, item.key, item.rationale, place)


def _too_long(item: Item, side: str) -> Problem:
    return Problem(
        item.id,
        0,
        0,
        "too-long",
        f"the {side} of its card has more words than fit",
        "print it as a paper (--to pdf), or shorten it in the bank",
    )
