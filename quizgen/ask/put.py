"""A question put in one of its modes: the words, the options, and how an answer is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from quizgen.ask.judge import grade_choice, grade_typed, grade_words, slipped
from quizgen.ask.order import ordered_options
from quizgen.bank.model import Mode
from quizgen.text.wording import fold, normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.ask.verdict import Verdict
    from quizgen.bank.attribution import Prompt
    from quizgen.bank.model import Bank, Question
    from quizgen.text.names import Names

Way = Literal["choose", "type", "recall"]
"""What a student does: choose an option, type words, or remember and judge for himself."""

MODES: tuple[Mode, ...] = get_args(Mode)
WAYS: dict[Mode, Way] = {
    "choice": "choose",
    "typed": "type",
    "recall": "recall",
    "cloze": "type",
    "who": "choose",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put.

    Attributes:
        question: what is asked.
        mode: how.
        prompt: the words.
        blank: which blank of the claim's text is the gap, from 1; 0 but for a cloze.
        key: the answer.
        options: in the order to show; empty where there is nothing to choose from.
        names: the other names that the bank lists.
    """

    question: Question
    mode: Mode
    prompt: Prompt
    blank: int
    key: str
    options: Sequence[str]
    names: Names

    def judge(self, given: str) -> Verdict:
        """Judge what was chosen or typed."""
        if self.mode in ("choice", "who"):
            return grade_choice(self.key, given)
        if self.mode == "cloze" and not self.asks_the_same:
            return grade_words([self.key], [], given, self.prompt, self.names)
        return grade_typed(self.question, given, self.names)

    def spelling(self, given: str) -> str | None:
        """The proper form of an answer that is right but for a slip."""
        other = self.question.accept if self.asks_the_same else ()
        return slipped([self.key, *other], given)

    @property
    def asks_the_same(self) -> bool:
        """Whether the answer is the question's own, so that its rationale explains it."""
        if self.mode == "who":
            return False
        right = {normal(text) for text in (self.question.key, *self.question.accept)}
        return normal(self.key) in right


def ask(bank: Bank, question: Question, mode: Mode, seed: str) -> Asked:
    """Put a question.

    What is shown depends on the seed and on the texts alone, never on which one is right.

    Args:
        bank: whose authors are the options of *who*.
        question: one that has the mode.
        mode: how to put it.
        seed: gives the order of options.
    """
    claim = question.claim
    if mode == "who":
        authors = list(dict.fromkeys(source.author for source in bank.sources))
        prompt = claim.attribution.who(claim.statement)
        return Asked(question, mode, prompt, 0, claim.attribution.authors, authors, bank.names)
    if mode == "cloze":
        blank = _gap(question)
        prompt = claim.attribution.cloze(claim.statement, blank)
        key = claim.statement.blanks[blank - 1]
        return Asked(question, mode, prompt, blank, key, [], bank.names)
    options = ordered_options(question, seed) if mode == "choice" else []
    return Asked(question, mode, question.prompt, 0, question.key, options, bank.names)


def _gap(question: Question) -> int:
    """The blank of which the question's own words give away least: that is what it asks for."""
    told = set(fold(question.prompt).split())

    def given_away(term: str) -> float:
        words = fold(term).split()
        return sum(word in told for word in words) / max(1, len(words))

    shares = [given_away(term) for term in question.claim.statement.blanks]
    return 1 + shares.index(min(shares))
