"""Questions that have no room in formats with short stems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.attribution import cited
from quizgen.bank.lint.rule import Finding, bank_rule, question_rule
from quizgen.text.cells import SHORT_STEM, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView, QuestionView
    from quizgen.bank.model import Question

_NAMED = 12


@bank_rule(
    "no-short-stem",
    "info",
    "questions to choose from fit in 120 characters neither with their author nor by a short stem",
    "give them a `short` stem: Kahoot has no room for more",
)
def no_short_stem(bank: BankView) -> Iterator[Located]:
    """Formats with short stems refuse them; all others take them."""
    asked = [view.question for view in bank.choices]
    lacking = [question.id for question in asked if not question.short and _too_long(question)]
    if lacking:
        more = len(lacking) - _NAMED
        named = ", ".join(lacking[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        count = f"{len(lacking)} of {len(asked)} questions"
        yield "", Finding((), f"{count} have no stem of {SHORT_STEM} characters: {named}")


@question_rule(
    "long-short-stem",
    "warning",
    "the short stem and its citation have more than 120 characters",
    "make it shorter, or leave it out",
)
def long_short_stem(view: QuestionView) -> Iterator[Finding]:
    """It would fit no more than the stem that it stands for."""
    found = length(view.question.brief or "")
    if found > SHORT_STEM:
        yield Finding(("short",), f"with its citation the short stem has {found} characters")


def _too_long(question: Question) -> bool:
    return length(cited(question.prompt, question.claim.short_citation)) > SHORT_STEM
