"""How many options stand side by side where a page cannot measure its letters itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.export.items import Option

_FIT = {4: 19, 3: 27, 2: 46}
"""The most characters of an option in so many columns, with room for wide letters."""


def columns(options: Sequence[Option]) -> int:
    """1, 2 or 4, and 3 for three options, so that no row has a gap.

    Args:
        options: those of one question.
    """
    longest = max((len(option.text) for option in options), default=0)
    for count, most in _FIT.items():
        fits = len(options) == count or count == 2 or (count == 4 and len(options) > 4)
        if len(options) >= count and fits and longest <= most:
            return count
    return 1
