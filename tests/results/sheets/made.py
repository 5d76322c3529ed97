"""Sheets as quizgen prints them, as pictures: of any number of questions and options."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2

from quizgen.export import Layout
from quizgen.export.content import student_page
from quizgen.export.items import Option
from quizgen.export.pages import Asked, StudentPage
from quizgen.export.print import seats, sheet
from quizgen.export.print.pdf import typeset
from quizgen.paper.forms import LETTERS
from quizgen.paper.sheet import STYLES, Plan, Ticket, plan_of, tickets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.export import Page
    from quizgen.results.sheets.arrays import Grey

CODE = "4T86-YHQH-S4AN-N9"
DPI = 300
PIXELS = DPI / 25.4
"""A millimetre."""


def page_of(options: Sequence[int], form: str = "A", code: str = CODE) -> StudentPage:
    """A student's page with so many options a question and no words that matter."""
    from quizgen.export import item_set
    from quizgen.paper.blueprint import Blueprint
    from quizgen.paper.paper import make_quiz
    from tests.paper.made_up import bank, question

    usual = student_page(item_set(make_quiz(bank(question("c")), Blueprint(1), "1").papers[0]))
    prompt: Any = "What?"
    questions = tuple(
        Asked(number, prompt, tuple(Option(letter, "x") for letter in LETTERS[:count]), 0, (), ())
        for number, count in enumerate(options, 1)
    )
    from dataclasses import replace

    return replace(usual, questions=questions, form=form, code=code)


def sheets_pdf(
    options: Sequence[int],
    seats_: Sequence[str] = ("17",),
    *,
    size: Page = "a4",
    style: str = "full",
    form: str = "A",
    code: str = CODE,
) -> bytes:
    """The printed sheets of some seats."""
    page = page_of(options, form, code)
    made = [one for seat in seats_ for one in sheet.sheets(page, size, style, seat)]
    return typeset(seats.TEMPLATES, {"title": "x", "lang": "en", "sheets": made}, Layout(size))


def plans(
    options: Sequence[int], seat: str = "17", *, size: Page = "a4", style: str = "full"
) -> list[Plan]:
    """Where all is on them."""
    return [
        plan_of(ticket)
        for ticket in tickets_of(CODE, "A", options, size=size, style=style, seat=seat)
    ]


@lru_cache(maxsize=20)
def _blank(options: tuple[int, ...], size: Page, style: str) -> Grey:
    drawn = pictures(sheets_pdf(options, size=size, style=style))[0]
    parts = STYLES[style].parts
    return drawn[: drawn.shape[0] // parts, : drawn.shape[1] // parts]


def blank(options: Sequence[int], *, size: Page = "a4", style: str = "full") -> tuple[Grey, Plan]:
    """The first sheet of seat 17, to be drawn on, and where all is on it."""
    plan = plans(options, size=size, style=style)[0]
    return _blank(tuple(options), size, style).copy(), plan


def pictures(pdf: bytes, dpi: int = DPI) -> list[Grey]:
    """The pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
        return [np.ascontiguousarray(each.reshape(each.shape[:2])) for each in drawn]


__all__ = ["CODE", "DPI", "PIXELS", "Ticket", "blank", "page_of", "pictures", "plans", "sheets_pdf"]
