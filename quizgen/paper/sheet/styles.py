"""The measures of each style of answer sheet, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Size = Literal["a4", "letter"]

PAGES: dict[Size, tuple[float, float]] = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}


@dataclass(frozen=True, slots=True)
class Style:
    """How large the parts of a sheet are."""

    name: str
    letter: str
    """What stands for the style in the QR code."""
    parts: int
    """So many sheets stand beside each other and above each other on a page."""
    margin: float
    """From the edge of the sheet to the markers; no printer or scanner cuts that off."""
    head: float
    """Above the upper markers: title, name and QR code."""
    foot: float
    """Below the lower markers."""
    marker: float
    qr: float
    """The QR code without its quiet zone."""
    bubble: float
    """The diameter of a circle."""
    pitch: tuple[float, float]
    """From one option to the next: at least and at most."""
    row: tuple[float, float]
    """From one question to the next: at least and at most."""
    number: float
    """The room for a question's number."""
    gap: float
    """Between two columns, at least."""


FULL = Style(
    "full", "F", 1, 11, 58, 17, 7, 25, 4.6, (6.4, 9), (6.0, 8), number=7.5, gap=2,
)  # fmt: skip
COMPACT = Style(
    "compact", "C", 2, 6.5, 27.5, 9.5, 5, 18, 3.6, (5.2, 6.6), (4.9, 6.2), number=6, gap=1.5,
)  # fmt: skip
LARGE = Style(
    "large", "L", 1, 11, 82, 20, 7, 25, 8, (11, 13), (10.6, 12.5), number=15, gap=3,
)  # fmt: skip

STYLES = {style.name: style for style in (FULL, COMPACT, LARGE)}
BY_LETTER = {style.letter: style for style in STYLES.values()}
