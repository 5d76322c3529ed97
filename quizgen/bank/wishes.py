"""The modes that a question asks for: whether it has the parts for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.assemble import sketch
from quizgen.modes import MODES, modes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.builder import Route
    from quizgen.bank.yaml_schema import ClaimEntry, QuestionEntry


def mode_wishes(
    claim: ClaimEntry, name: str, question: QuestionEntry, authors: int
) -> Iterator[tuple[Route, str, str]]:
    """What is wrong with the modes that a question asks for.

    Args:
        claim: the claim that it is about.
        name: its name there.
        question: the question.
        authors: how many authors the bank has.

    Returns:
        for each fault its route below ``modes``, what is wrong, and what to write instead.
    """
    if question.modes is None:
        return
    possible = modes_of(sketch(claim, name, question), authors)
    advice = f"choose among {', '.join(possible)}"
    if not question.modes:
        message = "the list of modes is empty, so that the question is never asked"
        yield (), message, f"{advice}, or remove the key"
    for index, mode in enumerate(question.modes):
        if mode not in possible:
            needs = MODES[mode].needs
            yield (index,), f"the question lacks the parts for {mode!r}: it needs {needs}", advice
