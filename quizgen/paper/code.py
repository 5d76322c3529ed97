"""The paper code: a few symbols from which one form and its key can be made again.

version · seed, digest, forms, form, number, cells, edits · check
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from quizgen.errors import QuizgenError
from quizgen.paper.blueprint import MAX_QUESTIONS, Blueprint, Cell
from quizgen.paper.edits import OF_ALL, OF_ONE_FORM, Edit
from quizgen.paper.forms import LETTERS
from quizgen.paper.tables import (
    AXES,
    CHANGES,
    DIGESTS,
    FORMS,
    NAMES,
    NUMBERS,
    OLD,
    QUESTIONS,
    ROOM,
    SEEDS,
    TWINS,
    VALUES,
    VERSION,
)
from quizgen.text.symbols import broken, plain, read, small_hash, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.paper.blueprint import Axis

T = TypeVar("T")

_NUMBER = re.compile(r"#([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a form is made of, but for the bank."""

    seed: int
    forms: int
    form: int
    """Which of them, from 0."""
    blueprint: Blueprint
    digest: int = 0
    """Of all that the form and its key say."""
    edits: tuple[Edit, ...] = ()
    """What was changed after the drawing, in order."""

    def of_form(self, form: int) -> Recipe:
        """The recipe of one form: a swap in another one is nothing to it."""
        letter = LETTERS[0 if self.same else form]
        own = tuple(edit for edit in self.edits if edit.form in ("", letter))
        return replace(self, form=form, edits=own)

    @property
    def same(self) -> bool:
        """Whether all forms ask the same, in another order; all changes are made in form A."""
        return any(edit.change == "same" for edit in self.edits)


def seed_number(seed: str) -> int:
    """The number that stands for a user's seed, and all that a drawing depends on.

    ``#123`` is the number itself, as :func:`seed_text` writes it of a code.
    """
    if (number := _NUMBER.fullmatch(seed)) and int(number[1]) < SEEDS:
        return int(number[1])
    return small_hash(seed, SEEDS)


def seed_text(recipe: Recipe) -> str:
    """A seed that draws what the recipe draws."""
    return f"#{recipe.seed}"


def encode(recipe: Recipe, bank: Bank) -> str:
    """The code of a form, in groups of four symbols."""
    blueprint = recipe.blueprint
    fields = [
        (recipe.seed, SEEDS),
        (recipe.digest, DIGESTS),
        (recipe.forms - 1, FORMS),
        (recipe.form, recipe.forms),
        (blueprint.number - 1, NUMBERS),
    ]
    for cell in blueprint.cells:
        fields += [(1, 2), (AXES.index(cell.axis), ROOM["axes"])]
        fields += _name_fields(bank, cell)
        fields.append((cell.count or 0, blueprint.number + 1))
    fields.append((0, 2))
    places = blueprint.number
    for edit in recipe.edits:  # none adds nothing, as a number has no leading zeros
        fields += [(1, 2), (CHANGES.index(edit.change), ROOM["changes"])]
        fields += [(place - 1, places) for place in (edit.number, edit.to) if place]
        fields += _question_fields(bank, edit.question) if edit.question else []
        places += edit.change == "add"
    number = 0
    for value, size in reversed(fields):
        number = number * size + value
    return write(VERSION, number)


def decode(code: str, bank: Bank) -> Recipe:
    """Read a code, however its groups, spaces and small letters were typed.

    Raises:
        QuizgenError: where it is mistyped, or names a topic or author that the bank has not.
    """
    version, fields = read(code)
    if version not in _DECODERS:
        if version <= OLD:
            message = f"{code!r} was printed by a draft of quizgen, before its first release"
            raise broken(message, "print a new paper")
        message = f"{code!r} was printed by a newer quizgen than this one"
        raise broken(message, "update quizgen; if it says so still, copy the code once more")
    return _DECODERS[version](code, _Fields(fields), bank)


