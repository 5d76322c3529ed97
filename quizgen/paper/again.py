"""A paper code -> the Paper that it was printed on."""

from __future__ import annotations

from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.paper.apart import Known
from quizgen.paper.code import decode, encode
from quizgen.paper.paper import Heading, Paper, drawn, paper_of
from quizgen.paper.printable import checked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.model import Bank, Question

MAX_DRAWN = 1_200
"""So many questions are drawn in all, to find a paper from before one was added or retired."""
MAX_LOOKS = 4_000
"""And so many are looked for: where a form is hard to fill, each drawing looks many times."""


def paper_again(bank: Bank, code: str, heading: Heading | None = None) -> Paper:
    """Make the form that a code was printed on.

    A question that has joined the bank since, and would now be drawn, is left out again; one
    that has been retired since is asked again.

    Raises:
        QuizgenError: where the code is broken, or what the paper says has changed since. It also
            tells why the bank of today cannot fill the paper, where that is the reason.
    """
    recipe = decode(code, bank)
    heading = checked(heading or Heading())
    reasons: dict[Problem, None] = {}
    tries = max(10, MAX_DRAWN // (recipe.blueprint.number * recipe.forms))
    known, standing = Known(), list[str]()
    for kept in islice(_pools(bank, standing), tries):
        if known.looks > MAX_LOOKS:
            break
        try:
            drawing = drawn(kept, recipe, known)
            standing += dict.fromkeys(q.id for form in drawing.forms for q in form)
            paper = paper_of(bank, recipe, drawing, heading)
        except QuizgenError as error:
            reasons.update(dict.fromkeys(error.problems))
            continue
        if paper.code == encode(recipe, bank):
            return paper
    message = "the paper cannot be made again: the bank has changed since, or is another one"
    advice = "use the bank as it was on that day (from its history), or print a new paper"
    raise QuizgenError(Problem("--code", 0, 0, "bank-changed", message, advice), *reasons)


def _pools(bank: Bank, standing: Sequence[str]) -> Iterator[list[Question]]:
    """What may have been there to draw from: all, also the retired, or without a newer one.

    Args:
        bank: as it is today.
        standing: filled by the caller with the ids of what is drawn from all.
    """
    yield [*bank.questions]
    newer = [*standing]
    if bank.retired:
        yield [*bank.questions, *bank.retired]
    for id, retired in zip_longest(newer, bank.retired):
        if retired:
            yield [*bank.questions, retired]
        if id:
            yield [question for question in bank.questions if question.id != id]
