from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.text.numbers import in_figures, number

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(value: int) -> str:
    """A number in words, as a school book has it: the slow way round."""
    if value < 20:
        return UNITS.split()[value]
    if value < 100:
        tens, unit = TENS.split()[value // 10 - 2], value % 10
        return f"{tens}-{spelt(unit)}" if unit else tens
    for size, word in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{spelt(value // size)} {word}" + (joint + spelt(rest) if rest else "")
    raise AssertionError


@given(st.integers(0, 10**9 - 1))
def test_a_number_in_words_is_read_as_its_figures(value: int) -> None:
    assert number(spelt(value)) == value
    assert number(f"{value:,}") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty-one", 41), ("hundred", 100), ("a hundred", 100), ("nineteen hundred", 1900),
        ("nineteen ninety-four", 1994), ("twenty twenty-two", 2022), ("2.5", Decimal("2.5")),
        ("1.5 million", 1_500_000), ("3 thousand", 3000), ("-4", -4), ("−4", -4), ("+4", 4),
    ],
)  # fmt: skip
def test_figures_and_words_are_one(text: str, value: Decimal) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "a", "1 2", "forty zero", "five six", "million billion", "one and two", "and", "4%"],
)
def test_what_is_more_or_less_than_a_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("forty one states", "41 states"),
        ("one and two", "1 and 2"),
        ("two hundred and fifty men and women", "250 men and women"),
        ("from nineteen forty nine to nineteen ninety one", "from 1949 to 1991"),
        ("2 million", "2000000"),
        ("1 5 million", "1 5 1000000"),  # of 1.5 million the point is lost: it is no 5 million
        ("007 agents", "007 agents"),
        ("hundreds of men", "hundreds of men"),
    ],
)
def test_runs_of_number_words_become_figures(words: str, figures: str) -> None:
    assert in_figures(words.split()) == figures.split()
