"""What could stand in a place of a drawn quiz: questions of the same cell, or all of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.ask.order import rank
from quizgen.paper.apart import Asked
from quizgen.paper.cells import Grid
from quizgen.text.wording import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.code import Recipe

MOST = 12
"""So many are shown: more than anybody compares."""


def candidates(
    questions: Sequence[Question], recipe: Recipe, form: Sequence[Question], place: int
) -> list[Question]:
    """Questions that fill the same cells as the one at a place, and go with the others.

    Args:
        questions: all of the bank.
        recipe: what the form was drawn from.
        form: the questions of the form as it is now.
        place: from 1.

    Returns:
        at most ``MOST``: first those by the same author, each in the seed's order.
    """
    grid = Grid.of(recipe.blueprint)
    old = form[place - 1]
    others = [Asked(q) for q in form if q is not old]
    here = {q.id for q in form}
    seed = str(recipe.seed)
    wanted = sorted(grid.wanted(questions), key=lambda q: rank(seed, q.id))
    fits = [q for q in wanted if q.id not in here and q.difficulty == old.difficulty]
    profile = grid.profile(old)
    alike = [q for q in fits if grid.profile(q).cells[:-1] == profile.cells[:-1]]
    alike.sort(key=lambda q: q.claim.authors != old.claim.authors)
    found: list[Question] = []
    for question in alike:
        if len(found) < MOST and not Asked(question).meets_any(others):
            found.append(question)
    return found


def searched(
    questions: Sequence[Question], query: str, form: Sequence[Question]
) -> Iterator[Question]:
    """The questions with all words of a query in what they ask, answer or name as their topic."""
    words = fold(query).split()
    here = {q.id for q in form}
    for question in questions:
        topics = " ".join(topic.title for topic in question.claim.topics)
        said = fold(f"{question.prompt} {question.key} {topics}")
        free = question.id not in here and "choice" in question.modes
        if words and free and all(word in said for word in words):
            yield question
