"""The paper code: a few symbols from which one form and its key can be made again.

The symbols are figures and capitals without those that look alike (0 O, 1 I L): 31 of them, a
prime, so that a weighted sum finds each single wrong symbol and each two neighbours swapped.

    version · seed, forms, form, number, cells, digest · check
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.errors import QuizgenError
from quizgen.quiz.blueprint import AXES, MAX_FORMS, MAX_QUESTIONS, WORDS, Blueprint, Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.quiz.blueprint import Axis

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(ALPHABET)
SEEDS = BASE**5
DIGESTS = BASE**5
VERSION = 1
"""Of the code and of the way in which papers are drawn: another way is another version."""

_NAMES = 4096
_TWINS = 4
"""Topics and authors are told by 12 bits of a hash, and by which of those that share it."""
_MAX_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that a form is made of, but for the bank."""

    seed: int
    forms: int
    form: int
    """Which of them, from 0."""
    blueprint: Blueprint
    digest: int
    """Of all that the form and its key say."""


def small_hash(text: str, size: int) -> int:
    """A number below ``size`` that is the same for a text on every machine."""
    data = text.encode("utf-8", "surrogatepass")  # a terminal may hand over any bytes as a seed
    return int.from_bytes(blake2b(data, digest_size=16).digest(), "big") % size


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
    number = 0
    for value, size in reversed(fields):
        number = number * size + value
    symbols = [VERSION]
    while number:
        number, digit = divmod(number, BASE)
        symbols.append(digit)
    symbols.append(_check(symbols))
    text = "".join(ALPHABET[symbol] for symbol in symbols)
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def decode(code: str, bank: Bank) -> Recipe:
    """Read a code, however its groups, spaces and small letters were typed.

    Raises:
        QuizgenError: where it is mistyped, or names a topic or author that the bank has not.
    """
    *symbols, check = _symbols(code)
    if _check(symbols) != check:
        raise _broken(f"{code!r} is mistyped: its last symbol does not fit the others")
    if symbols[0] != VERSION:
        advice = "use the release of quizgen that printed the paper"
        raise _broken(f"{code!r} comes from another version of quizgen", advice)
    take = _Fields(symbols[1:])
    seed, digest = take(SEEDS), take(DIGESTS)
    forms = take(MAX_FORMS) + 1
    form, number = take(forms), take(MAX_QUESTIONS) + 1
    cells: list[Cell] = []
    while take(2):
        axis = AXES[take(len(AXES))]
        value = _name(take, _names(bank, axis), axis)
        cells.append(Cell(axis, value, take(number + 1) or None))
    recipe = Recipe(seed, forms, form, Blueprint(number, tuple(cells)), digest)
    if take.number or re.sub(r"[\s-]", "", code).upper() != encode(recipe, bank).replace("-", ""):
        raise _broken(f"{code!r} is no code that quizgen has printed")
    return recipe


class _Fields:
    """The fields of a code, taken one by one."""

    def __init__(self, symbols: Sequence[int]) -> None:
        self.number = 0
        for symbol in reversed(symbols):
            self.number = self.number * BASE + symbol

    def __call__(self, size: int) -> int:
        self.number, value = divmod(self.number, size)
        return value


def _symbols(code: str) -> list[int]:
    text = re.sub(r"[\s-]", "", code).upper()
    for character in text:
        if character not in ALPHABET:
            advice = f"a code has only these: {ALPHABET}"
            raise _broken(f"{character!r} stands in no code", advice)
    if not 3 <= len(text) <= _MAX_LENGTH:
        raise _broken(f"a code has not {len(text)} symbols")
    return [ALPHABET.index(character) for character in text]


def _check(symbols: Sequence[int]) -> int:
    """3 is a generator modulo 31: 30 places in a row have each a weight of their own."""
    return sum(pow(3, place, BASE) * symbol for place, symbol in enumerate(symbols, 1)) % BASE


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
        raise _broken(f"the code asks for a {axis} that this bank does not have", advice)
    return twins[twin]


def _broken(
    message: str, advice: str = "copy it from the foot of the paper once more"
) -> QuizgenError:
    return QuizgenError.of("--code", "code", message, advice)
