"""Judging an answer: kind to the hand that types, strict about what is meant.

Case, accents, articles, punctuation, number words and thousands separators do not matter, and
dates, shares, money and names may be written in any usual way: an answer is right where it says
what the key says, and what no distractor says. One slip of the finger is forgiven in longer words,
but never in a figure, never in the first letter, never where it makes or unmakes a negation, and
never where it makes another option of the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.ask.verdict import Verdict
from quizgen.text.meaning import Reader, same
from quizgen.text.names import NO_NAMES, Names
from quizgen.text.wording import normal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgen.bank.model import Question

MIN_LETTERS = 5
"""Shorter answers must be spelt right: a slip would make another word of too many."""

MAX_LETTERS = 400
"""A longer answer is held against the accepted spellings alone."""

_NEGATIONS = {"no", "not", "non", "never", "none", "nor", "without", "nobody", "nothing"}


def grade_typed(question: Question, given: str, names: Names = NO_NAMES) -> Verdict:
    """Judge what a student typed.

    Args:
        question: what was asked.
        given: what was typed.
        names: the other names that the bank lists.

    Returns:
        ``right``; ``spelling`` where one slip is forgiven, so that the proper form can be
        shown; or ``wrong``.
    """
    wrong = [distractor.text for distractor in question.distractors]
    return grade_words([question.key, *question.accept], wrong, given, question.prompt, names)


def grade_words(
    right: Sequence[str],
    wrong: Sequence[str],
    given: str,
    asked: str = "",
    names: Names = NO_NAMES,
) -> Verdict:
    """Judge what a student typed by the spellings that are right and words that are not.

    Args:
        right: the key and other spellings of it.
        wrong: what is wrong for sure, however close it comes.
        given: what was typed.
        asked: the question's words, which the answer need not repeat.
        names: the other names that the bank lists.
    """
    answer = normal(given)
    keys = [normal(text) for text in right]
    if answer in keys:
        return Verdict.RIGHT
    if answer in {normal(text) for text in wrong}:
        return Verdict.WRONG
    if len(given) <= MAX_LETTERS and _means(
        right, wrong, given, Reader.of(asked, right, wrong, names)
    ):
        return Verdict.RIGHT
    return Verdict.SPELLING if slipped(right, given) else Verdict.WRONG


def _means(right: Iterable[str], wrong: Iterable[str], given: str, reader: Reader) -> bool:
    """Whether an answer says what the key says, and what no distractor says."""
    said = reader.read(given)
    return any(same(reader.read(text), said) for text in right) and not any(
        same(reader.read(text), said) for text in wrong
    )


def slipped(right: Iterable[str], given: str) -> str | None:
    """The spelling of which what was typed is one slip away; None where there is none."""
    answer = normal(given)
    return next((text for text in right if is_slip(answer, normal(text))), None)


def grade_option(key: str, given: str) -> Verdict:
    """Judge the option that a student chose, by its text."""
    return Verdict.RIGHT if given == key else Verdict.WRONG


def is_slip(given: str, key: str) -> bool:
    """Whether the given normal form is the key but for one slip of the finger.

    A slip is one letter too many, missing, wrong, or changed with its neighbour.
    """
    if len(key) < MIN_LETTERS or given[:1] != key[:1]:
        return False
    if any(character.isdigit() for character in given + key):
        return False
    if _NEGATIONS & set(given.split()) != _NEGATIONS & set(key.split()):
        return False
    return _one_edit(given, key)


def _one_edit(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
