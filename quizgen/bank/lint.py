"""What loads but is likely a slip."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.attribution import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.load import Loaded
    from quizgen.errors import Problem

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|\{\{.*?\}\}|\[(sound|latex|anki):", re.IGNORECASE)


def lint(loaded: Loaded) -> Iterator[Problem]:
    """Warnings about a sound bank."""
    for claim in loaded.bank.claims:
        yield from _markup(
            loaded, claim.id, {"text": bare(claim.statement), "context": claim.context}
        )
    for question in loaded.bank.questions:
        texts = {"ask": bare(question.stem), "answer": question.key, "why": question.rationale}
        yield from _markup(loaded, question.id, texts)


def _markup(loaded: Loaded, id: str, texts: dict[str, str]) -> Iterator[Problem]:
    for key, text in texts.items():
        if match := _MARKUP.search(text):
            message = f"{match[0]!r} looks like markup, but a bank holds plain text"
            advice = "remove it, unless a reader shall see just these signs"
            yield loaded.problem(id, (key,), "markup", message, advice, severity="warning")
