"""From millimetres on a sheet to pixels of a picture, each place by the markers around it.

A sheet may be turned, stretched, seen at an angle and curled. One perspective for all of it is
the start; a thin plate spline then bends that so that every marker found lies where it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.paper.sheet import Plan
    from quizgen.results.sheets.arrays import Floats
    from quizgen.results.sheets.find import Code, Marker

LEAST = 4
"""With fewer markers a sheet is not mapped."""
_STIFF = 0.02
"""How little the spline follows a single marker that was seen a little wrongly."""
_BENT = 0.22
"""So far, in widths of a marker and share of the way, may a marker lie from where it is awaited."""


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """A sheet's place in a picture."""

    perspective: Floats
    corners: Floats
    """Of the markers found, in millimetres."""
    known: Floats
    """Their middles."""
    weights: Floats
    """Of the spline, for each of these and for a plane."""
    markers: tuple[Marker, ...]

    def __call__(self, places: Floats) -> Floats:
        """Pixels for places in millimetres: n pairs for n pairs."""
        flat = cv2.perspectiveTransform(places[None].astype(np.float64), self.perspective)[0]
        bends = np.hstack([_bend(places, self.known), np.ones((len(places), 1)), places])
        result: Floats = flat + bends @ self.weights
        return result

    @property
    def scale(self) -> float:
        """Pixels a millimetre, in the middle of the markers."""
        middle = self.known.mean(0)
        around = self(np.add(middle, [(0, 0), (5, 0), (0, 5)]))
        return float(np.linalg.norm(around[1:] - around[0], axis=1).mean()) / 5

    def holds(self, places: Floats, more: float) -> Floats:
        """Which places lie among the markers found, or at most ``more`` millimetres beside."""
        hull = cv2.convexHull(self.corners.astype(np.float32))
        return np.array(
            [cv2.pointPolygonTest(hull, (float(x), float(y)), True) >= -more for x, y in places]
        )


def _bend(places: Floats, known: Floats) -> Floats:
    squares = ((places[:, None] - known[None]) ** 2).sum(2) / 1e4
    result: Floats = np.where(squares > 0, squares * np.log(np.maximum(squares, 1e-12)), 0)
    return result


def marker_corners(plan: Plan) -> dict[int, Floats]:
    """The four corners of each marker of a sheet, in millimetres."""
    size = plan.ticket.style.marker
    square = np.array([(0, 0), (size, 0), (size, size), (0, size)], float)
    return {id: np.add(square, (x, y)) for id, x, y in plan.markers}


def qr_corners(plan: Plan, more: float = 0) -> Floats:
    """The corners of the QR code, or of ``more`` millimetres around it."""
    (x, y), size = plan.qr, plan.ticket.style.qr
    square = np.array([(-more, -more), (size + more, -more), (size + more, size + more)])
    return np.add([*square, (-more, size + more)], (x, y))


def grow(plan: Plan, code: Code, markers: Sequence[Marker]) -> Fit | None:
    """Find a sheet's markers from its QR code on: the nearest first, each leads to the next.

    Args:
        plan: the sheet, as its QR code says.
        code: the QR code.
        markers: all that were found on the page, those of other sheets too.

    Returns:
        None where too few of them lie where the sheet has them.
    """
    awaited = marker_corners(plan)
    places = [qr_corners(plan)]
    seen = [code.corners.astype(np.float64)]
    mine: list[Marker] = []
    start = places[0].mean(0)
    for id in sorted(awaited, key=lambda id: (np.linalg.norm(awaited[id].mean(0) - start), id)):
        ahead = cv2.perspectiveTransform(awaited[id][None], _perspective(places, seen, len(mine)))
        middle = ahead[0].mean(0)
        size = float(np.linalg.norm(ahead[0] - np.roll(ahead[0], 1, 0), axis=1).mean())
        way = min(
            float(np.linalg.norm(awaited[id].mean(0) - corners.mean(0)))
            for corners in (places if not mine else [awaited[m.id] for m in mine])
        )
        allowed = _BENT * size * (2 + way / plan.ticket.style.marker)
        near = [
            (float(np.linalg.norm(marker.corners.mean(0) - middle)), place)
            for place, marker in enumerate(markers)
            if marker.id == id and _same_way(marker.corners, ahead[0])
        ]
        if near and min(near)[0] < allowed:
            marker = markers[min(near)[1]]
            mine.append(marker)
            places.append(awaited[id])
            seen.append(marker.corners.astype(np.float64))
    return _fit(awaited, mine) if len(mine) >= LEAST else None


def _same_way(one: Floats, other: Floats) -> bool:
    """Whether two squares are turned and sized nearly alike."""
    a, b = one[1] - one[3], other[1] - other[3]
    c, d = one[2] - one[0], other[2] - other[0]
    for p, q in ((a, b), (c, d)):
        lengths = float(np.linalg.norm(p)), float(np.linalg.norm(q))
        if not 0.5 < lengths[0] / max(lengths[1], 1e-9) < 2:
            return False
        if float(p @ q) < 0.8 * lengths[0] * lengths[1]:
            return False
    return True


def _perspective(places: list[Floats], seen: list[Floats], markers: int) -> Floats:
    """What the points say so far. The QR code's own corners are coarse: they only begin."""
    first = 0 if markers < 3 else 1
    a, b = np.vstack(places[first:]), np.vstack(seen[first:])
    if markers < 2:  # a perspective from a single small square leads astray
        matrix, _ = cv2.estimateAffine2D(a, b, method=cv2.LMEDS)
        return np.vstack([matrix, (0, 0, 1)])
    found, _ = cv2.findHomography(a, b)
    return np.asarray(found)


def _fit(awaited: dict[int, Floats], mine: list[Marker]) -> Fit | None:
    corners = np.array([awaited[marker.id] for marker in mine])
    seen = np.array([marker.corners for marker in mine], np.float64)
    perspective, _ = cv2.findHomography(corners.reshape(-1, 2), seen.reshape(-1, 2))
    if perspective is None:
        return None
    flat = cv2.perspectiveTransform(corners.reshape(1, -1, 2), perspective).reshape(seen.shape)
    # The middle of four corners: a single one may have been seen beside its place.
    left = np.median(seen - flat, axis=1)
    known, count = corners.mean(1), len(mine)
    plane = np.hstack([np.ones((count, 1)), known])
    system = np.zeros((count + 3, count + 3))
    system[:count, :count] = _bend(known, known) + _STIFF * np.eye(count)
    system[:count, count:] = plane
    system[count:, :count] = plane.T
    weights = np.linalg.solve(system, np.vstack([left, np.zeros((3, 2))]))
    return Fit(perspective, corners.reshape(-1, 2), known, weights, tuple(mine))
