"""The paper code: a few symbols from which one form and its key can be made again.

version · seed, digest, forms, form, number, cells, edits · check
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.errors import QuizgenError
from quizgen.paper.blueprint import AXES, MAX_FORMS, MAX_QUESTIONS, WORDS, Blueprint, Cell
from quizgen.paper.edits import CHANGES, Edit
from quizgen.paper.forms import LETTERS
from quizgen.text.symbols import BASE, broken, plain, read, small_hash, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.paper.blueprint import Axis

SEEDS = BASE**5
DIGESTS = BASE**5
VERSION = 1
"""Of the code and of the way in which papers are drawn: another way is another version."""

_NAMES = 4096
_TWINS = 4
"""Topics and authors are told by 12 bits of a hash, and by which of those that share it."""


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
        (recipe.forms - 1, MAX_FORMS),
        (recipe.form, recipe.forms),
        (blueprint.number - 1, MAX_QUESTIONS),
    ]
    for cell in blueprint.cells:
        fields += [(1, 2), (AXES.index(cell.axis), len(AXES))]
        fields += _name_fields(_names(bank, cell.axis), cell)
        fields.append((cell.count or 0, blueprint.number + 1))
    fields.append((0, 2))
    for edit in recipe.edits:  # none adds nothing, as a number has no leading zeros
        fields += [(1, 2), (CHANGES.index(edit.change), len(CHANGES))]
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
    if version != VERSION:
        advice = "use the release of quizgen that printed the paper"
        raise broken(f"{code!r} comes from another version of quizgen", advice)
    take = _Fields(fields)
    seed, digest = take(SEEDS), take(DIGESTS)
    forms = take(MAX_FORMS) + 1
    form, number = take(forms), take(MAX_QUESTIONS) + 1
    cells: list[Cell] = []
    while take(2):
        axis = AXES[take(len(AXES))]
        value = _name(take, _names(bank, axis), axis)
        cells.append(Cell(axis, value, take(number + 1) or None))
    edits: list[Edit] = []
    while take(2):
        change = CHANGES[take(len(CHANGES))]
        edits.append(Edit(change, take(number) + 1, LETTERS[form] if change == "swap" else ""))
    recipe = Recipe(seed, forms, form, Blueprint(number, tuple(cells)), digest, tuple(edits))
    if take.number or plain(code) != plain(encode(recipe, bank)):
        raise broken(f"{code!r} is no code that quizgen has printed")
    return recipe


class _Fields:
    """The fields of a code, taken one by one."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, size: int) -> int:
        self.number, value = divmod(self.number, size)
        return value


def _names(bank: Bank, axis: Axis) -> tuple[str, ...]:
    if axis == "topic":
        return tuple(sorted(topic.id for topic in bank.topics))
    if axis == "author":
        return tuple(sorted(source.id for source in bank.sources))
    return tuple(KIND_LABELS) if axis == "kind" else WORDS[axis]


def _twins(names: Sequence[str], hashed: int) -> list[str]:
    return [name for name in names if small_hash(name, _NAMES) == hashed]


def _name_fields(names: Sequence[str], cell: Cell) -> list[tuple[int, int]]:
    if cell.axis not in ("topic", "author"):
        return [(names.index(cell.value), len(names))]
    hashed = small_hash(cell.value, _NAMES)
    twin = _twins(names, hashed).index(cell.value)
    if twin >= _TWINS:
        message = f"no code can tell the {cell.axis} {cell.value!r} from others of this bank"
        advice = f"leave it out, or give the {cell.axis} another id"
        raise QuizgenError.of(f"--{cell.axis}", "no-code", message, advice)
    return [(hashed, _NAMES), (twin, _TWINS)]


def _name(take: _Fields, names: Sequence[str], axis: Axis) -> str:
    if axis not in ("topic", "author"):
        return names[take(len(names))]
    twins = _twins(names, take(_NAMES))
    twin = take(_TWINS)
    if twin >= len(twins):
        advice = "name the bank that the paper was printed from, as it was then"
        raise broken(f"the code asks for a {axis} that this bank does not have", advice)
    return twins[twin]
