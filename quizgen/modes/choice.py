"""Choose among the key and its distractors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.ask.order import ordered_options
from quizgen.modes.card import (
    ANSWER,
    ASKED,
    OPTIONS,
    OPTIONS_EXPLAINED,
    QUESTION,
    SEED,
    Card,
    Row,
    Rows,
)
from quizgen.modes.mode import Asked, Mode
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank, Question
    from quizgen.modes.card import Content


class Choice(Mode):
    """Choose among the key and its distractors."""

    name = "choice"
    label = N_("Choose")
    explained = N_("Choose the right answer among several.")
    way = "choose"
    needs = "at least two wrong options"
    card = Card(
        round=0,
        fields=(QUESTION, OPTIONS, OPTIONS_EXPLAINED, ANSWER),
        front=ASKED + "{{Options}}\n",
        back=ASKED + "<div id=answer>{{Options Explained}}</div>\n",
    )

    def possible(self, question: Question, authors: int) -> bool:
        """One distractor would be a guess of one in two."""
        return len(question.distractors) >= 2

    def put(self, bank: Bank, question: Question, seed: str) -> Asked:
        """The question with its options."""
        options = ordered_options(question, seed)
        return Asked(self, question, question.prompt, question.key, bank.names, options)

    def content(self, bank: Bank, question: Question) -> Mapping[str, Content]:
        """The options as they stand before the answer, and after it with reasons."""
        options = self.put(bank, question, SEED).options
        reasons = {distractor.text: distractor.why for distractor in question.distractors}
        return {
            "Question": question.prompt,
            "Answer": question.key,
            "Options": Rows(tuple(map(Row, options))),
            "Options Explained": Rows(
                tuple(Row(text, text not in reasons, reasons.get(text, "")) for text in options)
            ),
        }
