"""The order of options and of questions, from a seed and from nothing that tells the key."""

from __future__ import annotations

from decimal import Decimal
from hashlib import blake2b
from typing import TYPE_CHECKING

from quizgen.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgen.bank.model import Question


def rank(seed: str, name: str) -> bytes:
    """A place for a name in the order that a seed gives; the same on every machine."""
    return blake2b(f"{seed}\0{name}".encode(), digest_size=16).digest()


def ordered_options(question: Question, seed: str) -> list[str]:
    """The key and the distractors in the order to show: numbers ascending, others shuffled.

    The order depends on the seed and the texts alone, never on which of them is the key.
    """
    options = [question.key, *(distractor.text for distractor in question.distractors)]
    if all(number(option) is not None for option in options):
        return sorted(options, key=lambda option: (number(option) or Decimal(), option))
    return sorted(options, key=lambda option: rank(f"{seed}\0{question.id}", option))


def sorted_options(question: Question) -> list[str]:
    """The options in an order that no seed changes: numbers ascend, words follow the alphabet.

    The bank writes the key first; so its own order would tell it.
    """
    options = [question.key, *(distractor.text for distractor in question.distractors)]
    if all(number(option) is not None for option in options):
        return sorted(options, key=lambda option: (number(option) or Decimal(), option))
    return sorted(options, key=lambda option: (option.casefold(), option))


def draw(questions: Iterable[Question], seed: str, count: int) -> Sequence[Question]:
    """Draw questions, at most one about each claim while there are claims enough.

    A question keeps its rank whatever else the bank holds, so that an unrelated new question
    changes a drawing by at most itself.
    """
    ranked = sorted(questions, key=lambda question: rank(seed, question.id))
    claims: set[str] = set()
    first: list[Question] = []
    others: list[Question] = []
    for question in ranked:
        (others if question.claim.id in claims else first).append(question)
        claims.add(question.claim.id)
    return (first + others)[:count]
