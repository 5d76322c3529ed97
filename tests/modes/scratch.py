"""A mode that quizgen does not have, as somebody would add it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes import Asked, Mode, register
from quizgen.modes.card import ANSWER, ANSWERED, ASKED, QUESTION, Card, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank, Question
    from quizgen.modes.card import Content


class Hinted(Mode):
    """The first letter of each author helps to choose him."""

    name = "hinted"
    label = "With a hint"
    explained = "Choose the author by the first letter of his name."
    way = "choose"
    needs = "a claim of one author"
    own_answer = True
    card = Card(
        round=5,
        fields=(QUESTION, ANSWER, Field("Hint", 1201)),
        front=ASKED + "<p>{{Hint}}</p>",
        back=ASKED + ANSWERED,
    )

    def possible(self, question: Question, authors: int) -> bool:
        return len(question.claim.sources) == 1

    def put(self, bank: Bank, question: Question, seed: str) -> Asked:
        authors = sorted({source.author for source in bank.sources})
        author = question.claim.sources[0].author
        return Asked(self, question, question.prompt, author, bank.names, authors)

    def content(self, bank: Bank, question: Question) -> Mapping[str, Content]:
        found = super().content(bank, question)
        return {**found, "Hint": (str(found["Answer"])[0], "R&B")}


def add() -> None:
    register(Hinted())
