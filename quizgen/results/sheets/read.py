"""One page -> the sheets on it, read; and what on it could not be read, with reason and advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from quizgen.paper.sheet import STYLES, Ticket, is_ticket, plan_of
from quizgen.results.responses import DOUBT
from quizgen.results.sheets import find
from quizgen.results.sheets.decide import answers
from quizgen.results.sheets.fit import grow, marker_corners, qr_corners
from quizgen.results.sheets.measure import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.paper.sheet import Plan
    from quizgen.results.sheets.arrays import Floats, Grey
    from quizgen.results.sheets.fit import Fit

_BESIDE = 9.0
"""So far outside the markers found, in millimetres, a circle's place is still trusted."""
_LOST = 0.25
"""Where a larger share of the rows lies outside, the sheet is called incomplete."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sheet, read."""

    ticket: Ticket
    answers: dict[int, str]
    """By the question's number: a letter, nothing, or the sign of doubt."""
    options: dict[int, int]
    """How many options each question has."""
    cuts: dict[int, bytes]
    """Of each doubtful row a PNG."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why something on a page could not be read, and what to do."""

    reason: str
    advice: str


def read_page(grey: Grey, *, cut: bool = False) -> tuple[list[Reading], list[Trouble]]:
    """Read all sheets of a page.

    Args:
        grey: the page.
        cut: whether to cut out the doubtful rows.
    """
    markers = find.markers(grey)
    tickets, troubles = _tickets(find.codes(grey))
    if not tickets and len(markers) < 3:
        markers = find.markers(grey, 2 * find.SMALL)
    markers, more = _closer(grey, markers, tickets)
    others, none = _tickets(more)
    tickets += others
    troubles += none
    readings = []
    for ticket, code in tickets:
        plan = plan_of(ticket)
        fit = grow(plan, code, markers)
        if fit is None:
            again = find.markers(grey, 2 * find.SMALL)
            fit = grow(plan, code, again)
        if fit is None:
            troubles.append(_NO_MARKERS)
            continue
        mine = {id(marker) for marker in fit.markers}
        markers = [marker for marker in markers if id(marker) not in mine]
        found = _reading(grey, plan, fit, cut)
        if isinstance(found, Trouble):
            troubles.append(found)
        else:
            readings.append(found)
    if _left(markers) and not any(t is _NO_MARKERS for t in troubles):
        troubles.append(_NO_CODE)
    if not readings and not troubles:
        troubles.append(BLANK if _blank(grey) else _NOTHING)
    return sorted(readings, key=lambda r: (r.ticket.seat, r.ticket.page)), troubles


_NO_CODE = Trouble(
    "there is an answer sheet, but its QR code cannot be read",
    "scan it again, flat and sharp, with the whole page in the picture",
)
_NO_MARKERS = Trouble(
    "there is an answer sheet, but too few of its square marks can be seen",
    "scan it again with all the square marks in the picture, nothing lying on them",
)
_HALF = Trouble(
    "a part of the answer sheet is missing",
    "scan it again with the whole sheet in the picture",
)
BLANK = Trouble("the page is blank", "nothing is to be done if it is the back of a sheet")
_NOTHING = Trouble(
    "no answer sheet is to be seen",
    "give sheets that quizgen printed; hold the camera nearer, or scan at 200 dpi or more",
)
_NEWER = Trouble(
    "the sheet was printed by a newer quizgen than this one, or its QR code is damaged",
    "update quizgen, or scan the sheet again",
)


def _tickets(codes: list[find.Code]) -> tuple[list[tuple[Ticket, find.Code]], list[Trouble]]:
    found, troubles = [], []
    for code in codes:
        try:
            found.append((Ticket.read(code.text), code))
        except ValueError:
            if is_ticket(code.text):
                troubles.append(_NEWER)
    return found, troubles


def _closer(
    grey: Grey, markers: list[find.Marker], known: list[tuple[Ticket, find.Code]]
) -> tuple[list[find.Marker], list[find.Code]]:
    """Look closely for QR codes above upper right markers beside which none was found yet."""
    seen = [code.corners.mean(0) for _, code in known]
    found: list[find.Code] = []
    for marker in markers:
        if marker.id != 1:
            continue
        for around in _places_of_code(marker):
            if any(cv2.pointPolygonTest(around, (float(x), float(y)), False) >= 0 for x, y in seen):
                break
            if codes := find.codes_near(grey, around):
                found += codes
                seen += [code.corners.mean(0) for code in codes]
                break
    return markers, found


def _places_of_code(marker: find.Marker) -> Iterator[Floats]:
    """Where the QR code is if the marker is the upper right one of each style of sheets."""
    for style in STYLES.values():
        plan = plan_of(Ticket("X", "A", 1, 1, "a4", style, 1, (4,)))
        own = marker_corners(plan)[1].astype(np.float32)
        matrix, _ = cv2.estimateAffine2D(own, marker.corners)
        to = np.vstack([matrix, (0, 0, 1)])
        around = qr_corners(plan, 5)[None].astype(np.float64)
        yield cv2.perspectiveTransform(around, to)[0].astype(np.float32)


def _reading(grey: Grey, plan: Plan, fit: Fit, cut: bool) -> Reading | Trouble:
    height, width = grey.shape
    trusted = []
    for row in plan.rows:
        places = np.array([(x, row.y) for x in row.xs])
        at = fit(places)
        inside = (at > 4).all() and (at[:, 0] < width - 5).all() and (at[:, 1] < height - 5).all()
        trusted.append(bool(inside and fit.holds(places, _BESIDE).all()))
    if trusted.count(False) > _LOST * len(trusted):
        return _HALF
    read = answers(measure(grey, plan, fit), len(plan.rows))
    found = {
        row.number: answer if sure else DOUBT
        for row, answer, sure in zip(plan.rows, read, trusted, strict=True)
    }
    cuts = {}
    if cut:
        from quizgen.results.sheets.cut import row_picture

        cuts = {
            row.number: row_picture(grey, plan, fit, row)
            for row in plan.rows
            if found[row.number] == DOUBT
        }
    options = {row.number: len(row.xs) for row in plan.rows}
    return Reading(plan.ticket, found, options, cuts)


def _left(markers: list[find.Marker]) -> bool:
    """Whether markers are left that no sheet has taken: then there is one more sheet."""
    return len({marker.id for marker in markers}) >= 4


def _blank(grey: Grey) -> bool:
    small = cv2.resize(grey, (200, 200), interpolation=cv2.INTER_AREA)
    middle = small[20:-20, 20:-20].astype(np.float32)
    return float((middle < np.median(middle) - 30).mean()) < 0.002
