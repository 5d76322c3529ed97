"""What a reader chooses to practise: the form on the home page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.bank.filters import Selection
from quizgen.errors import QuizgenError
from quizgen.modes import MODES
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.datastructures import MultiDict

    from quizgen.bank.model import Bank, Question

COUNTS = (5, 10, 20)
MOST = 50
MOST_TOLD = 3
_NUMBERS = {str(number) for number in range(1, MOST + 1)}


@dataclass(frozen=True, slots=True)
class Choice:
    """How many questions, asked how, about what."""

    count: int = 10
    mode: str = "choice"
    selection: Selection = field(default_factory=Selection)

    @classmethod
    def of(cls, form: MultiDict[str, str], bank: Bank, count: str = "count") -> Choice:
        """Read the form.

        Args:
            form: the form, or what stands behind the question mark of an address.
            bank: what there is to choose from.
            count: the name of the field with the number of questions.

        Raises:
            ValueError: in words for the reader, where a value is not one of those offered.
        """
        _ = say().gettext
        number, mode = form.get(count, "10"), form.get("mode", "choice")
        if number not in _NUMBERS:
            raise ValueError(_("Choose between 1 and %(most)s questions.", most=MOST))
        if mode not in MODES:
            raise ValueError(_("Questions are asked as one of: %(modes)s.", modes=", ".join(MODES)))
        try:
            selection = Selection.of(
                bank, form.getlist("topic"), form.getlist("author"), form.getlist("kind")
            )
        except QuizgenError as error:
            told = list(dict.fromkeys(problem.message for problem in error.problems))[:MOST_TOLD]
            raise ValueError(" ".join(f"{m[:1].upper()}{m[1:]}." for m in told)) from error
        return cls(int(number), mode, selection)

    def questions(self, bank: Bank) -> Sequence[Question]:
        """All questions that fit."""
        return [q for q in self.selection.questions(bank) if self.mode in q.modes]
