"""What loads but is a flaw: the rules of item writing, attribution and care.

Each rule is registered by its family's module; docs/lint-rules.md tells them one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.lint.allow import Allowances
from quizgen.bank.lint.rule import RULES
from quizgen.bank.lint.rules import (  # noqa: F401  (importing a family registers its rules)
    across,
    aloud,
    claim,
    cues,
    drafts,
    essay,
    forms,
    lines,
    numbers,
    options,
    proof,
    scope,
    shares,
    short,
    stem,
    texts,
    voice,
)
from quizgen.bank.lint.view import BankView
from quizgen.errors import Problem

if TYPE_CHECKING:
    from quizgen.bank.evidence import Essays
    from quizgen.bank.load import Loaded


@dataclass(frozen=True, slots=True)
class Report:
    """What the rules found."""

    problems: tuple[Problem, ...]
    silenced: int
    """How many findings have a reason to stand, by ``allow``."""


def lint(loaded: Loaded, essays: Essays | None = None) -> Report:
    """Hold a sound bank against every rule.

    Args:
        loaded: the bank.
        essays: the essays' text; the rules that need it are left out without it.
    """
    english = loaded.bank.language.split("-")[0] == "en"
    active = [
        rule
        for rule in RULES.values()
        if (english or not rule.english) and (essays is not None or not rule.essays)
    ]
    view = BankView.of(loaded.bank, essays)
    allowances = Allowances(loaded.bank)
    problems: list[Problem] = []
    for rule in active:
        for id, (route, message, advice) in rule.run(view):
            if allowances.silence(id, rule.code):
                continue
            problems.append(
                loaded.problem(
                    id, route, rule.code, message, advice or rule.advice, severity=rule.severity
                )
                if id
                else Problem(
                    str(loaded.folder), 0, 0, rule.code, message, rule.advice, rule.severity
                )
            )
    problems += allowances.unused(loaded, {rule.code for rule in active})
    return Report(tuple(sorted(problems)), allowances.silenced)
