"""What can be found on a page whatever lies on it: markers with their corners, and QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import zxingcpp

from quizgen.paper.sheet.markers import PATTERNS

if TYPE_CHECKING:
    from quizgen.results.sheets.arrays import Floats, Grey

SMALL = 1300
"""Markers are looked for in a picture of at most so many pixels, which is quick."""
_QR = zxingcpp.barcode_formats_from_str("QRCode")


@dataclass(frozen=True, slots=True, eq=False)
class Marker:
    """A marker in a picture."""

    id: int
    corners: Floats
    """Four points, from its own upper left on clockwise."""


@dataclass(frozen=True, slots=True, eq=False)
class Code:
    """A QR code in a picture."""

    text: str
    corners: Floats
    """Four points, from its own upper left on clockwise."""


def markers(grey: Grey, small: int = SMALL) -> list[Marker]:
    """All markers of the sheets' kind.

    Args:
        grey: the page.
        small: so many pixels its longer side has while they are looked for.
    """
    work, scale = smaller(grey, max(grey.shape) / small)
    found, ids, _ = _detector().detectMarkers(work)
    if ids is None:
        return []
    return [
        Marker(int(id), _sharpened(grey, (corners.reshape(4, 2) + 0.5) / scale - 0.5, scale))
        for id, corners in sorted(zip(ids.ravel(), found, strict=True), key=_order)
        if id < len(PATTERNS)
    ]


def smaller(grey: Grey, times: float) -> tuple[Grey, float]:
    """A picture made smaller by a whole number, which is quick, and its scale."""
    whole = int(times + 0.4)
    if whole < 2:
        return grey, 1.0
    height, width = (side // whole * whole for side in grey.shape)
    size = (width // whole, height // whole)
    made = cv2.resize(grey[:height, :width], size, interpolation=cv2.INTER_AREA)
    return np.asarray(made, np.uint8), 1 / whole


def _order(pair: tuple[Any, Any]) -> tuple[float, ...]:
    id, corners = pair
    return (float(id), *map(float, corners.ravel()))


@cache
def _detector() -> Any:
    how = cv2.aruco.DetectorParameters()
    how.adaptiveThreshWinSizeMin, how.adaptiveThreshWinSizeMax = 5, 45
    how.adaptiveThreshWinSizeStep = 20
    how.minMarkerPerimeterRate = 0.02
    how.cornerRefinementMethod = cv2.aruco.CORNER_REFINE_SUBPIX
    how.cornerRefinementWinSize = 3
    known = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    known.bytesList = known.bytesList[: len(PATTERNS)]
    return cv2.aruco.ArucoDetector(known, how)


def _sharpened(grey: Grey, corners: Floats, scale: float) -> Floats:
    """The corners again in the full picture, where they were found in a smaller one."""
    corners = np.ascontiguousarray(corners, np.float32)
    if scale == 1:
        return corners
    side = float(np.linalg.norm(corners - np.roll(corners, 1, 0), axis=1).min())
    reach = int(max(2, min(side / 12, 2 / scale)))
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 15, 0.05)
    better = cv2.cornerSubPix(grey, corners.copy(), (reach, reach), (-1, -1), stop)
    near = np.linalg.norm(better - corners, axis=1, keepdims=True) < 2 * reach
    return np.where(near, better, corners)


def codes(grey: Grey) -> list[Code]:
    """All QR codes that can be read at once."""
    return [*_read(grey)]


def codes_near(grey: Grey, corners: Floats) -> list[Code]:
    """The QR code within four points, looked at closely: larger, and in several ways.

    Args:
        grey: the page.
        corners: around where the code must be, from its own upper left on clockwise.
    """
    side = 480
    square = np.array([[0, 0], [side, 0], [side, side], [0, side]], np.float32)
    there = cv2.getPerspectiveTransform(corners.astype(np.float32), square)
    back = np.linalg.inv(there)
    plain = cv2.warpPerspective(grey, there, (side, side), flags=cv2.INTER_CUBIC, borderValue=255)
    smooth = cv2.GaussianBlur(plain, (0, 0), 2)
    sharp = cv2.addWeighted(plain, 2.2, cv2.GaussianBlur(plain, (0, 0), 4), -1.2, 0)
    for picture in (plain, smooth, sharp):
        for way in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
            if found := _read(picture, way):
                return [
                    Code(code.text, cv2.perspectiveTransform(code.corners[None], back)[0])
                    for code in found
                ]
    return []


def _read(grey: Grey, way: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage) -> list[Code]:
    found = []
    for code in zxingcpp.read_barcodes(grey, formats=_QR, try_invert=False, binarizer=way):
        at = code.position
        points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        found.append(Code(code.text, np.array([(p.x, p.y) for p in points], np.float32)))
    return found
