"""A text as words in their one form, before anything is compared: the first step of meaning."""

from __future__ import annotations

import re

from quizgen.text.dates import full_months
from quizgen.text.quantities import in_one_form, ordinals
from quizgen.text.wording import normal, straight

_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?!\w)")


def plain(text: str) -> str:
    """The text with figures, money, shares and months in one form and without *'s*."""
    return full_months(_POSSESSIVE.sub("", in_one_form(straight(text))))


def words(text: str) -> list[str]:
    """The words of a text that has been through ``plain``, with figures for number words."""
    return ordinals(normal(text).split())
