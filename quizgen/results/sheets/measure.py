"""How dark each circle of a sheet is, against the paper around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from quizgen.results.sheets.find import smaller

if TYPE_CHECKING:
    from quizgen.paper.sheet import Plan
    from quizgen.results.sheets.arrays import Floats, Grey
    from quizgen.results.sheets.fit import Fit

FINE = 8.0
"""Pixels a millimetre, at most: finer ones are merged first, which takes off noise."""
STEP = 0.2
"""Millimetres from one sample to the next."""
_SHIFT = 5
"""So many steps the printed circles may lie beside the place that the markers tell."""
_EDGE = 0.45
"""Beyond the printed circle, the paper begins after so many millimetres."""
_NOISE = 3.0
"""The darkest samples of mere noise stand out by so many of its standard deviations."""
_MOST_NOISE = 0.06
_STROKE = 20
"""So many samples has the smallest stroke: about a square millimetre."""
_NUMBER = 0.9
"""A question's number ends so many millimetres or more before the room of its first circle."""
_DARK = 0.35
"""A sample that is so dark is ink."""


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """One number for each circle, in the order of rows and options. 0 is paper, 1 is black."""

    inner: Floats
    """The mean within the circle."""
    tone: Floats
    """The same against the paper just around it: faint but even grey shows here."""
    cover: Floats
    """The share of the circle that is ink."""
    peak: Floats
    """How far the darkest part of the circle stands out: a thin stroke shows here."""
    outside: Floats
    """The same for the paper around it."""
    beside: Floats
    """The same for the room between it and the next."""
    before: Floats
    """The same for the room before it: that counts for the first of each row."""
    ring: Floats
    """How much darker the printed circle is than the paper beside it, for its block."""
    row: Floats
    """The place of its row."""


def measure(grey: Grey, plan: Plan, fit: Fit) -> Measures:
    """Measure all circles of a sheet."""
    radius = plan.ticket.style.bubble / 2
    scale = fit.scale
    picture = _Picture.of(grey, scale)
    rows = np.array([place for place, row in enumerate(plan.rows) for _ in row.xs])
    blocks = np.array([row.block for row in plan.rows for _ in row.xs])
    centres = np.array([(x, row.y) for row in plan.rows for x in row.xs])
    reach = int((radius + 1.2) / STEP)
    black = _black(picture, fit)
    dark = _patches(picture, fit, centres, reach + _SHIFT) / black
    shifts, rings = _shifts(dark, blocks, radius, reach)
    dark = _cut(dark, shifts[blocks], reach)
    step = plan.pitch / 2
    gaps = _patches(picture, fit, np.add(centres, (step, 0)), reach + _SHIFT) / black
    gaps = _cut(gaps, shifts[blocks], reach)
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    starts = _patches(picture, fit, np.add(centres[first], (-step, 0)), reach + _SHIFT) / black
    starts = _cut(starts, shifts[blocks[first]], reach)
    return _measures(_Dark(dark, gaps, starts), radius, step, reach, rings[blocks], rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Dark:
    """Small pictures of all circles, of the room after each, and before the first of each row."""

    circles: Floats
    gaps: Floats
    starts: Floats

    def soft(self) -> _Dark:
        """Blurred: strokes are wider than noise."""
        parts = (self.circles, self.gaps, self.starts)
        return _Dark(*(np.stack([cv2.blur(one, (3, 3)) for one in part]) for part in parts))


def _cut(dark: Floats, shifts: Floats, reach: int) -> Floats:
    """The patches, each moved by its shift in steps."""
    size = 2 * reach + 1
    return np.stack(
        [
            patch[_SHIFT + down :, _SHIFT + right :][:size, :size]
            for patch, (down, right) in zip(dark, shifts, strict=True)
        ]
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Picture:
    """A page, not finer than it need be, and the brightness of its paper."""

    grey: Grey
    scale: float
    paper: Floats
    coarse: float

    @classmethod
    def of(cls, grey: Grey, pixels: float) -> _Picture:
        """The paper's brightness: all that is smaller than 9 mm is closed."""
        grey, scale = smaller(grey, pixels / FINE)
        small, coarse = smaller(grey, pixels * scale / 2)
        small = cv2.GaussianBlur(small, (0, 0), 1)
        width = int(9 * pixels * scale * coarse) | 1
        disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width))
        closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, disc, borderType=cv2.BORDER_REPLICATE)
        paper = np.maximum(cv2.GaussianBlur(closed, (0, 0), 1.5), 16).astype(np.float32)
        return cls(grey, scale, paper, scale * coarse)

    def bright(self, at: Floats) -> Floats:
        """The picture at pixels of the page: rows of pairs."""
        return _sampled(self.grey, at, self.scale)

    def paper_at(self, at: Floats) -> Floats:
        """The paper's brightness there."""
        return _sampled(self.paper, at, self.coarse)


