"""Answer sheets that a machine can read: each form's plan with the words and the QR code."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.export.format import missing
from quizgen.paper.forms import LETTERS
from quizgen.paper.sheet import MAX_OPTIONS, plan_of, tickets_of
from quizgen.paper.sheet.markers import PATTERNS, cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import Page
    from quizgen.export.pages import StudentPage
    from quizgen.paper.sheet import Ticket

TEMPLATE = Path(__file__).with_name("sheet.typ")


def sheets(page: StudentPage, size: Page, style: str, seat: str = "") -> Iterator[dict[str, Any]]:
    """The sheets of a form for one seat, as the template takes them.

    Args:
        page: the form.
        size: of the paper.
        style: the name of one of the styles of sheets.
        seat: whose they are; empty where anybody may take one.

    Raises:
        QuizgenError: where a sheet cannot hold what is asked, or ``segno`` is missing.
    """
    options = [len(question.options) for question in page.questions]
    tickets = tickets_of(page.code, page.form, options, size=size, style=style, seat=seat)
    for ticket in tickets:
        yield {**_words(page, ticket), **_places(ticket)}


def _words(page: StudentPage, ticket: Ticket) -> dict[str, Any]:
    of = {"page": ticket.page, "pages": ticket.pages}
    return {
        "title": page.title,
        "lang": page.language.split("-")[0],
        "heading": page.sheet.heading,
        "how": page.sheet.how,
        "not_so": page.sheet.not_so,
        "form_label": page.form_label,
        "form": page.form,
        "seat_label": page.sheet.seat,
        "seat": ticket.seat,
        "code_label": page.code_label,
        "code": page.code,
        "name": page.blanks.name,
        "group": page.blanks.group,
        "date": page.blanks.date,
        "part": page.sheet.part % of if ticket.pages > 1 else "",
        "letters": LETTERS[:MAX_OPTIONS],
    }


def _places(ticket: Ticket) -> dict[str, Any]:
    style, plan = ticket.style, plan_of(ticket)
    return {
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
