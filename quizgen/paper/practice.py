"""The questions of a quiz in a link for a class: it tells which they are, and no key.

A quiz code would make the key, too; so a link holds a short hash of each question's id instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.text.symbols import ALPHABET, BASE, small_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.model import Bank, Question

SIZE = 6
"""Symbols of a question: two of a bank of a thousand share one in one bank of two thousand."""


def practice_word(questions: Iterable[Question]) -> str:
    """The questions as a word for a link, in their order; those of the teacher's own are left out.

    Args:
        questions: those of a form.
    """
    asked = (question for question in questions if not question.id.startswith("own-"))
    return "".join(_hashed(question.id) for question in asked)


def practised(bank: Bank, word: str) -> tuple[list[Question], int]:
    """The questions of a link.

    Returns:
        those that the bank has, in their order, and how many it no longer has.

    Raises:
        ValueError: where the word is none that was written here.
    """
    word = word.upper()
    if not word or len(word) % SIZE or set(word) - set(ALPHABET):
        raise ValueError(word)
    known = {_hashed(question.id): question for question in bank.questions}
    wanted = [word[at : at + SIZE] for at in range(0, len(word), SIZE)]
    found = [known[one] for one in dict.fromkeys(wanted) if one in known]
    return found, len(set(wanted)) - len(found)


def _hashed(id: str) -> str:
    number = small_hash(id, BASE**SIZE)
    symbols = []
    for _ in range(SIZE):
        number, place = divmod(number, BASE)
        symbols.append(ALPHABET[place])
    return "".join(symbols)
