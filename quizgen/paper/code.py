"""The paper code: a few symbols from which one form and its key can be made again.

version · seed, digest, forms, form, number, cells, edits · check
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from quizgen.errors import QuizgenError
from quizgen.paper.blueprint import MAX_QUESTIONS, Blueprint, Cell
from quizgen.paper.edits import Edit
from quizgen.paper.forms import LETTERS
from quizgen.paper.tables import (
    AXES,
    CHANGES,
    DIGESTS,
    FORMS,
    NAMES,
    NUMBERS,
    OLD,
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
        own = tuple(edit for edit in self.edits if edit.form in ("", LETTERS[form]))
        return replace(self, form=form, edits=own)


def seed_number(seed: str) -> int:
    """The number that stands for a user's seed, and all that a drawing depends on."""
    return small_hash(seed, SEEDS)


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
    for edit in recipe.edits:  # none adds nothing, as a number has no leading zeros
        fields += [(1, 2), (CHANGES.index(edit.change), ROOM["changes"])]
        fields.append((edit.number - 1, blueprint.number))
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
    while take(2):
        change = _entry(CHANGES, take(ROOM["changes"]))
        edits.append(Edit(change, take(number) + 1, LETTERS[form] if change == "swap" else ""))
    recipe = Recipe(seed, forms, form, Blueprint(number, tuple(cells)), digest, tuple(edits))
    if take.number or plain(code) != plain(encode(recipe, bank)):
        raise broken(f"{code!r} is no code that quizgen has printed")
    return recipe


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
