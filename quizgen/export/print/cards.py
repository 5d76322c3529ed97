"""Flashcards of a paper's questions to cut out, fronts and backs aligned for duplex printing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.export.content import Cited
from quizgen.export.print.pdf import RefusedError, typeset

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.export import Layout
    from quizgen.paper.paper import Item, Paper

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
    """All cards of a paper."""

    title: str
    language: str
    form: str
    cards: tuple[Card, ...]


def sheet(paper: Paper, layout: Layout) -> bytes:
    """The cards as PDF: pages of fronts, each followed by the page of its backs.

    Raises:
        QuizgenError: naming each question whose words do not fit on a card.
    """
    cards = tuple(map(_card, paper.items))
    page = CardSheet(paper.title, paper.bank.language, paper.form, cards)
    try:
        return typeset(TEMPLATE, asdict(page), layout)
    except RefusedError as refused:
        sides = (side.split() for side in str(refused).split(","))
        problems = [_too_long(paper.items[int(number) - 1], side) for number, side in sides]
        raise QuizgenError(*problems) from refused


def _card(item: Item) -> Card:
    question = item.question
    place = tuple(Cited(cited.text, cited.url) for cited in question.claim.citations)
    return Card(item.number, question.prompt, question.key, question.rationale, place)


def _too_long(item: Item, side: str) -> Problem:
    return Problem(
        item.question.id,
        0,
        0,
        "too-long",
        f"the {side} of its card has more words than fit",
        "print it as a paper (--to pdf), or shorten it in the bank",
    )
