"""The rules and how they are written down.

A rule is a small function with a code, a severity, a summary and an advice. It looks at one
claim, one question or the whole bank, and yields findings; the runner adds the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quizgen.bank.lint.view import BankView, ClaimView, QuestionView

if TYPE_CHECKING:
    from quizgen.bank.builder import Route
    from quizgen.errors import Severity


class Finding(NamedTuple):
    """What a rule found: where inside the claim or question, and what it is."""

    route: Route
    message: str
    advice: str = ""
    """In the place of the rule's advice, where the case is a special one."""


Located = tuple[str, Finding]
"""The id of a claim or question, or an empty text for the bank, and what was found there."""

ClaimCheck = Callable[[ClaimView], Iterator[Finding]]
QuestionCheck = Callable[[QuestionView], Iterator[Finding]]
BankCheck = Callable[[BankView], Iterator[Located]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `quizgen check` looks for in a bank that loads."""

    code: str
    severity: Severity
    summary: str
    advice: str
    run: BankCheck
    english: bool
    """It knows English words, so it is left out for a bank in another language."""
    essays: bool
    """It needs the essays' text."""


RULES: dict[str, Rule] = {}


def bank_rule(
    code: str,
    severity: Severity,
    summary: str,
    advice: str,
    *,
    english: bool = False,
    essays: bool = False,
) -> Callable[[BankCheck], BankCheck]:
    """Register a rule that looks at the whole bank."""

    def register(check: BankCheck) -> BankCheck:
        RULES[code] = Rule(code, severity, summary, advice, check, english, essays)
        return check

    return register


def claim_rule(
    code: str,
    severity: Severity,
    summary: str,
    advice: str,
    *,
    english: bool = False,
    essays: bool = False,
) -> Callable[[ClaimCheck], ClaimCheck]:
    """Register a rule that looks at each claim by itself."""

    def register(check: ClaimCheck) -> ClaimCheck:
        def run(bank: BankView) -> Iterator[Located]:
            for view in bank.claims:
                for finding in check(view):
                    yield view.claim.id, finding

        bank_rule(code, severity, summary, advice, english=english, essays=essays)(run)
        return check

    return register


def question_rule(
    code: str,
    severity: Severity,
    summary: str,
    advice: str,
    *,
    english: bool = False,
    essays: bool = False,
    choice: bool = False,
) -> Callable[[QuestionCheck], QuestionCheck]:
    """Register a rule that looks at each question (with ``choice``: that shows options)."""

    def register(check: QuestionCheck) -> QuestionCheck:
        def run(bank: BankView) -> Iterator[Located]:
            for view in bank.choices if choice else bank.questions:
                for finding in check(view):
                    yield view.question.id, finding

        bank_rule(code, severity, summary, advice, english=english, essays=essays)(run)
        return check

    return register


def option_place(index: int) -> Route:
    """Where an option stands in the file, counted with the key as the first."""
    return ("wrong", index - 1) if index else ("answer",)
