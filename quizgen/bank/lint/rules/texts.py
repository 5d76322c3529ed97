"""Flaws that any text of a bank can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\{\{.*?\}\}|\[(?:sound|latex|anki):", re.IGNORECASE)


@bank_rule(
    "markup",
    "warning",
    "a text holds what looks like markup",
    "remove it, unless a reader shall see just these signs",
)
def markup(bank: BankView) -> Iterator[Located]:
    """A bank holds plain text, and every page, card and paper shows it as such."""
    for id, route, text, _ in bank.passages:
        if ("<" in text or "{{" in text or "[" in text) and (match := _MARKUP.search(text)):
            message = f"{match[0]!r} looks like markup, but a bank holds plain text"
            yield id, Finding(route, message)
