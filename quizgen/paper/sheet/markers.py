"""The square marks by which a reader finds its place, and who stands where.

The patterns are the first of OpenCV's dictionary ``DICT_4X4_50`` (ArUco markers; Garrido-Jurado
and others, "Automatic generation and detection of highly reliable fiducial markers under
occlusion", 2014). Each is four rows of four cells as hexadecimal digits, 1 is black; around them
runs a black border of one cell. A test compares them with OpenCV.
"""

from __future__ import annotations

PATTERNS = [
    "4ACD",
    "F065",
    "CCD2",
    "66B9",
    "AB61",
    "8632",
    "61D1",
    "3B0D",
    "0125",
    "30A9",
    "066E",
    "EE58",
    "F148",
    "D5F0",
    "DB4E",
    "D9C1",
    "B99A",
    "99FF",
    "93A1",
    "8950",
]

CELLS = 6
"""A marker is so many cells wide, its border included."""

CORNERS = (0, 1, 2, 3)
"""Upper left, upper right, lower right, lower left."""
LEFT, RIGHT, TOP, BOTTOM = (4, 5, 6), (8, 9, 10), (12, 13), (16, 17)
"""Along the edges, from above or from the left."""


def cells(marker: int) -> tuple[str, ...]:
    """The rows of a marker with its border: ``1`` is black."""
    inner = (f"1{int(digit, 16):04b}1" for digit in PATTERNS[marker])
    edge = "1" * CELLS
    return (edge, *inner, edge)
