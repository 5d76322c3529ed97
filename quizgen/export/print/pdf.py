"""PDF through typst: tagged, fonts embedded, and the same bytes on every machine.

The words go to typst as data, so that none of them is ever read as markup.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from quizgen.errors import QuizgenError
from quizgen.export import missing
from quizgen.export.content import student_page, teacher_page
from quizgen.export.format import LARGE_POINTS
from quizgen.export.print import sheet
from quizgen.export.print.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.export import Audience, ItemSet, Layout
    from quizgen.export.pages import StudentPage, TeacherPage

TEMPLATES = (sheet.TEMPLATE, Path(__file__).with_name("paper.typ"))
"""A template may use what stands in those before it."""

PICTURE_PPI = 120

_ONE_AT_A_TIME = Lock()
"""The compiler refuses a second thread."""
_UNSHOWN = re.compile(r"the text `\"(.*)\"` could not be displayed", re.DOTALL)
_PANIC = re.compile(r'panicked with: "?([^"]*)"?')


class RefusedError(Exception):
    """What a template itself refuses to lay out, as it says it: ``3 front,5 back``."""


def student(page: StudentPage, layout: Layout) -> bytes:
    """The student's paper with its answer sheet."""
    return typeset(TEMPLATES, student_words(page, layout), layout)


def student_words(page: StudentPage, layout: Layout) -> dict[str, Any]:
    """All that the template of a paper gets: its words, and the places on its answer sheets."""
    style = "large" if layout.large else "full"
    sheets = [*sheet.sheets(page, layout.page, style)] if layout.sheet else []
    qr = qr_svg(layout.online) if layout.online else ""
    return {**asdict(page), "sheets": sheets, "qr": qr}


def teacher(page: TeacherPage, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    return typeset(TEMPLATES, {**asdict(page), "only_letters": False}, layout)


def letters(page: TeacherPage, layout: Layout) -> bytes:
    """The letters of the key on one page."""
    return typeset(TEMPLATES, {**asdict(page), "only_letters": True}, layout)


@cache
def _compiler() -> Any:
    """One for all files, since what it has laid out it need not lay out again."""
    try:
        import typst
    except ImportError as error:
        raise missing("PDF", "typst", "pdf") from error
    return typst.Compiler(ignore_system_fonts=True)


def typeset(templates: Sequence[Path], page: dict[str, Any], layout: Layout) -> bytes:
    """Lay a page out as PDF.

    Args:
        templates: the files that lay it out, one after the other.
        page: all its words.
        layout: the size of the page and of the letters.

    Raises:
        QuizgenError: where typst is missing, or no font has a sign that a text needs.
        RefusedError: where the template says so.
    """
    return _compiled(templates, page, layout, format="pdf", pdf_standards=["ua-1"])[0]


def pictures(items: ItemSet, layout: Layout, audience: Audience) -> tuple[bytes, ...]:
    """The pages of the PDF for students or for the teacher, as PNG.

    Raises:
        QuizgenError: as ``typeset``.
    """
    page = (
        student_words(student_page(items), layout)
        if audience == "student"
        else {**asdict(teacher_page(items)), "only_letters": False}
    )
    return _compiled(TEMPLATES, page, layout, format="png", ppi=PICTURE_PPI)


def sys_inputs(page: dict[str, Any], layout: Layout) -> dict[str, str]:
    """All that a template gets: words and layout."""
    how = {**asdict(layout), "compact": layout.compact, "large_points": LARGE_POINTS}
    return {"data": json.dumps(page), "layout": json.dumps(how)}


def _compiled(
    templates: Sequence[Path], page: dict[str, Any], layout: Layout, **how: Any
) -> tuple[bytes, ...]:
    compiler = _compiler()
    inputs = sys_inputs(page, layout)
    import typst

    try:
        with _ONE_AT_A_TIME:
            made = compiler.compile(
                b"\n".join(template.read_bytes() for template in templates),
                sys_inputs=inputs,
                **how,
            )
    except typst.TypstError as error:
        if refused := _PANIC.search(error.message):
            raise RefusedError(refused[1]) from error
        unshown = _UNSHOWN.search(error.message)
        if unshown is None:
            raise
        raise _no_glyph(page, unshown[1]) from error
    return (made,) if isinstance(made, bytes) else tuple(made)


def _no_glyph(page: dict[str, Any], text: str) -> QuizgenError:
    """Tell where the text stands that no font of the PDF can show; it is not left out."""
    names = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(text))
    where = next((place for place, value in _texts(page, "") if text in value), "the paper")
    message = f"the PDF’s fonts have no sign for {text!r} ({names})"
    return QuizgenError.of(
        where, "no-glyph", message, "write it otherwise, or choose --to docx or --to html"
    )


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """All texts of a page, each with a name that a teacher understands."""
    if isinstance(value, str):
        yield place.strip(), value
    elif isinstance(value, dict):
        here = f"question {value['number']}:" if "number" in value else place
        for name, part in value.items():
            yield from _texts(part, f"{here} {name}")
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part, place)
