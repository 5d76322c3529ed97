"""How an answer was found: the one list of verdicts, with what each of them means."""

from __future__ import annotations

from enum import StrEnum

from quizgen.words import N_


class Verdict(StrEnum):
    """What became of a question that was put. The texts are stored, so they never change."""

    RIGHT = "right"
    SPELLING = "spelling"
    """Right but for a slip of the finger."""
    WRONG = "wrong"
    MEANT = "meant"
    """Judged wrong, and the learner says that it means the same."""
    KNEW = "knew"
    """The learner judged: remembered."""
    FORGOT = "forgot"
    """The learner judged: forgotten."""
    PASSED = "passed"
    """The learner did not know it yet and asked for the answer."""
    SKIPPED = "skipped"
    """Not asked, for its content note: neither right nor missed."""
    UNDONE = "undone"
    """An answer that was taken back: it says nothing any more."""

    @property
    def is_right(self) -> bool:
        """Whether the learner had the answer."""
        return self in (Verdict.RIGHT, Verdict.SPELLING, Verdict.MEANT, Verdict.KNEW)

    @property
    def is_missed(self) -> bool:
        """Whether the learner did not have it, so that it comes again."""
        return self in (Verdict.WRONG, Verdict.FORGOT, Verdict.PASSED)

    @property
    def counts(self) -> bool:
        """Whether it says anything about memory."""
        return self.is_right or self.is_missed

    @property
    def is_own(self) -> bool:
        """Whether the learner judged."""
        return self in (Verdict.KNEW, Verdict.FORGOT)

    @property
    def is_mistake(self) -> bool:
        """Whether a page marks it with a cross: who asks for an answer makes no mistake."""
        return self in (Verdict.WRONG, Verdict.FORGOT)

    @property
    def is_shown(self) -> bool:
        """Whether a page shows what was given beside the answer: where the two differ."""
        return self in (Verdict.WRONG, Verdict.SPELLING, Verdict.MEANT)

    @property
    def heading(self) -> str:
        """How a page tells it: a sentence of the catalogue."""
        return _HEADINGS[self]


_HEADINGS = {
    Verdict.RIGHT: N_("Right"),
    Verdict.SPELLING: N_("Right, but for the spelling"),
    Verdict.WRONG: N_("Not quite"),
    Verdict.MEANT: N_("Right, as you meant it"),
    Verdict.KNEW: N_("You knew it"),
    Verdict.FORGOT: N_("Forgotten, for now"),
    Verdict.PASSED: N_("Here is the answer"),
    Verdict.SKIPPED: N_("Skipped"),
    Verdict.UNDONE: N_("Taken back"),
}
