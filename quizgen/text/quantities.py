"""Figures with what belongs to them in one form: money, shares, scales, ordinals, Roman figures."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from quizgen.text.numbers import SCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_SCALE = r"thousand|million|billion|trillion|bn|mn|mln|tn|m|k"
_MONEY = re.compile(rf"(?:\b(?:US|USD) ?)?([$€£]) ?({_NUMBER})(?: ?({_SCALE})\b)?", re.IGNORECASE)
_SCALED = re.compile(
    rf"(?<![\w.])({_NUMBER})[ -]?(thousand|million|billion|trillion|bn|mn|mln|tn)\b", re.I
)
_DECIMAL = re.compile(r"(?<![\w.])([0-9]+)\.([0-9]+)\b")
_THOUSANDS = re.compile("(?<=\\d)[,' \xa0\u202f](?=\\d{3}(?!\\d))")
_PERCENT = re.compile(r" ?%| per cent\b| percentage points?\b| pct\b", re.IGNORECASE)
_DOLLARS = re.compile(
    r"\b(?:US|U\.S\.|American) (?=dollars?\b)|\bdollar\b(?!')|\bUSD\b", re.IGNORECASE
)
_CURRENCIES = {"$": "dollars", "€": "euros", "£": "pounds"}
_SHORT = {"bn": "billion", "mn": "million", "mln": "million", "m": "million", "tn": "trillion"}
_SHORT |= {"k": "thousand"}

_NUMBERED = (
    r"art|article|chapter|section|title|part|point|phase|protocol|annex|volume|act|paragraph|war|no"
)
_ROMAN = re.compile(
    rf"\b((?i:{_NUMBERED}))\b\.? ?((?i:(?=[ivx]+\b)x{{0,3}}(?:ix|iv|v?i{{0,3}}))|\d+)\b"
)
_VALUES = {"i": 1, "v": 5, "x": 10}

_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = _NAMES.split()
_NTH = re.compile(r"([0-9]+)(?:st|nd|rd|th)")


def in_one_form(text: str) -> str:
    """A text with straight marks, its money, shares, scales and Roman figures in one form.

    *$21.7 bn* becomes *21700000000 dollars*, *forty per cent* ends with *percent*, *Art. V*
    is *article 5*; the point of other decimals becomes a letter, so that none is lost later.
    """
    text = _THOUSANDS.sub("", text)
    text = _MONEY.sub(lambda found: f"{_scaled(found[2], found[3])} {_CURRENCIES[found[1]]}", text)
    text = _SCALED.sub(lambda found: _scaled(found[1], found[2]), text)
    text = _DECIMAL.sub(lambda found: _written(Decimal(found[0])), text)
    text = _DOLLARS.sub(lambda found: "" if found[0].endswith(" ") else "dollars", text)
    text = _PERCENT.sub(" percent", text)
    return _ROMAN.sub(lambda found: f"{_word(found[1])} {_value(found[2])}", text)


def ordinals(words: Sequence[str]) -> list[str]:
    """The words with ordinals in figures, all with the same ending: ``11th``, ``1th``."""
    return [_ordinal(word) for word in words]


def _ordinal(word: str) -> str:
    if word in _ORDINALS:
        return f"{_ORDINALS.index(word) + 1}th"
    match = _NTH.fullmatch(word)
    return f"{int(match[1])}th" if match else word


def _scaled(figures: str, scale: str | None) -> str:
    name = (scale or "").lower()
    return _written(Decimal(figures) * SCALES.get(_SHORT.get(name, name), 1))


def _written(value: Decimal) -> str:
    """A number without zeros at its end, and with a letter for the point."""
    text = f"{value.normalize():f}"
    return text.replace(".", "p")


def _word(word: str) -> str:
    return "article" if word.lower() == "art" else word


def _value(figures: str) -> int:
    if figures.isdigit():
        return int(figures)
    values = [_VALUES[letter] for letter in figures.lower()]
    after = [*values[1:], 0]
    return sum(-v if v < nxt else v for v, nxt in zip(values, after, strict=True))
