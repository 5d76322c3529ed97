"""A hint for whoever types: how many words there are, and what each begins with."""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """What is told of an answer."""

    words: int
    letters: str
    """The first letter of each word, and of a figure its first digit: *s… t…*."""


def hint(key: str) -> Hint:
    """The hint for an answer; marks before a first letter stay: *$2…*."""
    words = key.split()
    return Hint(len(words), " ".join(map(_begun, words)))


def _begun(word: str) -> str:
    first = next((at for at, sign in enumerate(word) if sign.isalnum()), len(word) - 1)
    return word if len(word) == first + 1 else f"{word[: first + 1]}…"
