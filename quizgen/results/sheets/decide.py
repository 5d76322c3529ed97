"""What a row says: one clear mark, clearly none, or something that a person must look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizgen.paper.forms import LETTERS
from quizgen.results.responses import DOUBT

if TYPE_CHECKING:
    from quizgen.results.sheets.arrays import Floats
    from quizgen.results.sheets.measure import Measures

_RING = 0.06
"""Where the printed circles are less clear than this, the place itself is in doubt."""
_COVER, _FULL, _OF_LEVEL = 0.72, 0.3, 0.6
"""A mark covers so much of its circle, is so dark, and so dark against the sheet's other marks."""
_INNER, _TONE, _PEAK, _OUTSIDE = 0.035, 0.014, 0.1, 0.2
"""An empty circle is at most so much darker than the sheet's empty circles."""
_SPREADS = 4.0
"""Or so many times as much as the lightest of these is lighter, up to 1.4 times that."""
_USUAL = 0.12
"""So much stroke is noise at most."""


def answers(measures: Measures, rows: int) -> tuple[str, ...]:
    """For each row a letter, nothing, or the sign of doubt."""
    clear = measures.ring > _RING
    marked = _marked(measures)
    empty = (
        _as_light(measures.inner, _INNER)
        & _as_light(measures.tone, _TONE)
        & _like_the_rest(measures.peak, _PEAK)
        & _like_the_rest(measures.outside, _OUTSIDE)
    )
    # A mark may run over its own edge: what lies next to a clear one is part of it.
    same = np.diff(measures.row, append=-1) == 0
    next_marked = np.append(marked[1:], False) & same
    beside = _like_the_rest(measures.beside, _OUTSIDE) | marked | next_marked
    before = _like_the_rest(measures.before, _OUTSIDE)
    sure = clear & (marked | empty) & beside & (before | _first_marked(measures, marked))
    found = []
    for row in range(rows):
        own = measures.row == row
        letters = [LETTERS[place] for place in np.flatnonzero(marked[own])]
        found.append("".join(letters) if sure[own].all() and len(letters) < 2 else DOUBT)
    return tuple(found)


def _first_marked(measures: Measures, marked: Floats) -> Floats:
    """For each circle whether the first one of its row is marked."""
    first = np.flatnonzero(np.diff(measures.row, prepend=-1))
    result: Floats = marked[first][measures.row]
    return result


def _marked(measures: Measures) -> Floats:
    full = (measures.cover > _COVER) & (measures.inner > _FULL)
    if not full.any():
        return full
    level = float(np.median(measures.inner[full]))
    result: Floats = full & (measures.inner > _OF_LEVEL * level)
    return result


def _like_the_rest(values: Floats, more: float) -> Floats:
    """Which show no more stroke than the sheet's empty circles, of which there are the most."""
    usual = float(np.clip(np.percentile(values, 40), 0, _USUAL))
    result: Floats = values < usual + more
    return result


def _as_light(values: Floats, more: float) -> Floats:
    """Which are as light as the sheet's empty circles, which differ a little on a poor copy."""
    usual, least = (float(value) for value in np.percentile(values, (25, 2.5)))
    result: Floats = values < usual + np.clip(_SPREADS * (usual - least), more, 1.4 * more)
    return result
