"""A paper code -> the Paper that it was printed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.paper.code import Recipe, decode, encode
from quizgen.paper.paper import Heading, Paper, drawn, paper_of
from quizgen.paper.printable import checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.model import Bank, Question

MAX_TRIES = 120
"""So many questions are left out in turn, to find a paper from before one was added."""


def paper_again(bank: Bank, code: str, heading: Heading | None = None) -> Paper:
    """Make the form that a code was printed on.

    A question that has joined the bank since, and would now be drawn, is left out again; one
    that has been retired since is asked again.

    Raises:
        QuizgenError: where the code is broken, or what the paper says has changed since.
    """
    recipe = decode(code, bank)
    heading = checked(heading or Heading())
    for kept in _pools(bank, recipe):
        try:
            paper = paper_of(bank, recipe, drawn(kept, recipe), heading)
        except QuizgenError:
            continue
        if paper.code == encode(recipe, bank):
            return paper
    message = "the paper cannot be made again: the bank has changed since, or is another one"
    advice = "use the bank as it was on that day (from its history), or print a new paper"
    raise QuizgenError.of("--code", "bank-changed", message, advice)


def _pools(bank: Bank, recipe: Recipe) -> Iterator[list[Question]]:
    """What may have been there to draw from: all, also the retired, or without a newer one."""
    yield [*bank.questions]
    if bank.retired:
        yield [*bank.questions, *bank.retired]
        for retired in bank.retired[:MAX_TRIES]:
            yield [*bank.questions, retired]
    try:
        drawing = drawn(bank.questions, recipe)
    except QuizgenError:
        return
    standing = dict.fromkeys(question.id for form in drawing.forms for question in form)
    for newer in list(standing)[:MAX_TRIES]:
        yield [question for question in bank.questions if question.id != newer]
