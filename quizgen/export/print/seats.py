"""Answer sheets for a class: one for each seat, with its label in print and in the QR code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.export.content import student_page
from quizgen.export.print import sheet
from quizgen.export.print.pdf import typeset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.export import ItemSet, Layout

TEMPLATES = (sheet.TEMPLATE, Path(__file__).with_name("seats.typ"))
MAX_SEATS = 500


def seats_of(text: str) -> tuple[str, ...]:
    """The labels of seats that somebody wrote.

    Args:
        text: a number, labels with commas between, or the name of a file with one on each line.

    Raises:
        QuizgenError: where it names none, too many, or one twice.
    """
    labels = _labels(text.strip())
    if not 1 <= len(labels) <= MAX_SEATS:
        message = f"{text!r} are {len(labels)} seats; there can be 1 to {MAX_SEATS}"
        advice = "write a number, labels with commas between, or a file with one on each line"
        raise QuizgenError.of("--seats", "seats", message, advice)
    twice = sorted({label for label in labels if labels.count(label) > 1})
    if twice:
        message = f"the label {twice[0]!r} is there twice"
        raise QuizgenError.of("--seats", "seats", message, "give each seat a label of its own")
    return tuple(labels)


def _labels(text: str) -> list[str]:
    if re.fullmatch(r"\d{1,6}", text):
        return [str(number) for number in range(1, min(int(text), MAX_SEATS + 1) + 1)]
    path = Path(text)
    if "," not in text and path.is_file():
        try:
            lines = path.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            message = "the file of seats cannot be read"
            raise QuizgenError.of(text, "seats", message, "save it as text in UTF-8") from error
        return [line.strip() for line in lines if line.strip()]
    return [label.strip() for label in text.split(",") if label.strip()]


def seat_sheets(
    sets: Sequence[ItemSet], layout: Layout, seats: Sequence[str], *, compact: bool = False
) -> tuple[str, bytes]:
    """A PDF with the sheets of all seats, and its name; neighbours get different forms.

    Args:
        sets: the forms of one quiz.
        layout: the size of the page and of the letters.
        seats: their labels, in order.
        compact: whether four small ones stand on a page.

    Raises:
        QuizgenError: where a sheet cannot hold what is asked, or a package is missing.
    """
    pages = [student_page(items) for items in sets]
    if not any(question.options for question in pages[0].questions):
        message = "no question of this quiz has options to fill in circles for"
        raise QuizgenError.of("--seats", "seats", message, "leave --seats out")
    style = "compact" if compact else "large" if layout.large else "full"
    made = [
        one
        for place, seat in enumerate(seats)
        for one in sheet.sheets(pages[place % len(pages)], layout.page, style, seat)
    ]
    first = pages[0]
    title = f"{first.title} · {first.sheet.heading}"
    data = {"title": title, "lang": first.language.split("-")[0], "sheets": made}
    return f"{sets[0].bank.id}-sheets.pdf", typeset(TEMPLATES, data, layout)
