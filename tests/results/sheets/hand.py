"""A seeded hand that fills in sheets: well, faintly, with ticks, with second thoughts."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

import cv2
import numpy as np

from quizgen.paper.forms import LETTERS

if TYPE_CHECKING:
    from random import Random

    from quizgen.paper.sheet import Plan
    from quizgen.results.sheets.arrays import Grey

CLEAR = ("full", "blank")
"""Rows of which nearly none may be doubtful."""
UNCLEAR = ("faint", "tick", "cross", "half erased", "erased", "double", "outside", "beside")
"""Rows that may be doubtful or right."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a row is, and what may be read of it besides doubt."""

    kind: str
    letter: str
    """Empty where the row is left blank, or where nothing but doubt is right."""

    def allows(self, answer: str) -> bool:
        """Whether an answer is right, or doubtful."""
        if answer == "?":
            return True
        if self.kind in ("double", "beside"):
            return False
        return answer == self.letter


def fill(
    picture: Grey, plan: Plan, pixels: float, random: Random, *, unclear: float = 0.3
) -> dict[int, Meant]:
    """Fill a sheet in.

    Args:
        picture: the page as printed; it is drawn on.
        plan: where the circles are.
        pixels: a millimetre.
        random: the hand.
        unclear: the share of rows that are not filled in as asked.
    """
    ink = random.choice((15, 30, 60, 90, 110))
    meant = {}
    for row in plan.rows:
        kind = random.choice(UNCLEAR) if random.random() < unclear else "full"
        if kind == "full" and random.random() < 0.08:
            kind = "blank"
        choice = random.randrange(len(row.xs))
        _KINDS[kind](_Pen(picture, pixels, random, ink, plan), row.xs, row.y, choice)
        letter = "" if kind in ("blank", "beside") else LETTERS[choice]
        meant[row.number] = Meant(kind, letter)
    return meant


class _Pen:
    def __init__(self, picture: Grey, pixels: float, random: Random, ink: int, plan: Plan) -> None:
        self.picture, self.pixels, self.random, self.ink = picture, pixels, random, ink
        self.radius = plan.ticket.style.bubble / 2

    def stroke(self, points: list[tuple[float, float]], width: float, grey: float) -> None:
        """A line over what is there: ink only darkens, unevenly as a pencil does."""
        layer = np.zeros_like(self.picture)
        at = (np.array(points) * self.pixels * 16).round().astype(np.int32)
        thick = max(1, round(width * self.pixels))
        cv2.polylines(layer, [at], False, 255, thick, cv2.LINE_AA, 4)
        box = cv2.boundingRect((at / 16).astype(np.int32))
        x, y = max(0, box[0] - thick - 2), max(0, box[1] - thick - 2)
        part = np.s_[y : box[1] + box[3] + thick + 2, x : box[0] + box[2] + thick + 2]
        cover = layer[part].astype(np.float32) / 255
        seed = np.random.default_rng(self.random.randrange(2**32))
        uneven = seed.normal(0, 10, cover.shape).astype(np.float32)
        dark = np.clip(grey + uneven, 0, 255)
        old = self.picture[part].astype(np.float32)
        self.picture[part] = (old * (1 - cover) + np.minimum(old, dark) * cover).round()

    def scribble(self, x: float, y: float, size: float, grey: float) -> None:
        """To and fro until a circle is full."""
        turn = self.random.uniform(0, pi)
        jitter = self.random.uniform
        points = []
        steps = 12
        for step in range(steps + 1):
            across = -size + 2 * size * step / steps
            half = max(0.0, size**2 - across**2) ** 0.5 + jitter(-0.08, 0.12)
            along = half if step % 2 else -half
            points.append(
                (
                    x + along * cos(turn) - across * sin(turn),
                    y + along * sin(turn) + across * cos(turn),
                )
            )
        self.stroke(points, size * 2 / steps * 1.7, grey)

    def mark(self, xs: tuple[float, ...], y: float, choice: int, grey: float | None = None) -> None:
        jitter = self.random.uniform
        size = self.radius * jitter(0.86, 1.0)
        x = xs[choice] + jitter(-0.15, 0.15)
        self.scribble(x, y + jitter(-0.15, 0.15), size, self.ink if grey is None else grey)


def _full(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    pen.mark(xs, y, choice)


def _blank(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    pass


def _faint(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    pen.mark(xs, y, choice, pen.random.uniform(165, 215))


def _tick(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    x, r = xs[choice] + pen.random.uniform(-0.4, 0.4), pen.radius
    long = pen.random.uniform(0.9, 1.5)
    pen.stroke([(x - r * 0.6, y), (x - r * 0.1, y + r * 0.6), (x + r * long, y - r * long)], 0.5,
               pen.ink)  # fmt: skip


def _cross(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    x, r = xs[choice], pen.radius * pen.random.uniform(0.7, 1.1)
    pen.stroke([(x - r, y - r), (x + r, y + r)], 0.5, pen.ink)
    pen.stroke([(x - r, y + r), (x + r, y - r)], 0.5, pen.ink)


def _rub(pen: _Pen, x: float, y: float, keep: float) -> None:
    """An eraser: what is under it fades towards the paper."""
    size = int(pen.radius * 1.3 * pen.pixels)
    at = round(x * pen.pixels), round(y * pen.pixels)
    part = pen.picture[at[1] - size : at[1] + size, at[0] - size : at[0] + size]
    part[:] = (250 - (250 - np.minimum(part, 250).astype(np.float32)) * keep).round()


def _half_erased(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    pen.mark(xs, y, choice)
    _rub(pen, xs[choice], y, pen.random.uniform(0.3, 0.55))


def _erased(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    """A first thought rubbed out, the second one filled in."""
    first = (choice + 1) % len(xs)
    pen.mark(xs, y, first)
    _rub(pen, xs[first], y, pen.random.uniform(0.03, 0.3))
    pen.mark(xs, y, choice)


def _double(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    pen.mark(xs, y, choice)
    pen.mark(xs, y, (choice + 1) % len(xs))


def _outside(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    """Far over the edge."""
    x, r = xs[choice], pen.radius
    pen.scribble(x + r * 0.25, y + r * 0.2, r * pen.random.uniform(1.1, 1.3), pen.ink)


def _beside(pen: _Pen, xs: tuple[float, ...], y: float, choice: int) -> None:
    """A tick between two circles."""
    x, r = (xs[0] + xs[1]) / 2, pen.radius
    points = [(x - 0.5, y - r * 0.2), (x, y + r * 0.6), (x + 0.8, y - r * 0.9)]
    pen.stroke(points, 0.5, pen.ink)


_KINDS = {
    "full": _full,
    "blank": _blank,
    "faint": _faint,
    "tick": _tick,
    "cross": _cross,
    "half erased": _half_erased,
    "erased": _erased,
    "double": _double,
    "outside": _outside,
    "beside": _beside,
}
