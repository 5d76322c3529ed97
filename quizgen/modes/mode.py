"""What a mode is, and a question put in it."""

from __future__ import annotations

from abc import ABC
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from quizgen.ask.hint import Hint, hint
from quizgen.ask.judge import grade_option, grade_typed, grade_words, slipped
from quizgen.modes.card import SEED
from quizgen.text.wording import normal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.ask.verdict import Verdict
    from quizgen.bank.attribution import Prompt, Stretch
    from quizgen.bank.model import Bank, Question
    from quizgen.modes.card import Card, Content
    from quizgen.text.names import Names

Way = Literal["choose", "type", "recall"]
"""What a student does: choose an option, type words, or remember and judge for himself."""


class Mode(ABC):
    """A way to put a question. What stands here asks the question as it was written."""

    name: ClassVar[str]
    """Permanent: banks, sittings and the ids of cards hold it."""
    label: ClassVar[str]
    """What people read for it, wherever they do: a sentence of the catalogue."""
    explained: ClassVar[str]
    """What a student does, as a sentence of the catalogue."""
    way: ClassVar[Way]
    card: ClassVar[Card]
    needs: ClassVar[str] = ""
    """What a question must have to be put so, after *it needs*; empty where any can be."""
    of_claim: ClassVar[bool] = False
    """Whether it asks about the claim as a whole, so that a deck has one such note a claim."""
    own_answer: ClassVar[bool] = False
    """Whether its answer is never that of the question, so the rationale does not explain it."""

    def possible(self, question: Question, authors: int) -> bool:
        """Whether a question has the parts for it, in a bank of so many authors."""
        return True

    def put(self, bank: Bank, question: Question, seed: str) -> Asked:
        """Put a question that has the parts; the seed gives the order of options."""
        return Asked(self, question, question.prompt, question.key, bank.names)

    def judge(self, put: Asked, given: str) -> Verdict:
        """Judge what was chosen or typed."""
        if self.way == "choose":
            return grade_option(put.key, given)
        if put.asks_the_same:
            return grade_typed(put.question, given, put.names)
        return grade_words([put.key], [], given, put.prompt, put.names)

    def content(self, bank: Bank, question: Question) -> Mapping[str, Content]:
        """What stands in the fields of its card, by their names; empty for one left out."""
        put = self.put(bank, question, SEED)
        return {"Question": put.prompt, "Answer": put.key}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put.

    Attributes:
        mode: how.
        question: what is asked.
        prompt: the words.
        key: the answer.
        names: the other names that the bank lists.
        options: in the order to show; empty where there is nothing to choose from.
        stretches: the prompt piece by piece where some are gaps; empty where it has none.
    """

    mode: Mode
    question: Question
    prompt: Prompt
    key: str
    names: Names
    options: Sequence[str] = ()
    stretches: Sequence[Stretch] = ()

    def judge(self, given: str) -> Verdict:
        """Judge what was chosen or typed."""
        return self.mode.judge(self, given)

    def spelling(self, given: str) -> str | None:
        """The proper form of an answer that is right but for a slip."""
        other = self.question.accept if self.asks_the_same else ()
        return slipped([self.key, *other], given)

    @property
    def hint(self) -> Hint:
        """How many words the answer has, and what each begins with."""
        return hint(self.key)

    @property
    def asks_the_same(self) -> bool:
        """Whether the answer is the question's own, so that its rationale explains it."""
        if self.mode.own_answer:
            return False
        right = {normal(text) for text in (self.question.key, *self.question.accept)}
        return normal(self.key) in right