def _decode_2(code: str, take: _Fields, bank: Bank) -> Recipe:
    seed, digest = take(SEEDS), take(DIGESTS)
    forms = take(FORMS) + 1
    form, number = take(forms), take(NUMBERS) + 1
    if number > MAX_QUESTIONS or forms > len(LETTERS):
        raise broken(f"{code!r} is no code that quizgen has printed")
    cells: list[Cell] = []
    while take(2):
        axis = _entry(AXES, take(ROOM["axes"]))
        value = _name(take, bank, axis)
        cells.append(Cell(axis, value, take(number + 1) or None))
    edits: list[Edit] = []
    places = number
    while take(2):
        edits.append(_edit(take, bank, places))
        places += edits[-1].change == "add"
    letter = LETTERS[0 if any(edit.change == "same" for edit in edits) else form]
    edits = [replace(e, form=letter) if e.change in OF_ONE_FORM else e for e in edits]
    recipe = Recipe(seed, forms, form, Blueprint(number, tuple(cells)), digest, tuple(edits))
    if take.number or plain(code) != plain(encode(recipe, bank)):
        raise broken(f"{code!r} is no code that quizgen has printed")
    return recipe


def _edit(take: _Fields, bank: Bank, places: int) -> Edit:
    """An edit without its form. What it names follows from what it does."""
    change = _entry(CHANGES, take(ROOM["changes"]))
    number = 0 if change in ("add", *OF_ALL) else take(places) + 1
    to = take(places) + 1 if change == "move" else 0
    return Edit(change, number, "", _question(take, bank) if change in ("pick", "add") else "", to)


_DECODERS = {VERSION: _decode_2}
"""A decoder for each version that was printed: none is ever taken away."""


class _Fields:
    """The fields of a code, taken one by one."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, size: int) -> int:
        self.number, value = divmod(self.number, size)
        return value


def _entry(table: Sequence[T], place: int) -> T:
    if place >= len(table):
        message = "the code asks for something that this quizgen does not know"
        raise broken(message, "update quizgen: a newer one has printed it")
    return table[place]


def _names(bank: Bank, axis: Axis) -> tuple[str, ...]:
    if axis == "topic":
        return tuple(sorted(topic.id for topic in bank.topics))
    return tuple(sorted(author.id for author in bank.authors))


def _twins(names: Sequence[str], hashed: int) -> list[str]:
    return [name for name in names if small_hash(name, NAMES) == hashed]


def _name_fields(bank: Bank, cell: Cell) -> list[tuple[int, int]]:
    if cell.axis in VALUES:
        return [(VALUES[cell.axis].index(cell.value), ROOM["values"])]
    hashed = small_hash(cell.value, NAMES)
    twin = _twins(_names(bank, cell.axis), hashed).index(cell.value)
    if twin >= TWINS:
        message = f"no code can tell the {cell.axis} {cell.value!r} from others of this bank"
        advice = f"leave it out, or give the {cell.axis} another id"
        raise QuizgenError.of(f"--{cell.axis}", "no-code", message, advice)
    return [(hashed, NAMES), (twin, TWINS)]


def _name(take: _Fields, bank: Bank, axis: Axis) -> str:
    if axis in VALUES:
        return _entry(VALUES[axis], take(ROOM["values"]))
    twins = _twins(_names(bank, axis), take(NAMES))
    twin = take(TWINS)
    if twin >= len(twins):
        advice = "name the bank that the paper was printed from, as it was then"
        raise broken(f"the code asks for a {axis} that this bank does not have", advice)
    return twins[twin]


def _asked_twins(bank: Bank, hashed: int) -> list[str]:
    every = sorted(question.id for question in (*bank.questions, *bank.retired))
    return [id for id in every if small_hash(id, QUESTIONS) == hashed]


def _question_fields(bank: Bank, id: str) -> list[tuple[int, int]]:
    hashed = small_hash(id, QUESTIONS)
    twins = _asked_twins(bank, hashed)
    if id not in twins[:TWINS]:
        message = f"no code can tell the question {id!r} from others of this bank"
        raise QuizgenError.of("edit", "no-code", message, "choose another question")
    return [(hashed, QUESTIONS), (twins.index(id), TWINS)]


def _question(take: _Fields, bank: Bank) -> str:
    twins = _asked_twins(bank, take(QUESTIONS))
    twin = take(TWINS)
    if twin >= len(twins):
        advice = "name the bank that the quiz was printed from, as it was then"
        raise broken("the code asks for a question that this bank does not have", advice)
    return twins[twin]
