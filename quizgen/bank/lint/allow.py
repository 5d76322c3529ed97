"""``allow``: a rule silenced for one claim or question, with the reason."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from quizgen.bank.load import Loaded
    from quizgen.bank.model import Bank
    from quizgen.errors import Problem

UNUSED = "unused-allow"


class Allowances:
    """What is silenced where. What a claim allows holds for its questions, too."""

    def __init__(self, bank: Bank) -> None:
        self.silenced = 0
        self._given = {
            (entry.id, code)
            for entries in (bank.claims, bank.questions)
            for entry in entries
            for code, _ in entry.allow
        }
        self._used: set[tuple[str, str]] = set()

    def silence(self, id: str, code: str) -> bool:
        """Whether a finding has a reason to stand; it then counts as silenced."""
        claim = id.partition(".")[0]
        used = [place for place in {(id, code), (claim, code)} if place in self._given]
        self._used.update(used)
        self.silenced += bool(used)
        return bool(used)

    def unused(self, loaded: Loaded, active: Collection[str]) -> Iterator[Problem]:
        """A warning for each reason that silences nothing.

        Args:
            loaded: the bank.
            active: the rules that ran: of another one nobody knows what it would find.
        """
        for id, code in sorted(self._given - self._used):
            if code in active:
                message = f"{code} finds nothing here, so there is nothing to allow"
                advice = "remove the line"
            elif code in RULES:
                continue
            else:
                close = get_close_matches(code, RULES, 1)
                message = f"no rule is called {code!r}"
                advice = f"did you mean {close[0]}?" if close else "docs/lint-rules.md lists them"
            yield loaded.problem(id, ("allow", code), UNUSED, message, advice, severity="warning")
