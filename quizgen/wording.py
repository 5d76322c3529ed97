"""Texts made comparable: what counts as the same word, whoever typed it."""

from __future__ import annotations

import re
import unicodedata

_TYPOGRAPHY = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\xa0": " ",
    }
)
_NOT_WORD = re.compile(r"[^\w]+")


def straight(text: str) -> str:
    """The text with straight quotation marks, plain hyphens and single spaces.

    Letters and case stay, so that a phrase still has to stand word for word.
    """
    return " ".join(unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY).split())


def fold(text: str) -> str:
    """The text in small letters without accents and punctuation, for comparing two answers."""
    plain = "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if not unicodedata.combining(character)
    )
    return _NOT_WORD.sub(" ", plain.casefold().replace("'", "").replace("’", "")).strip()
