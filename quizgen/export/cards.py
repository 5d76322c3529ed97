"""Flashcards of a paper's questions to cut out, fronts and backs aligned for duplex printing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.export.content import citation
from quizgen.export.pdf import typeset

if TYPE_CHECKING:
    from quizgen.bank.attribution import Prompt
    from quizgen.export import Layout
    from quizgen.quiz.paper import Item, Paper

TEMPLATE = Path(__file__).with_name("cards.typ")

MAX_FRONT = 360
MAX_BACK = 260
MAX_PLACE = 400
"""So many characters fit on a side of a card; what does not fit is refused, never cut."""


@dataclass(frozen=True, slots=True)
class Card:
    """Both sides of a card."""

    number: int
    prompt: Prompt
    key: str
    rationale: str
    place: str
    """Author, essay and paragraph."""


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
    problems = [
        problem
        for item, card in zip(paper.items, cards, strict=True)
        for problem in _too_long(item, card)
    ]
    if problems:
        raise QuizgenError(*problems)
    page = CardSheet(paper.title, paper.bank.language, paper.form, cards)
    return typeset(TEMPLATE, asdict(page), layout)


def _card(item: Item) -> Card:
    question = item.question
    return Card(
        item.number, question.prompt, question.key, question.rationale, citation(question.claim)
    )


def _too_long(item: Item, card: Card) -> list[Problem]:
    sides = (
        ("front", len(card.prompt), MAX_FRONT),
        ("back", len(card.key) + len(card.rationale), MAX_BACK),
        ("foot", len(card.place), MAX_PLACE),
    )
    return [
        Problem(
            item.question.id,
            0,
            0,
            "too-long",
            f"the {side} of its card would have {count} characters; {most} fit",
            "print it as a paper (--to pdf), or shorten it in the bank",
        )
        for side, count, most in sides
        if count > most
    ]
