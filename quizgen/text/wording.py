"""Texts made comparable: what counts as the same word, whoever typed it."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_TYPOGRAPHY = str.maketrans(dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"'))
_TYPOGRAPHY |= str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_STROKES = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ħ": "h"}
    | {"Ħ": "H", "ı": "i", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH"}
)
"""Letters that a keyboard elsewhere lacks and that Unicode does not take apart."""
_NO_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_NOT_WORD = re.compile(r"[\W_]+")

_ARTICLES = {"a", "an", "the"}
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_UNITS.split())} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)
}
_THOUSANDS = re.compile("(?<=\\d)[,’' \xa0\u202f](?=\\d{3}(?!\\d))")
_FIGURES = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_ABBREVIATION = re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")


def straight(text: str) -> str:
    """The text with straight quotation marks, plain hyphens and single spaces.

    Letters and case stay, so that a phrase still has to stand word for word.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())


def fold(text: str) -> str:
    """The text in small letters without accents and punctuation, for comparing two texts."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join(text.casefold().split())  # most texts, and four times as quick
    text = text.translate(_NO_APOSTROPHES)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_STROKES))
        text = "".join(map(_plain, text))
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def normal(text: str) -> str:
    """The form in which two right answers are equal; empty only for an empty answer.

    Beside what ``fold`` drops, articles, the points of abbreviations, thousands separators
    and the difference between number words (to ninety-nine) and figures do not matter.
    """
    plain = _ABBREVIATION.sub(r"\1", text) if "." in text else text
    plain = _THOUSANDS.sub("", plain).replace("&", " and ")
    words = fold(plain).split()
    words = [word for word in words if word not in _ARTICLES] or words
    return " ".join(_figures(words)) or text.strip()


def number(text: str) -> Decimal | None:
    """The number that a text is, in figures or in words to ninety-nine; None for all else."""
    figures = text.replace(",", "").replace("−", "-")
    words = text.casefold().replace("-", " ").split()
    if words and all(word in _NUMBERS for word in words):
        figures = normal(text)
    return Decimal(figures) if _FIGURES.fullmatch(figures) else None


def _plain(character: str) -> str:
    return "" if unicodedata.combining(character) else character


def _figures(words: list[str]) -> list[str]:
    """Number words as figures: ``forty one`` becomes ``41``."""
    figures: list[str] = []
    tens = 0  # the tens that wait for a unit
    for word in words:
        number = _NUMBERS.get(word)
        if tens and number is not None and 0 < number < 10:
            figures[-1] = str(tens + number)
        else:
            figures.append(word if number is None else str(number))
        tens = number if number is not None and number >= 20 else 0
    return figures
