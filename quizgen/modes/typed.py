"""Type the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes.card import ALSO_RIGHT, ANSWER, ANSWERED, ASKED, QUESTION, Card
from quizgen.modes.mode import Mode
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank, Question
    from quizgen.modes.card import Content

TYPEABLE_WORDS = 4
"""An answer of more words is not asked for by keyboard unless spellings are listed."""

_TYPE = '<div class="typed">{{type:Answer}}</div>\n'
_ALSO_RIGHT = (
    '{{#Also Right}}<p class="also" dir=auto><span lang=say><say>Also right:</say></span>'
    " {{Also Right}}</p>\n{{/Also Right}}\n"
)


class Typed(Mode):
    """Type the answer."""

    name = "typed"
    label = N_("Type")
    explained = N_("Type the answer; a slip of the finger is forgiven.")
    way = "type"
    needs = f"an answer of at most {TYPEABLE_WORDS} words, or accepted spellings"
    card = Card(
        round=3,
        fields=(QUESTION, ANSWER, ALSO_RIGHT),
        front=ASKED + _TYPE,
        back=ASKED + ANSWERED + _TYPE + _ALSO_RIGHT,
    )

    def possible(self, question: Question, authors: int) -> bool:
        """Nobody types a whole sentence as the bank has it."""
        return bool(question.accept) or len(question.key.split()) <= TYPEABLE_WORDS

    def content(self, bank: Bank, question: Question) -> Mapping[str, Content]:
        """The answer to type, and the other spellings for whoever typed one of them."""
        return {**super().content(bank, question), "Also Right": question.accept}
