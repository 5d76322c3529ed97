"""The generator: which ways to ask a question it has the parts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.entries import ClaimEntry, QuestionEntry
    from quizgen.bank.model import Mode

TYPEABLE_WORDS = 4
"""An answer of more words is not asked for by keyboard unless spellings are listed."""


def possible_modes(claim: ClaimEntry, question: QuestionEntry, authors: int) -> Iterator[Mode]:
    """The modes that a question has the parts for.

    Args:
        claim: the claim that it asks about.
        question: the question.
        authors: how many authors the bank has; those who wrote together are one.
    """
    if len(question.wrong) >= 2:
        yield "choice"
    if question.accept or len(question.answer.split()) <= TYPEABLE_WORDS:
        yield "typed"
    yield "recall"
    if "[[" in claim.text:
        yield "cloze"
    if authors > 1 and not claim.also and not claim.sources:
        yield "who"
