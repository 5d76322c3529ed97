"""Dates as people write them: *Feb 2022*, *the 24th of February, 2022*, *2022-02-24*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = "january february march april may june july august september october november december"
MONTHS = _NAMES.split()
_SHORT = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"]
_FULL = {short: next(m for m in MONTHS if m.startswith(short)) for short in _SHORT}
_ALONE = re.compile(rf"\s*({'|'.join(_SHORT)})\.?\s*", re.IGNORECASE)
_BESIDE = re.compile(
    rf"\b({'|'.join(_SHORT)})\b\.?(?=,? *'?\d)|(?<=\d) *\b({'|'.join(_SHORT)})\b\.?", re.IGNORECASE
)
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"[12][0-9]{3}")


def full_months(text: str) -> str:
    """The text with a short month in full, where it stands alone or beside a figure."""
    if alone := _ALONE.fullmatch(text):
        return _FULL[alone[1].lower()]
    return _BESIDE.sub(lambda found: f" {_FULL[(found[1] or found[2]).lower()]} ", text)


def date(words: Sequence[str]) -> str:
    """Words that are a date and nothing else as ``year-month-day``; empty for all others.

    What is not told is left out: ``2022-02`` for a month, ``-09-11`` for a day without a year.
    """
    rest = [word for word in words if word not in ("of", "the", "year", "month", "day")]
    place = next((i for i in (-1, 0) if rest and _YEAR.fullmatch(rest[i])), None)
    year = "" if place is None else rest.pop(place)
    if year and place == 0 and rest and all(word.isdigit() for word in rest):  # 2022-02-24
        months, days = rest[:1], rest[1:]
    else:
        months = [f"{1 + MONTHS.index(word)}" for word in rest if word in MONTHS]
        days = [match[1] for word in rest if (match := _DAY.fullmatch(word))]
    if len(months) != 1 or len(days) > 1 or len(rest) != 1 + len(days):
        return ""
    numbers = [int(months[0]), *map(int, days)]
    if not (1 <= numbers[0] <= 12 and all(1 <= day <= 31 for day in numbers[1:])):
        return ""
    return "-".join([year, *(f"{value:02}" for value in numbers)])
