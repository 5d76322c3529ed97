"""Questions -> forms that are alike: the same cells, the same difficulties, no question shared.

A question's place in the ranking is a hash of the seed and its id. A form takes questions in
this order, so that an unrelated new question leaves it as it was. Several forms take them in
groups of one profile, one question for each form: thus they are equal by construction.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.ask.order import rank
from quizgen.errors import QuizgenError
from quizgen.paper.cells import Grid
from quizgen.paper.fill import Filling
from quizgen.paper.lacking import not_together, too_few

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgen.bank.model import Question
    from quizgen.paper.apart import Known
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.fill import Form

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The questions of each form, in the order of the paper."""

    forms: tuple[tuple[Question, ...], ...]

    @property
    def shared(self) -> int:
        """How many questions stand in more than one form."""
        times = Counter(question.id for form in self.forms for question in form)
        return sum(count > 1 for count in times.values())


def draw_forms(
    questions: Iterable[Question],
    blueprint: Blueprint,
    seed: str,
    forms: int,
    known: Known | None = None,
) -> Drawing:
    """Draw the forms of a blueprint.

    Args:
        questions: those to draw from, in any order.
        blueprint: what each form must hold.
        seed: the same seed draws the same forms.
        forms: how many, 1 to 26.
        known: what earlier drawings found out of the bank's questions; this one adds to it.

    Raises:
        QuizgenError: where not even one form can be made; it tells each cell that lacks some.
    """
    grid = Grid.of(blueprint)
    wanted = grid.wanted(questions)
    authors = frozenset[str]() if "author" in grid.axes else _authors(grid, wanted)
    pool = sorted(wanted, key=lambda question: rank(seed, question.id))
    drawn = Filling(grid, pool, authors, known)
    made = drawn.in_turn(forms, 0)
    if made is None:
        if problems := too_few(grid, pool):
            raise QuizgenError(*problems)
        made = drawn.apart(forms) or (drawn.sharing(forms) if forms > 1 else None)
    if made is None:
        raise QuizgenError(*not_together(grid, drawn.as_far_as_it_goes()))
    ordered = [
        _ordered(form, f"{seed}\0{letter}") for form, letter in zip(made, LETTERS, strict=False)
    ]
    return Drawing(tuple(ordered))


def reordered(drawing: Drawing, seed: str, forms: int) -> Drawing:
    """The one form of a drawing as several: the same questions, each time in another order.

    The first stays as it is; in the others what is equally difficult changes places. Where that
    gives an order that there is already, the difficulty is left aside.
    """
    made = [*drawing.forms]
    for letter in LETTERS[1:forms]:
        for order in _orders(made[0], f"{seed}\0same\0{letter}"):
            if order not in made:
                break
        made.append(order)
    return Drawing(tuple(made))


def _orders(questions: Sequence[Question], seed: str) -> Iterator[tuple[Question, ...]]:
    for number in range(40):
        by_level = number < 20
        yield tuple(
            sorted(
                questions,
                key=lambda q: (by_level and q.difficulty, rank(f"{seed}\0{number}", q.id)),
            )
        )


def _ordered(form: Form, seed: str) -> tuple[Question, ...]:
    """From easy to hard, so that nobody is stuck at the start, else in the seed's order."""
    questions = [asked.question for asked in form]
    return tuple(sorted(questions, key=lambda q: (q.difficulty, rank(seed, q.id))))


def _authors(grid: Grid, questions: Sequence[Question]) -> frozenset[str]:
    """The wanted authors who have questions."""
    authors = {author.id for q in questions for author in q.claim.authors}
    return frozenset(authors & (grid.blueprint.filters("author") or authors))
