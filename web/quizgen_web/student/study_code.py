"""The study code: a learner's id in a form that can be copied by hand to another device.

It is the learner's key, as the cookie is: 128 random bits, which nobody can guess, and ten
more that tell a slip of the hand. So nothing about it need be stored or ever expires.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from hashlib import sha256

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O and U, which are misread."""

_MISREAD = str.maketrans("ILO", "110")
_LETTERS = 28


def code_of(learner: str) -> str:
    """The study code of a learner: seven groups of four."""
    secret = urlsafe_b64decode(learner + "==")
    number = int.from_bytes(secret) << 12 | _check(secret)
    text = "".join(SYMBOLS[number >> shift & 31] for shift in range(5 * (_LETTERS - 1), -1, -5))
    return "-".join(text[start : start + 4] for start in range(0, _LETTERS, 4))


def learner_of(code: str) -> str | None:
    """The learner whom a code stands for; None for what was mistyped or never was a code."""
    text = "".join(code.upper().split()).replace("-", "").translate(_MISREAD)
    if len(text) != _LETTERS or any(letter not in SYMBOLS for letter in text):
        return None
    number = 0
    for letter in text:
        number = number << 5 | SYMBOLS.index(letter)
    secret = (number >> 12).to_bytes(16)
    if number & 0xFFF != _check(secret):
        return None
    return urlsafe_b64encode(secret).decode().rstrip("=")


def _check(secret: bytes) -> int:
    return int.from_bytes(sha256(secret).digest()[:2]) >> 4
