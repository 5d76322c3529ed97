"""Taking an answer: what may be sent, how it is judged, and keeping it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.ask.verdict import Verdict
from quizgen.study.ladder import once_more
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.shell.site import store
from quizgen_web.store import ROUND, Answer
from quizgen_web.student.sittings import submission

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.modes import Asked
    from quizgen_web.store import Item, Sitting

MAX_ANSWER = 500
LAST_ROUND = 3
"""A question that was missed comes round again, and once more if it was missed again."""

EMPTY = {
    "choose": N_("Choose an answer."),
    "type": N_("Type an answer."),
    "recall": N_("Say whether you knew it."),
}


class RefusedError(Exception):
    """An answer that cannot be taken, and the name of the reason, as it stands in an address."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an answer cannot be taken, in words for the reader, and the status to say it with."""

    words: str
    status: int = 400

    @classmethod
    def of(cls, name: str, put: Asked) -> Refusal | None:
        """The refusal of a name; None where there is none of it."""
        _ = say().gettext
        if name == "empty":
            return cls(_(EMPTY[put.mode.way]))
        if name == "long":
            return cls(_("An answer has at most %(most)s characters.", most=MAX_ANSWER))
        if name == "options":
            words = _("The options have changed since this page was loaded. Choose again.")
            return cls(words, 409)
        return None


def verdict_on(put: Asked, form: Mapping[str, str]) -> tuple[str, Verdict]:
    """Judge what was sent.

    Args:
        put: the question as it was put.
        form: the fields; ``action`` is the button that was pressed.

    Returns:
        what was given, and the verdict on it.

    Raises:
        RefusedError: where it is no answer to this question.
    """
    way, action = put.mode.way, form.get("action", "answer")
    given = " ".join(form.get("given", "").split())
    if action in (Verdict.PASSED, Verdict.SKIPPED):
        return "", Verdict(action)
    if way == "recall":
        if action not in (Verdict.KNEW, Verdict.FORGOT):
            raise RefusedError("empty")
        return "", Verdict(action)
    if not given:
        raise RefusedError("empty")
    if len(given) > MAX_ANSWER:
        raise RefusedError("long")
    if way == "choose" and given not in put.options:
        raise RefusedError("options")
    return given, put.judge(given)


def answer_to(put: Asked, given: str, verdict: Verdict, form: Mapping[str, str]) -> Answer:
    """The answer in the words of this moment."""
    guessed = "guess" in form or "hint" in form
    return Answer(put.question.id, put.prompt, put.key, given, verdict, guessed)


def keep(sitting: Sitting, item: Item, submission: str, answer: Answer, put: Asked) -> None:
    """Keep an answer; what was missed comes round again, unless it was the only question."""
    store().sittings.keep(
        sitting.key,
        item.position,
        submission,
        answer,
        tries=item.tries,
        comes_again=answer.verdict.is_missed and may_come_again(sitting, item),
        again_as=once_more(put.question, put.mode.name),
    )


def judge_anew(sitting: Sitting, item: Item, put: Asked, verdict: Verdict) -> None:
    """Let a typed answer count as one that was meant right, or as wrong again."""
    again = once_more(put.question, put.mode.name) if may_come_again(sitting, item) else ""
    form = submission(sitting, item, verdict)
    store().sittings.judge_anew(sitting.key, item, form, verdict, again)


def may_come_again(sitting: Sitting, item: Item) -> bool:
    """Whether there is another round for an item, and other questions between."""
    return len(sitting.first) > 1 and item.position <= ROUND * (LAST_ROUND - 1)
