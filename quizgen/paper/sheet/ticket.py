"""What the QR code of a sheet says: which form, which page, whose seat, and how it is laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.paper.sheet.plan import capacity
from quizgen.paper.sheet.styles import BY_LETTER, PAGES, STYLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.errors import Problem
    from quizgen.paper.sheet.styles import Size, Style

MAX_OPTIONS = 9
MAX_SEAT = 24
"""So many characters has the label of a seat at most, so that the QR code stays coarse."""
MAX_ROWS = 150

_SIGN = "QZ1"
_SIZES: dict[str, Size] = {"A": "a4", "L": "letter"}
_RUN = re.compile(r"(\d{1,3})X(\d)")
_TICKET = re.compile(
    r"QZ1:(?P<code>[0-9A-Z-]{1,200}):(?P<form>[A-Z]):(?P<page>\d{1,2}):(?P<pages>\d{1,2}):"
    r"(?P<size>[AL])(?P<style>[FCL]):(?P<first>\d{1,3}):(?P<runs>[0-9X.]{3,400}):(?P<seat>.{0,24})"
)


@dataclass(frozen=True, slots=True)
class Ticket:
    """All that a reader must know of a sheet; the rest follows."""

    code: str
    """Of the paper."""
    form: str
    page: int
    pages: int
    size: Size
    style: Style
    first: int
    """The number of the first question."""
    options: tuple[int, ...]
    """How many options each question has, from the first on; 0 has no circles."""
    seat: str = ""

    def write(self) -> str:
        """The text of the QR code."""
        runs = ".".join(f"{len([*same])}X{count}" for count, same in groupby(self.options))
        size = next(letter for letter, size in _SIZES.items() if size == self.size)
        parts = (_SIGN, self.code, self.form, self.page, self.pages, size + self.style.letter)
        return ":".join(map(str, (*parts, self.first, runs, self.seat)))

    @classmethod
    def read(cls, text: str) -> Ticket:
        """The ticket that a QR code holds.

        Raises:
            ValueError: where it is none that quizgen prints.
        """
        found = _TICKET.fullmatch(text)
        if not found:
            raise ValueError("no ticket")
        options: list[int] = []
        for run in found["runs"].split("."):
            parts = _RUN.fullmatch(run)
            if not parts:
                raise ValueError("no ticket")
            options += [int(parts[2])] * int(parts[1])
        if len(options) > MAX_ROWS or not any(options):
            raise ValueError("no ticket")
        return cls(
            found["code"],
            found["form"],
            int(found["page"]),
            int(found["pages"]),
            _SIZES[found["size"]],
            BY_LETTER[found["style"]],
            int(found["first"]),
            tuple(options),
            found["seat"],
        )


def is_ticket(text: str) -> bool:
    """Whether a QR code is that of a sheet, of this quizgen or of a newer one."""
    return re.match(r"QZ\d", text) is not None


def tickets_of(
    code: str, form: str, options: Sequence[int], *, size: Size, style: str, seat: str = ""
) -> tuple[Ticket, ...]:
    """The sheets that a form needs: one, or more where it has many questions.

    Args:
        code: of the paper.
        form: its letter.
        options: how many each question has; 0 for one that is answered in writing.
        size: of the paper.
        style: the name of a style.
        seat: whose they are; empty where anybody may take one.

    Raises:
        QuizgenError: where a question has more options than a sheet has circles, or the label of
            the seat is too long.
    """
    _refuse(options, seat)
    assert size in PAGES
    kind = STYLES[style]
    asked = [place for place, count in enumerate(options) if count]
    room = capacity(size, kind, max(options, default=0)) if asked else 1
    pages = [asked[start : start + room] for start in range(0, len(asked), room)]
    return tuple(
        Ticket(
            code,
            form,
            number,
            len(pages),
            size,
            kind,
            part[0] + 1,
            tuple(options[part[0] : part[-1] + 1]),
            seat,
        )
        for number, part in enumerate(pages, 1)
    )


def _refuse(options: Sequence[int], seat: str) -> None:
    problems: list[Problem] = []
    for number, count in enumerate(options, 1):
        if count > MAX_OPTIONS:
            message = f"question {number} has {count} options; the answer sheet has {MAX_OPTIONS}"
            advice = f"give it at most {MAX_OPTIONS}"
            problems += QuizgenError.of("the paper", "sheet", message, advice).problems
    if len(seat) > MAX_SEAT or not seat.isprintable() or ":" in seat:
        message = f"{seat!r} is no label of a seat that the sheet's QR code can hold"
        advice = f"write at most {MAX_SEAT} letters and figures on one line, without a colon"
        problems += QuizgenError.of("--seats", "seat", message, advice).problems
    if problems:
        raise QuizgenError(*problems)
