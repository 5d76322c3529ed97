"""Fill a gap in the claim itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes.card import TEXT, Card, Gapped
from quizgen.modes.mode import Asked, Mode
from quizgen.text.wording import fold
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank, Question
    from quizgen.modes.card import Content

_CLOZE = '<p class="question" dir=auto>{{cloze:Text}}</p>\n'


class Cloze(Mode):
    """Fill a gap in the claim itself."""

    name = "cloze"
    label = N_("Fill the gap")
    explained = N_("Type the words that are missing in what the author says.")
    way = "type"
    needs = "a blank in the claim's text: [[...]]"
    of_claim = True
    card = Card(
        round=1,
        fields=(TEXT,),
        front=_CLOZE,
        back=_CLOZE + '<div id=answer class="rule"></div>\n',
        cloze=True,
    )

    def possible(self, question: Question, authors: int) -> bool:
        """The claim needs a blank."""
        return bool(question.claim.statement.blanks)

    def put(self, bank: Bank, question: Question, seed: str) -> Asked:
        """The claim with the gap that the question asks for."""
        claim, blank = question.claim, _gap(question)
        return Asked(
            self,
            question,
            claim.attribution.cloze(claim.statement, blank),
            claim.statement.blanks[blank - 1],
            bank.names,
            stretches=claim.attribution.gapped(claim.statement, blank),
        )

    def content(self, bank: Bank, question: Question) -> Mapping[str, Content]:
        """All blanks: each gets a card of its own."""
        claim = question.claim
        return {"Text": Gapped(tuple(claim.attribution.stretches(claim.statement)))}


def _gap(question: Question) -> int:
    """The blank of which the question's own words give away least: that is what it asks for."""
    told = set(fold(question.prompt).split())

    def given_away(term: str) -> float:
        words = fold(term).split()
        return sum(word in told for word in words) / max(1, len(words))

    shares = [given_away(term) for term in question.claim.statement.blanks]
    return 1 + shares.index(min(shares))
