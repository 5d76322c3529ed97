"""Say whose claim it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes.card import ANSWER, QUESTION, Card
from quizgen.modes.mode import Asked, Mode
from quizgen.words import N_

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Question


class Who(Mode):
    """Say whose claim it is."""

    name = "who"
    label = N_("Who says it?")
    explained = N_("Read a claim and choose the author who makes it.")
    way = "choose"
    needs = "a claim that a single one of the bank's authors makes"
    of_claim = True
    own_answer = True
    card = Card(round=4, fields=(QUESTION, ANSWER))

    def possible(self, question: Question, authors: int) -> bool:
        """Where several say it, or there is but one author, there is nothing to ask."""
        claim = question.claim
        return authors > 1 and not claim.also and len(claim.sources) == 1

    def put(self, bank: Bank, question: Question, seed: str) -> Asked:
        """The claim without its author, who is the answer."""
        attribution = question.claim.attribution
        authors = tuple(dict.fromkeys(source.author for source in bank.sources))
        prompt = attribution.who(question.claim.statement)
        return Asked(self, question, prompt, attribution.authors, bank.names, authors)
