"""A file -> the essay in it, whatever its format: the ending or the first bytes tell it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError
from quizgen.intake.essays import plain
from quizgen.intake.essays.page import Page, bounded

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024
LONG_LINE = 6_000
"""No paragraph of a published page is so long."""
_NEEDED = {"lxml": "HTML", "markdown_it": "Markdown", "docx": "DOCX", "pypdfium2": "PDF"}


def read(path: Path) -> Page:
    """Read an essay's file.

    Raises:
        QuizgenError: where it is missing, too large, or holds no text that can be read.
    """
    return read_bytes(str(path), _bytes(path))


def read_bytes(name: str, raw: bytes) -> Page:
    """Read an essay as it comes from a file or an upload.

    Args:
        name: of the file; its ending tells the format, and messages call it so.
        raw: the bytes.

    Raises:
        QuizgenError: where they hold no text that can be read.
    """
    try:
        return _with_long_lines_told(_read(name, raw))
    except ModuleNotFoundError as error:
        if error.name not in _NEEDED:
            raise
        message = f"to read {_NEEDED[error.name]} a package is missing: {error.name}"
        advice = "install it: pip install 'quizgen[read]'; or save the essay as plain text"
        raise QuizgenError.of(name, "missing-package", message, advice) from error


def _with_long_lines_told(page: Page) -> Page:
    for number, line in enumerate(page.lines, 1):
        if len(line.text) > LONG_LINE:
            note = f"line {number} has {len(line.text):,} characters: if the essay has paragraphs "
            note += "there, break it where they end, and draft it again"
            return replace(page, notes=(*page.notes, note))
    return page


def _read(name: str, raw: bytes) -> Page:
    ending = name.lower().rpartition(".")[2]
    if raw.startswith(b"%PDF-") or ending == "pdf":
        from quizgen.intake.essays.pdf import read_pdf

        return read_pdf(name, raw)
    if raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or ending in ("docx", "doc"):
        from quizgen.intake.essays.docx import read_docx

        return read_docx(name, raw)
    text, notes = plain.decode(name, raw)
    if ending in ("html", "htm", "xhtml") or text.lstrip()[:15].lower().startswith(
        ("<!doctype html", "<html")
    ):
        from quizgen.intake.essays.html import read_html

        return read_html(name, text, notes)
    if ending in ("md", "markdown"):
        from quizgen.intake.essays.markdown import read_markdown

        return read_markdown(name, text, notes)
    lines, more = plain.lines(text)
    return Page(bounded(name, lines), {}, notes + more)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            message = "there is no such file" if not path.exists() else "this is not a file"
            raise QuizgenError.of(str(path), "cannot-read", message, "name the essay's file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
            raise QuizgenError.of(str(path), "too-large", message, "draft it in parts")
        return path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        advice = "check its name and its permissions"
        raise QuizgenError.of(str(path), "cannot-read", message, advice) from error
