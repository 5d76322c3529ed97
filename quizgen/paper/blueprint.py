"""What a quiz must hold: how many questions, and how many of them in which cell.

A blueprint has several axes. On each a value is either a filter (*only these*) or a
count (*so many of these*); what is not counted is filled with other questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from quizgen.bank.filters import Selection
from quizgen.bank.model import Difficulty, Skill, Weight
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizgen.bank.model import Bank, Question

Axis = Literal["topic", "author", "kind", "difficulty", "skill", "weight"]
AXES: tuple[Axis, ...] = get_args(Axis)

MAX_QUESTIONS = 500
MAX_FORMS = 26
DEFAULT_NUMBER = 20

_COUNTED = re.compile(r"(.*)=\s*([0-9]{1,9})\s*", re.DOTALL)
WORDS: Mapping[str, tuple[str, ...]] = {
    "difficulty": tuple(map(str, get_args(Difficulty))),
    "skill": get_args(Skill),
    "weight": get_args(Weight),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of an axis; ``count`` is None where it only filters."""

    axis: Axis
    value: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The number of questions of each form and the cells; made by :func:`blueprint`."""

    number: int
    cells: tuple[Cell, ...] = ()

    def on(self, axis: Axis) -> tuple[Cell, ...]:
        """The cells of an axis."""
        return tuple(cell for cell in self.cells if cell.axis == axis)

    def counted(self, axis: Axis) -> dict[str, int]:
        """How many questions each counted value of the axis needs."""
        return {cell.value: cell.count for cell in self.on(axis) if cell.count is not None}

    def filters(self, axis: Axis) -> frozenset[str]:
        """The values that the axis is filtered by."""
        return frozenset(cell.value for cell in self.on(axis) if cell.count is None)


def values(question: Question, axis: Axis) -> tuple[str, ...]:
    """The values that a question has on an axis: it may have several topics and authors."""
    if axis == "topic":
        return tuple(topic.id for topic in question.claim.topics)
    if axis == "author":
        return tuple(author.id for author in question.claim.authors)
    if axis == "kind":
        return (question.claim.kind,)
    if axis == "weight":
        return (question.claim.weight,)
    return (str(question.difficulty),) if axis == "difficulty" else (question.skill,)


def blueprint(
    bank: Bank, number: int | None = None, wanted: Mapping[Axis, Iterable[str]] | None = None
) -> Blueprint:
    """A blueprint from what a user wrote.

    Args:
        bank: the bank that the words must fit.
        number: how many questions; without it the counts say, or it is 20.
        wanted: for each axis ``VALUE`` to filter or ``VALUE=COUNT`` to count. Topics are ids,
            authors their ids or parts of a name.

    Raises:
        QuizgenError: with every word that fits nothing and every count that cannot be.
    """
    problems: list[Problem] = []
    cells: list[Cell] = []
    for axis in AXES:
        cells += _cells(bank, axis, (wanted or {}).get(axis, ()), problems)
    sums = {axis: sum(cell.count or 0 for cell in cells if cell.axis == axis) for axis in AXES}
    most = max(sums.values())
    if number is None:
        number = most or DEFAULT_NUMBER
    if not 1 <= number <= MAX_QUESTIONS:
        message = f"a quiz of {number:,} questions cannot be made"
        problems.append(_problem("-n", "number", message, f"write 1 to {MAX_QUESTIONS}"))
    else:
        problems += [
            _problem(
                f"--{axis}",
                "too-many",
                f"the counts add up to {total}, but the quiz has {number} questions",
                f"write -n {total}, or count fewer",
            )
            for axis, total in sums.items()
            if total > number
        ]
    if problems:
        raise QuizgenError(*problems)
    return Blueprint(number, tuple(cells))


def _cells(bank: Bank, axis: Axis, words: Iterable[str], problems: list[Problem]) -> list[Cell]:
    cells: dict[str, Cell] = {}
    for word in words:
        counted = _COUNTED.fullmatch(word)
        value, count = (counted[1].strip(), int(counted[2])) if counted else (word.strip(), None)
        found = _known(bank, axis, value, problems)
        if count == 0:
            message, advice = f"{word!r} asks for no question", "leave it out, or count 1 or more"
            problems.append(_problem(f"--{axis}", "number", message, advice))
        elif count is not None and len(found) > 1:
            message = f"{value!r} fits several: {', '.join(sorted(found))}"
            problems.append(_problem(f"--{axis}", "ambiguous", message, "write one of these"))
        for name in sorted(found):
            if name in cells:
                message, advice = f"{name!r} is given twice", "give each value once"
                problems.append(_problem(f"--{axis}", "twice", message, advice))
            cells[name] = Cell(axis, name, count)
    return [cells[name] for name in sorted(cells)]


def _known(bank: Bank, axis: Axis, value: str, problems: list[Problem]) -> frozenset[str]:
    """The ids that a word means; none, and a problem more, where it means nothing."""
    if axis in WORDS:
        if value in WORDS[axis]:
            return frozenset({value})
        message = f"there is no {axis} {value!r}"
        advice = f"There are: {', '.join(WORDS[axis])}"
        problems.append(_problem(f"--{axis}", "unknown", message, advice))
        return frozenset()
    try:
        if axis == "topic":
            return Selection.of(bank, topics=[value]).topics
        if axis == "author":
            return Selection.of(bank, authors=[value]).authors
        return Selection.of(bank, kinds=[value]).kinds
    except QuizgenError as error:
        problems += error.problems
        return frozenset()


def _problem(where: str, code: str, message: str, advice: str) -> Problem:
    return Problem(where, 0, 0, code, message, advice)
