"""Numbers as symbols that people can copy: no look-alikes, and a slip is found.

Quiz codes and study codes are written so. The symbols are figures and capitals without those
that look alike (0 O, 1 I L): 31 of them, a prime. The symbol at place n weighs 3 to the power of
n, the check symbol at the end too, and all together weigh as much as there are symbols, modulo
31. One wrong symbol changes that sum, whatever its place, and so do two neighbours swapped, since
no two neighbours weigh the same, and so does one symbol too many or too few at the end.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Sequence

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(ALPHABET)

_MAX_LENGTH = 500


def small_hash(text: str, size: int) -> int:
    """A number below ``size`` that is the same for a text on every machine."""
    data = text.encode("utf-8", "surrogatepass")  # a terminal may hand over any bytes as a seed
    return int.from_bytes(blake2b(data, digest_size=16).digest(), "big") % size


def write(version: int, number: int, places: int = 0) -> str:
    """A version below 31 and a number, with a check symbol, in groups of four.

    Args:
        version: the first symbol; it tells what kind of code this is.
        number: what the code says.
        places: so many symbols at least stand for the number.
    """
    symbols = [version]
    while number or len(symbols) <= places:
        number, digit = divmod(number, BASE)
        symbols.append(digit)
    # What is missing, divided by the check symbol's own weight.
    length = len(symbols) + 1
    symbols.append((length - _weight(symbols)) * pow(3, -length, BASE) % BASE)
    text = "".join(ALPHABET[symbol] for symbol in symbols)
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def plain(code: str) -> str:
    """A code as it is compared: without spaces and hyphens, in capitals."""
    return re.sub(r"[\s-]", "", code).upper()


def read(code: str) -> tuple[int, int]:
    """The version and the number of a code, however its groups and small letters were typed.

    Raises:
        QuizgenError: where it is mistyped.
    """
    text = plain(code)
    for character in text:
        if character not in ALPHABET:
            advice = f"a code has only these: {ALPHABET}"
            raise broken(f"{character!r} stands in no code", advice)
    if not 3 <= len(text) <= _MAX_LENGTH:
        raise broken(f"a code has not {len(text)} symbols")
    symbols = [ALPHABET.index(character) for character in text]
    if _weight(symbols) != len(symbols) % BASE:
        raise broken(f"{code!r} is mistyped: its last symbol does not fit the others")
    number = 0
    for symbol in reversed(symbols[1:-1]):
        number = number * BASE + symbol
    return symbols[0], number


def broken(
    message: str, advice: str = "copy it from the foot of the paper once more"
) -> QuizgenError:
    """The error for a code that says nothing."""
    return QuizgenError.of("--code", "code", message, advice)


def _weight(symbols: Sequence[int]) -> int:
    return sum(pow(3, place, BASE) * symbol for place, symbol in enumerate(symbols, 1)) % BASE
