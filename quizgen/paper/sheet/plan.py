"""From a ticket to the places of all that is printed, in millimetres from the upper left corner.

Questions run down the columns, five to a block. The frame of markers closes around them, so that
every circle has markers near it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from quizgen.paper.sheet.markers import BOTTOM, LEFT, RIGHT, TOP
from quizgen.paper.sheet.styles import PAGES

if TYPE_CHECKING:
    from quizgen.paper.sheet.styles import Size, Style
    from quizgen.paper.sheet.ticket import Ticket

BLOCK = 5
"""So many questions stand together under one line of letters."""
LETTERS_LINE, BLOCK_GAP = 0.78, 0.42
"""The height of the line of letters and of the gap after a block, in rows."""
_FRAME_GAP = 1.5
_BY_SIDE = (4.0, 3.0)
"""From a side marker to the circles, in the full and in the compact style."""


@dataclass(frozen=True, slots=True)
class Row:
    """The circles of one question."""

    number: int
    block: int
    y: float
    xs: tuple[float, ...]
    """The middle of each circle; the first is option A."""
    number_x: float
    """Where its number ends."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of letters over a block."""

    y: float
    xs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet laid out."""

    ticket: Ticket
    width: float
    height: float
    markers: tuple[tuple[int, float, float], ...]
    """The id and the upper left corner of each; all are of the style's size."""
    qr: tuple[float, float]
    """The upper left corner of the QR code."""
    rows: tuple[Row, ...]
    headings: tuple[Heading, ...]
    bottom: float
    """Where the frame ends."""
    pitch: float
    """From one option to the next."""


def sheet_size(size: Size, style: Style) -> tuple[float, float]:
    """Width and height of one sheet: the page, or its part of it."""
    width, height = PAGES[size]
    return width / style.parts, height / style.parts


def capacity(size: Size, style: Style, options: int) -> int:
    """How many questions of so many options fit on one sheet."""
    return _most_columns(size, style, options) * _most_rows(size, style)


def plan_of(ticket: Ticket) -> Plan:
    """Lay a sheet out."""
    style = ticket.style
    width, height = sheet_size(ticket.size, style)
    asked = [ticket.first + place for place, count in enumerate(ticket.options) if count]
    most = max(ticket.options)
    columns, deep = _shape(len(asked), ticket.size, style, most)
    left, right, top, room = _field(ticket.size, style)
    blocks = ceil(deep / BLOCK)
    step = min(style.row[1], room / _rows_high(blocks, deep))
    share = (right - left + style.gap) / columns
    pitch = min(style.pitch[1], (share - style.gap - style.number) / most)
    used = style.number + pitch * most
    space = min(share, used * 1.6)
    start = (left + right - (columns - 1) * space - used) / 2
    rows, headings = [], []
    for place, number in enumerate(asked):
        column, down = divmod(place, deep)
        block, within = divmod(down, BLOCK)
        x = start + column * space + style.number
        y = top + step * (block * (BLOCK + LETTERS_LINE + BLOCK_GAP) + LETTERS_LINE)
        count = ticket.options[number - ticket.first]
        xs = tuple(x + pitch * (option + 0.5) for option in range(count))
        middle = y + step * (within + 0.5)
        rows.append(Row(number, column * blocks + block, middle, xs, x - 0.22 * style.number))
        if within == 0:
            wide = max(
                ticket.options[n - ticket.first] for n in asked[place : place + BLOCK - within]
            )
            headings.append(
                Heading(y - step * 0.28, tuple(x + pitch * (o + 0.5) for o in range(wide)))
            )
    bottom = top + step * _rows_high(blocks, deep) + _FRAME_GAP
    qr = (width - style.margin - style.qr, style.margin)
    return Plan(
        ticket,
        width,
        height,
        tuple(_markers(style, width, bottom)),
        qr,
        tuple(rows),
        tuple(headings),
        bottom + style.marker,
        pitch,
    )


def _rows_high(blocks: int, deep: int) -> float:
    """The height of a column, in rows."""
    return deep + blocks * LETTERS_LINE + (blocks - 1) * BLOCK_GAP


def _field(size: Size, style: Style) -> tuple[float, float, float, float]:
    """Where circles may be: from left to right, from where, and how high."""
    width, height = sheet_size(size, style)
    side = style.margin + style.marker + _BY_SIDE[style.parts > 1]
    top = style.head + style.marker + _FRAME_GAP
    room = height - style.foot - style.marker - _FRAME_GAP - top
    return side, width - side, top, room


def _most_rows(size: Size, style: Style) -> int:
    room = _field(size, style)[3]
    rows = BLOCK
    while style.row[0] * _rows_high(ceil((rows + BLOCK) / BLOCK), rows + BLOCK) <= room:
        rows += BLOCK
    return rows


def _most_columns(size: Size, style: Style, options: int) -> int:
    left, right, _, _ = _field(size, style)
    least = style.number + style.pitch[0] * options + style.gap
    return max(1, int((right - left + style.gap) / least + 1e-9))


def _shape(count: int, size: Size, style: Style, options: int) -> tuple[int, int]:
    """Columns and rows: two columns look better than a single long one."""
    most = _most_rows(size, style)
    columns = ceil(count / most)
    if count > BLOCK:
        columns = max(columns, min(2, _most_columns(size, style, options)))
    if count > 6 * BLOCK:
        columns = max(columns, min(3, _most_columns(size, style, options)))
    deep = ceil(ceil(count / columns) / BLOCK) * BLOCK
    return ceil(count / deep), min(deep, count)


def _markers(style: Style, width: float, bottom: float) -> list[tuple[int, float, float]]:
    left, right = style.margin, width - style.margin - style.marker
    top = style.head
    at = [(0, left, top), (1, right, top), (2, right, bottom), (3, left, bottom)]
    down = min(len(LEFT), max(0, round((bottom - top) / (14 * style.marker**0.6)) - 1))
    for part in range(down):
        y = top + (bottom - top) * (part + 1) / (down + 1)
        at += [(LEFT[part], left, y), (RIGHT[part], right, y)]
    across = len(TOP) if style.parts == 1 else 1
    for part in range(across):
        x = left + (right - left) * (part + 1) / (across + 1)
        at += [(TOP[part], x, top), (BOTTOM[part], x, bottom)]
    return at
