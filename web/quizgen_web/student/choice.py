"""What a reader chooses to practise: the form on the home page."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from quizgen.bank.filters import Selection
from quizgen.errors import QuizgenError
from quizgen.modes import MODES
from quizgen.study.ladder import MIXED
from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quizgen.bank.model import Bank, Question
    from quizgen_web.shell.site import Site

COUNTS = (5, 10, 20)
MOST = 50
MOST_TOLD = 3
MODE_MIXED = SimpleNamespace(
    name=MIXED,
    label=N_("Mixed"),
    explained=N_("Each question as you need it: first choose, later type or remember."),
)
"""What a reader is offered before the modes."""
_NUMBERS = {str(number) for number in range(1, MOST + 1)}


@dataclass(frozen=True, slots=True)
class Choice:
    """How many questions, asked how, about what."""

    count: int = 10
    mode: str = "choice"
    selection: Selection = field(default_factory=Selection)
    set: int = 0
    """Which set of the one topic; 0 for all of it."""

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
        usual = MIXED if "due" in form or "set" in form else "choice"
        number, mode = form.get(count, "10"), form.get("mode", usual)
        if number not in _NUMBERS:
            raise ValueError(_("Choose between 1 and %(most)s questions.", most=MOST))
        if mode not in (MIXED, *MODES):
            modes = ", ".join((MIXED, *MODES))
            raise ValueError(_("Questions are asked as one of: %(modes)s.", modes=modes))
        try:
            selection = Selection.of(
                bank, form.getlist("topic"), form.getlist("author"), form.getlist("kind")
            )
        except QuizgenError as error:
            told = list(dict.fromkeys(problem.message for problem in error.problems))[:MOST_TOLD]
            raise ValueError(" ".join(f"{m[:1].upper()}{m[1:]}." for m in told)) from error
        wanted = form.get("set", "0")
        if wanted not in _NUMBERS | {"0"} or (wanted != "0" and len(selection.topics) != 1):
            raise ValueError(_("A set is a number, and belongs to one topic."))
        return cls(int(number), mode, selection, int(wanted))

    @classmethod
    def remembered(cls, fields: str, bank: Bank) -> Choice:
        """What a learner chose last; for a newcomer, and where the bank has changed, the usual."""
        try:
            form = MultiDict(parse_qsl(fields))
            return cls.of(form, bank) if form else cls(mode=MIXED)
        except ValueError:
            return cls(mode=MIXED)

    @property
    def fields(self) -> str:
        """The choice as fields of the form, to be remembered; a set is for once."""
        wanted = self.selection
        groups = (("topic", wanted.topics), ("author", wanted.authors), ("kind", wanted.kinds))
        ticked = [(name, value) for name, values in groups for value in sorted(values)]
        return urlencode([("count", self.count), ("mode", self.mode), *ticked])

    def questions(self, site: Site, due: Collection[str] = ()) -> Sequence[Question]:
        """All questions that fit; one that is due fits however it can be asked."""
        fitting = self.selection.questions(site.bank)
        if self.set:
            (topic,) = self.selection.topics
            number = {one.number: one for one in site.sets.get(topic, ())}.get(self.set)
            fitting = [q for q in fitting if number and q.id in number.questions]
        return [q for q in fitting if self.asks(q) or q.id in due]

    def asks(self, question: Question) -> bool:
        """Whether a question can be asked as was chosen."""
        return self.mode in (MIXED, *question.modes)
