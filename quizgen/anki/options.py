"""The options of a choice note as HTML: in one order for good, the same on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.text import html
from quizgen.ask.order import ordered_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.model import Question

_SEED = "anki"
"""Another seed would move the options of every note that is out there."""


def question_list(question: Question) -> str:
    """The options as they stand before the answer."""
    return _list(f"<li dir=auto>{html(text)}</li>" for text in ordered_options(question, _SEED))


def answer_list(question: Question) -> str:
    """The options after the answer: the right one marked, the others with the reason if given."""
    reasons = {distractor.text: distractor.why for distractor in question.distractors}
    return _list(
        _distractor(text, reasons[text])
        if text in reasons
        else f'<li class="right" dir=auto>{html(text)}'
        '<span class="mark" lang="en">✓ Right answer</span></li>'
        for text in ordered_options(question, _SEED)
    )


def _distractor(text: str, why: str) -> str:
    reason = f'<span class="reason" dir=auto>{html(why)}</span>' if why else ""
    return f"<li dir=auto>{html(text)}{reason}</li>"


def _list(items: Iterable[str]) -> str:
    return f'<ol class="options" type="A">{"".join(items)}</ol>'
