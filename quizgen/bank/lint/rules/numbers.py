"""Flaws of options that are numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.bank.lint.rule import Finding, option_place, question_rule
from quizgen.text.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.bank.lint.view import QuestionView

_DIGIT = re.compile(r"\d")
_RANGE = re.compile(
    r"(?:from )?(\d[\d,.]*)(?: ?- ?| ?– ?| to )(\d[\d,.]*)(?P<unit>.*)", re.IGNORECASE
)
_BETWEEN = re.compile(r"^between (\d[\d,.]*) and ", re.IGNORECASE)
_BOUND = re.compile(
    r"(over|more than|at least|above|under|less than|fewer than|at most|below|up to) "
    r"(\d[\d,.]*)(?P<unit>.*)",
    re.IGNORECASE,
)
_UPWARD = ("over", "more", "at least", "above")


@question_rule(
    "kind-mix",
    "warning",
    "the key is a number and no distractor is, or the other way round",
    "let all options be of one kind",
    english=True,
    choice=True,
)
def kind_mix(view: QuestionView) -> Iterator[Finding]:
    """What stands alone among its like is noticed before the question is read."""
    numbers = [value is not None for value in view.numbers]
    if numbers[0] not in numbers[1:]:
        kind = "a number" if numbers[0] else "no number"
        yield Finding(("answer",), f"the key alone is {kind}")


@question_rule(
    "lost-sequence",
    "warning",
    "all options are numbers, but some are written with a unit or a sign",
    "write plain numbers (the unit into the stem): these are shown in order",
    english=True,
    choice=True,
)
def lost_sequence(view: QuestionView) -> Iterator[Finding]:
    """Numbers out of order cost reading time and hide nothing."""
    if None in view.numbers:
        return
    odd = [index for index, option in enumerate(view.options) if number(option) is None]
    if odd:
        yield Finding(option_place(odd[0]), f"{view.options[odd[0]]!r} is shown out of order")


@question_rule(
    "number-overlap",
    "error",
    "two numeric options can be right at the same time",
    "make the ranges end where the next begins",
    english=True,
    choice=True,
)
def number_overlap(view: QuestionView) -> Iterator[Finding]:
    """Who answers *more than 10* is right wherever *more than 20* is."""
    key = _span(view.key)
    if key is None:
        return
    low, high, unit = key
    for index, span in enumerate(map(_span, view.wrong), 1):
        if span is not None and span[2] == unit and span[0] < high and low < span[1]:
            message = f"{view.options[index]!r} and the key {view.key!r} overlap"
            yield Finding(option_place(index), message)


def _span(option: str) -> tuple[float, float, str] | None:
    """From where to where a numeric option reaches, and its unit."""
    if not _DIGIT.search(option):
        return None
    if match := _RANGE.fullmatch(_BETWEEN.sub(r"\1 to ", option)):
        low, high = _value(match[1]), _value(match[2])
        return (low, high, match["unit"]) if low < high else None
    if match := _BOUND.fullmatch(option):
        value = _value(match[2])
        upward = match[1].lower().startswith(_UPWARD)
        return (value, float("inf"), match["unit"]) if upward else (0.0, value, match["unit"])
    return None


def _value(figures: str) -> float:
    return float(figures.replace(",", "").rstrip(".") or 0)
