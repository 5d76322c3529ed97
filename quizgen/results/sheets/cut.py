"""The picture of a row, upright, for a person to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from quizgen.paper.sheet import Plan, Row
    from quizgen.results.sheets.arrays import Grey
    from quizgen.results.sheets.fit import Fit

_PIXELS = 10
"""A millimetre."""
_BEFORE, _AFTER, _ABOVE = 9.0, 3.0, 1.6
"""Millimetres around the circles: with the number, and a bit of the rows above and below."""


def row_picture(grey: Grey, plan: Plan, fit: Fit, row: Row) -> bytes:
    """A row with its number, as PNG."""
    half = plan.ticket.style.bubble / 2
    left, right = row.xs[0] - half - _BEFORE, row.xs[-1] + half + _AFTER
    top, bottom = row.y - half - _ABOVE, row.y + half + _ABOVE
    xs = np.arange(left, right, 1 / _PIXELS)
    ys = np.arange(top, bottom, 1 / _PIXELS)
    places = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    at = fit(places).astype(np.float32).reshape(len(ys), len(xs), 2)
    seen = cv2.remap(grey, at, None, 1, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[call-overload]
    return bytes(cv2.imencode(".png", seen)[1])