def _patches(picture: _Picture, fit: Fit, centres: Floats, reach: int) -> Floats:
    """Small pictures around places, upright, as darkness against the paper."""
    middle = fit(centres)
    right, down = fit(np.add(centres, (1, 0))) - middle, fit(np.add(centres, (0, 1))) - middle
    middle, right, down = (each.astype(np.float32) for each in (middle, right, down))
    steps = (np.arange(-reach, reach + 1) * STEP).astype(np.float32)
    along = middle[:, None] + steps[None, :, None] * right[:, None]
    at = along[:, None] + (steps[None, :, None] * down[:, None])[:, :, None]
    flat = at.reshape(len(centres) * len(steps), len(steps), 2)
    # The paper changes slowly: its brightness in the middle of each row of samples will do.
    lit = picture.paper_at(flat[:, :: max(1, len(steps) // 2)])
    lit = cv2.resize(lit, (len(steps), len(flat)), interpolation=cv2.INTER_LINEAR)
    dark: Floats = np.clip(1 - picture.bright(flat) / lit, -0.2, 1)
    return dark.reshape(len(centres), len(steps), len(steps))


def _sampled(picture: Grey | Floats, at: Floats, scale: float) -> Floats:
    """Samples of a picture, in parts of the height that OpenCV takes."""
    at = ((at + 0.5) * scale - 0.5).astype(np.float32) if scale != 1 else at.astype(np.float32)
    parts = [
        cv2.remap(picture, part, None, 1, borderMode=cv2.BORDER_REPLICATE)  # type: ignore[call-overload]
        for part in np.array_split(at, max(1, -(-len(at) // 16_000)))
    ]
    return np.concatenate(parts).astype(np.float32)


def _black(picture: _Picture, fit: Fit) -> float:
    """How dark print is on this sheet: the borders of its markers."""
    found = []
    for marker in fit.markers:
        middle = marker.corners.mean(0)
        edge = middle + (marker.corners - middle) * (5 / 6)  # in the middle of the border
        around = np.concatenate([edge, (edge + np.roll(edge, 1, 0)) / 2])[None]
        beside = (middle + (marker.corners - middle) * 1.5)[None]
        bright = max(16.0, float(np.median(picture.paper_at(beside))))
        found.append(1 - float(np.median(picture.bright(around))) / bright)
    return float(np.clip(np.median(found), 0.2, 1))


def _distances(reach: int) -> Floats:
    steps = np.arange(-reach, reach + 1) * STEP
    result: Floats = np.hypot(*np.meshgrid(steps, steps)).astype(np.float32)
    return result


def _shifts(dark: Floats, blocks: Floats, radius: float, reach: int) -> tuple[Floats, Floats]:
    """For each block where its printed circles really are, in steps, and how clearly.

    What is sought is a dark ring with paper around it; a filled circle has that edge too.
    """
    away = _distances(reach)
    on = np.abs(away - (radius - 0.1)) < 0.25
    beside = np.abs(away - (radius + 0.55)) < 0.22
    kernel = on / on.sum() - beside / beside.sum()
    count = int(blocks.max()) + 1
    shifts, rings = np.zeros((count, 2), int), np.zeros(count)
    for block in np.unique(blocks):
        mean = np.minimum(dark[blocks == block], 0.8).mean(0)
        scores = cv2.filter2D(mean, cv2.CV_32F, kernel.astype(np.float32))
        near = scores[reach : reach + 2 * _SHIFT + 1, reach : reach + 2 * _SHIFT + 1]
        down, right = np.unravel_index(int(near.argmax()), near.shape)
        shifts[block] = down - _SHIFT, right - _SHIFT
        rings[block] = near.max()
    return shifts, rings


def _measures(
    dark: _Dark, radius: float, step: float, reach: int, ring: Floats, rows: Floats
) -> Measures:
    away = _distances(reach)
    steps = np.arange(-reach, reach + 1) * STEP
    ys, xs = np.meshgrid(steps, steps, indexing="ij")
    beyond = np.minimum(np.hypot(xs + step, ys), np.hypot(xs - step, ys)) > radius + _EDGE
    between = beyond & (abs(ys) < radius) & (abs(xs) < step)
    before = beyond & (abs(ys) < radius) & (xs > -_NUMBER) & (xs < step)
    soft = dark.soft()
    inside = soft.circles[:, away < radius * 0.8]
    # What comes from the rows above and below is theirs.
    beside = (away > radius + _EDGE) & (away < radius + _EDGE + 0.55) & (abs(ys) < 0.75 * radius)
    around = soft.circles[:, beside]
    paper = np.median(soft.circles[:, (away > radius + _EDGE) & (away < radius + 0.9)], axis=1)
    return Measures(
        inside.mean(1),
        np.median(inside, axis=1) - paper,
        (inside > _DARK).mean(1),
        _stroke(inside),
        _stroke(around),
        _stroke(soft.gaps[:, between]),
        _stroke(soft.starts[:, before])[rows],
        ring,
        rows,
    )


def _stroke(dark: Floats) -> Floats:
    """How far the darkest samples of each patch stand out from the patch's own noise.

    A shadow makes noise stronger, and ink may lie on a part of a patch: both the paper and its
    noise are told from the lighter samples, and the noise is bounded.
    """
    count = min(_STROKE, dark.shape[1] // 4)
    top = np.partition(dark, -count, axis=1)[:, -count:].mean(1)
    low, paper, middle, high = np.percentile(dark, (10, 25, 40, 70), axis=1)
    # Where the picture is white, the lighter half of the noise is cut off.
    noise = np.minimum(np.maximum(middle - low, 1.3 * (high - middle)), _MOST_NOISE)
    result: Floats = top - paper - _NOISE * noise
    return result
