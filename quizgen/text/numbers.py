"""Numbers in figures and in English words to trillions: the one place that reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}

_BEGINS = re.compile(
    rf"\s*(?:[+−-]?[0-9]|a |(?:{'|'.join([*SMALL, *SCALES, 'hundred'])})\b)", re.IGNORECASE
)
"""Most texts are no numbers, which their first word tells."""
_WORDS = SMALL.keys() | SCALES.keys() | {"hundred"}
_FIGURES = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_SCALED = re.compile(rf"([0-9]+(?:\.[0-9]+)?) ({'|'.join(SCALES)})")


def number(text: str) -> Decimal | None:
    """The number that a text is and nothing else, in figures or in words; None for all else."""
    if not _BEGINS.match(text):
        return None
    figures = text.replace(",", "").replace("−", "-").strip()
    if _FIGURES.fullmatch(figures):
        return Decimal(figures)
    words = figures.casefold()
    if scaled := _SCALED.fullmatch(words):
        return Decimal(scaled[1]) * SCALES[scaled[2]]
    tokens = words.replace("-", " ").split()
    tokens = tokens[1:] if tokens[:1] == ["a"] else tokens
    value, end = read(tokens, 0)
    return Decimal(value) if value is not None and end == len(tokens) else None


def in_figures(words: Sequence[str]) -> list[str]:
    """The words with each run of number words as one figure: ``41 states``."""
    if _WORDS.isdisjoint(words):
        return list(words)
    found: list[str] = []
    place = 0
    while place < len(words):
        if words[place] not in _WORDS and not words[place].isdigit():
            found.append(words[place])
            place += 1
            continue
        value, end = read(words, place)
        if value is None or (words[place].isdigit() and (end == place + 1 or _decimal(found))):
            found.append(words[place])
            place += 1
        else:
            found.append(str(value))
            place = end
    return found


def _decimal(before: list[str]) -> bool:
    """Whether figures stand before: the point between is lost, and 1.5 million is no 5 million."""
    return bool(before) and before[-1].isdigit()


@dataclass(slots=True)
class _Run:
    """What was read of a number so far: whole thousands, the part below, and how it ended."""

    total: int = 0
    part: int | None = None
    last: str = ""
    """What stood last: ``unit``, ``tens``, ``hundred``, ``scale`` or ``figure``."""
    scale: int = 10**15

    def take(self, word: str) -> bool:
        """Add a word; False where the number ends before it."""
        if word in SMALL:
            return self._small(SMALL[word])
        if word == "hundred":
            if self.last in ("hundred", "scale") or not 0 < (self.part or 1) < 100:
                return False
            self.part, self.last = 100 * (self.part or 1), "hundred"
            return True
        if word in SCALES:
            scale = SCALES[word]
            if self.last == "scale" or scale >= self.scale:
                return False
            self.total += (1 if self.part is None else self.part) * scale
            self.part, self.last, self.scale = None, "scale", scale
            return True
        return False

    def _small(self, value: int) -> bool:
        kind = "tens" if value >= 20 else "unit"
        if self.part is None:
            self.part = value
        elif (self.last == "hundred" and value) or (self.last == "tens" and 0 < value < 10):
            self.part += value
        elif value >= 10 and not self.total and self.part in range(11, 21):
            self.part = 100 * self.part + value  # nineteen ninety-four
        else:
            return False
        self.last = kind
        return True


def read(words: Sequence[str], start: int) -> tuple[int | None, int]:
    """The number that begins at a word.

    Args:
        words: in small letters; figures may stand before *hundred*, *thousand*, *million*.
        start: where to begin.

    Returns:
        the number, or None, and where it ends.
    """
    run, place = _Run(), start
    if words[start : start + 1] and words[start].isascii() and words[start].isdigit():
        if len(words[start]) > 15:
            return None, start
        run.part, run.last, place = int(words[start]), "figure", start + 1
    while place < len(words):
        word = words[place]
        joined = word == "and" and run.last in ("hundred", "scale")
        if joined and words[place + 1 : place + 2] and words[place + 1] in SMALL:
            place += 1
            word = words[place]
        if not run.take(word):
            place -= joined and word != "and"
            break
        place += 1
    if place == start:
        return None, start
    return run.total + (run.part or 0), place
