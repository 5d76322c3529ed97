"""The study code: a learner's id in a form that can be copied by hand to another device.

It is the learner's key, as the cookie is: 128 random bits, which nobody can guess, and a symbol
that tells a slip of the hand. So nothing about it need be stored or ever expires.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

from quizgen.errors import QuizgenError
from quizgen.text.symbols import read, write

KIND = 30
"""The first symbol, which no paper code has."""

_BITS, _PLACES = 128, 26


def code_of(learner: str) -> str:
    """The study code of a learner: seven groups of four."""
    return write(KIND, int.from_bytes(urlsafe_b64decode(learner + "==")), _PLACES)


def learner_of(code: str) -> str | None:
    """The learner whom a code stands for; None for what was mistyped or never was a code."""
    try:
        kind, number = read(code)
    except QuizgenError:
        return None
    if kind != KIND or number >> _BITS:
        return None
    return urlsafe_b64encode(number.to_bytes(_BITS // 8)).decode().rstrip("=")
