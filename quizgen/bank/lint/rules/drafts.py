"""What a person has yet to do before a claim in the making is a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView


@bank_rule(
    "to-do",
    "warning",
    "something is left to do in a source or in a claim in the making; nothing of it is asked",
    "do it, then remove its line under todo; without todo: and proposal: it is a claim like others",
)
def to_do(bank: BankView) -> Iterator[Located]:
    """One finding for each line of a list of things to do."""
    for source in bank.bank.sources:
        for index, text in enumerate(source.todo):
            yield source.id, Finding(("todo", index), text)
    for draft in bank.bank.drafts:
        for index, text in enumerate(draft.todo):
            yield draft.id, Finding(("todo", index), text)
