"""Texts made comparable: what counts as the same word, whoever typed it."""

from __future__ import annotations

import re
import unicodedata

from quizgen.text.numbers import in_figures

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
_THOUSANDS = re.compile("(?<=\\d)[,’' \xa0\u202f](?=\\d{3}(?!\\d))")
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
    and the difference between number words and figures do not matter.
    """
    plain = _ABBREVIATION.sub(r"\1", text) if "." in text else text
    if not text.isascii() or not text.replace(" ", "").isalpha():
        plain = _THOUSANDS.sub("", plain).replace("&", " and ")
    words = fold(plain).split()
    words = [word for word in words if word not in _ARTICLES] or words
    return " ".join(in_figures(words)) or text.strip()


def _plain(character: str) -> str:
    return "" if unicodedata.combining(character) else character
