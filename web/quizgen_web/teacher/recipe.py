"""Draft -> what is asked of the bank, or all that is wrong with it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from quizgen.errors import Problem, QuizgenError
from quizgen.paper.blueprint import AXES, MAX_FORMS, Blueprint, blueprint
from quizgen.paper.code import Recipe, seed_number
from quizgen.paper.edits import Edit, parse_edit
from quizgen.paper.paper import Heading
from quizgen.paper.printable import checked
from quizgen_web.shell.language import say
from quizgen_web.teacher.problems import problem, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.bank.model import Bank
    from quizgen.paper.blueprint import Axis
    from quizgen_web.teacher.draft import Draft

T = TypeVar("T")

MOST = 100
"""So many questions a form has at most here, and so many have all forms together: who draws
more keeps everybody else waiting for seconds."""
MOST_IN_ALL = 520
MAX_SEED = 64


@dataclass(frozen=True, slots=True)
class Order:
    """All that ``make_quiz`` needs beside the bank and the seed."""

    blueprint: Blueprint
    forms: int
    heading: Heading
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, bank: Bank, draft: Draft) -> Order:
        """Read a draft.

        Raises:
            QuizgenError: with every field that cannot be.
        """
        _, problems = say().gettext, list[Problem]()
        heading = kept(problems, lambda: heading_of(draft))
        plan = kept(problems, lambda: _blueprint(bank, draft))
        forms = kept(problems, lambda: _count("forms", draft.forms, MAX_FORMS))
        edits = kept(problems, lambda: tuple(map(parse_edit, draft.edits)))
        if len(draft.seed) > MAX_SEED or not draft.seed.isprintable():
            message = _("it is a word of at most %(most)s characters", most=MAX_SEED)
            problems.append(problem("seed", message, _("open the page anew")))
        if plan and forms and plan.number * forms > MOST_IN_ALL:
            message = _(
                "%(forms)s forms of %(number)s are %(total)s questions",
                forms=forms,
                number=plan.number,
                total=say().number(plan.number * forms),
            )
            advice = _("ask for at most %(most)s in all", most=MOST_IN_ALL)
            problems.append(problem("forms", message, advice))
        if problems or plan is None or forms is None or heading is None or edits is None:
            raise QuizgenError(*problems)
        return cls(plan, forms, heading, edits)


def recipe_of_draft(bank: Bank, draft: Draft) -> Recipe:
    """What a draft is drawn from.

    Raises:
        QuizgenError: with every field that cannot be.
    """
    order = Order.of(bank, draft)
    return Recipe(seed_number(draft.seed), order.forms, 0, order.blueprint, edits=order.edits)


def heading_of(draft: Draft) -> Heading:
    """The teacher's own words.

    Raises:
        QuizgenError: where they cannot be printed.
    """
    return checked(Heading(draft.title, draft.instructions))


def kept(problems: list[Problem], make: Callable[[], T]) -> T | None:
    """What is made; where it cannot be, its problems are put to the others."""
    try:
        return make()
    except QuizgenError as error:
        problems += error.problems
        return None


def _blueprint(bank: Bank, draft: Draft) -> Blueprint:
    _, problems = say().gettext, list[Problem]()
    wanted_number = None
    if draft.number:
        wanted_number = kept(problems, lambda: _count("n", draft.number, MOST))
    wanted: dict[Axis, list[str]] = {axis: [] for axis in AXES}
    for wish in draft.wishes:
        if wish.count and not (wish.count.isascii() and wish.count.isdigit()):
            message = _("%(count)s is no number of questions", count=short(wish.count))
            advice = _("write 1 or more, or leave it empty")
            place = f"{wish.axis} {wish.value}: {message}"
            problems.append(problem(wish.axis, place, advice))
        else:
            wanted[wish.axis].append(str(wish))
    # Without the number that could not be read, the others are still looked at.
    made = kept(problems, lambda: blueprint(bank, wanted_number, wanted))
    if made and made.number > MOST:
        message = _("the numbers add up to %(total)s questions", total=say().number(made.number))
        problems.append(problem("n", message, _("ask for at most %(most)s", most=MOST)))
    if problems or made is None:
        raise QuizgenError(*problems)
    return made


def _count(field: str, text: str, most: int) -> int:
    digits = text.isascii() and text.isdigit() and len(text) < 10
    if not (digits and 1 <= int(text) <= most):
        _ = say().gettext
        if field == "n":
            message = _("%(text)s is no number of questions for a quiz", text=short(text))
        else:
            message = _("%(text)s is no number of forms for a quiz", text=short(text))
        advice = _("write a number from 1 to %(most)s", most=most)
        raise QuizgenError(problem(field, message, advice))
    return int(text)
