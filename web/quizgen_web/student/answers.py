"""Taking an answer: what may be sent, how it is judged, and keeping it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.ask.verdict import Verdict
from quizgen.words import N_
from quizgen_web.shell.language import say
from quizgen_web.shell.site import store
from quizgen_web.store import ROUND, Answer

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
    """An answer that cannot be taken, in words for the reader, and the status to say it with."""

    def __init__(self, words: str, status: int = 400) -> None:
        super().__init__(words)
        self.words = words
        self.status = status


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
    _ = say().gettext
    way, action = put.mode.way, form.get("action", "answer")
    given = " ".join(form.get("given", "").split())
    if action in (Verdict.PASSED, Verdict.SKIPPED):
        return "", Verdict(action)
    if way == "recall":
        if action not in (Verdict.KNEW, Verdict.FORGOT):
            raise RefusedError(_(EMPTY[way]))
        return "", Verdict(action)
    if not given:
        raise RefusedError(_(EMPTY[way]))
    if len(given) > MAX_ANSWER:
        raise RefusedError(_("An answer has at most %(most)s characters.", most=MAX_ANSWER))
    if way == "choose" and given not in put.options:
        words = _("The options have changed since this page was loaded. Choose again.")
        raise RefusedError(words, 409)
    return given, put.judge(given)


def answer_to(put: Asked, given: str, verdict: Verdict, form: Mapping[str, str]) -> Answer:
    """The answer in the words of this moment."""
    return Answer(put.question.id, put.prompt, put.key, given, verdict, "guess" in form)


def keep(sitting: Sitting, item: Item, submission: str, answer: Answer) -> None:
    """Keep an answer; what was missed comes round again, unless it was the only question."""
    store().sittings.keep(
        sitting.key,
        item.position,
        submission,
        answer,
        tries=item.tries,
        comes_again=(
            answer.verdict.is_missed
            and len(sitting.first) > 1
            and item.position <= ROUND * (LAST_ROUND - 1)
        ),
    )
