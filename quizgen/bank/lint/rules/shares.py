"""Flaws of a bank as a whole: keys that a rule of thumb would find."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, bank_rule
from quizgen.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.rule import Located
    from quizgen.bank.lint.view import BankView

_PROFIT = 1.2
"""A share is worth a warning where who plays on it gains a fifth."""


@bank_rule(
    "key-length",
    "warning",
    "over the whole bank the key is the longest option, or the shortest, too often",
    "shorten keys or lengthen distractors; quizgen stats shows the share",
)
def key_length(bank: BankView) -> Iterator[Located]:
    """Who always chooses the longest option should do no better than who guesses."""
    fair = sum(1 / len(view.options) for view in bank.choices)
    for name, sign in (("longest", 1), ("shortest", -1)):
        hits = sum(
            all(sign * len(view.key) > sign * len(option) for option in view.wrong)
            for view in bank.choices
        )
        if _betrays(hits, len(bank.choices), fair):
            message = f"the key is the {name} option in {hits} of {len(bank.choices)} questions"
            yield "", Finding((), message)


@bank_rule(
    "key-position",
    "warning",
    "over all questions with numbers the key stands at one end, or between the ends, too often",
    "vary where the key stands among the numbers, which are shown in ascending order",
    english=True,
)
def key_position(bank: BankView) -> Iterator[Located]:
    """Only numbers have a fixed order: all other options are shuffled anew for each paper."""
    hits: Counter[str] = Counter()
    fair: defaultdict[str, float] = defaultdict(float)
    asked = 0
    for view in bank.choices:
        if None in view.numbers or any(number(option) is None for option in view.options):
            continue
        asked += 1
        values = sorted(value or 0 for value in view.numbers)
        places = ["the lowest", *["between the ends"] * (len(values) - 2), "the highest"]
        hits[places[values.index(view.numbers[0] or 0)]] += 1
        for place in places:
            fair[place] += 1 / len(places)
    for place, count in hits.items():
        if _betrays(count, asked, fair[place]):
            message = f"the key is {place} in {count} of {asked} questions with numbers"
            yield "", Finding((), message)


def _betrays(hits: int, of: int, fair: float) -> bool:
    """Whether hits are three standard deviations more than chance, and enough to profit from."""
    if not of:
        return False
    deviation = (fair * (1 - fair / of)) ** 0.5
    return hits > fair + 3 * deviation and hits > _PROFIT * fair
