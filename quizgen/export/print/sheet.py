"""Answer sheets that a machine can read: each form's plan with the words and the QR code."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.export.format import missing
from quizgen.paper.sheet import plan_of, tickets_of
from quizgen.paper.sheet.markers import PATTERNS, cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.paper.sheet import Plan, Size, Ticket

TEMPLATE = Path(__file__).with_name("sheet.typ")


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What people read on a sheet."""

    title: str
    lang: str
    heading: str
    how: str
    not_so: str
    """Before the pictures of a tick and a cross."""
    form_label: str
    seat_label: str
    code_label: str
    name: str
    group: str
    date: str
    part: str
    """``Sheet %(page)s of %(pages)s``, where a form needs several."""


def sheets(
    words: SheetWords,
    code: str,
    form: str,
    options: Sequence[int],
    *,
    size: Size,
    style: str = "full",
    seat: str = "",
) -> Iterator[dict[str, Any]]:
    """The sheets of a form for one seat, as the template takes them.

    Args:
        words: what people read on it.
        code: of the paper.
        form: its letter.
        options: how many each question has; 0 for one that is answered in writing.
        size: of the paper.
        style: the name of one of the styles of sheets.
        seat: whose it is; empty where anybody may take it.

    Raises:
        QuizgenError: where a sheet cannot hold what is asked, or ``segno`` is missing.
    """
    for ticket in tickets_of(code, form, options, size=size, style=style, seat=seat):
        yield _data(words, ticket, plan_of(ticket))


def _data(words: SheetWords, ticket: Ticket, plan: Plan) -> dict[str, Any]:
    style = ticket.style
    part = words.part % {"page": ticket.page, "pages": ticket.pages} if ticket.pages > 1 else ""
    return {
        **asdict(words),
        "part": part,
        "form": ticket.form,
        "seat": ticket.seat,
        "code": ticket.code,
        "style": style.name,
        "parts": style.parts,
        "width": plan.width,
        "height": plan.height,
        "margin": style.margin,
        "head": style.head,
        "marker": style.marker,
        "bubble": style.bubble,
        "markers": plan.markers,
        "patterns": [cells(marker) for marker in range(len(PATTERNS))],
        "qr": {"x": plan.qr[0], "y": plan.qr[1], "size": style.qr, "rows": _qr(ticket)},
        "rows": [asdict(row) for row in plan.rows],
        "headings": [asdict(heading) for heading in plan.headings],
    }


def _qr(ticket: Ticket) -> list[str]:
    """The rows of the QR code's modules, ``1`` for black."""
    try:
        import segno
    except ImportError as error:
        raise missing("the answer sheet", "segno", "pdf") from error
    made = segno.make_qr(ticket.write(), error="m", boost_error=True)
    return ["".join("1" if module else "0" for module in row) for row in made.matrix]
