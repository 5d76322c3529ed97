"""DOCX -> lines, by the styles of its paragraphs."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from quizgen.errors import QuizgenError
from quizgen.intake.essays.page import Line, Page, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_UNPACKED = 100_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_docx(name: str, raw: bytes) -> Page:
    """Read a document of Word or of another office.

    Raises:
        QuizgenError: where it is encrypted, broken, too large or without text.
    """
    if raw.startswith(_OLE):
        raise _locked_or_old(name, raw)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        _require_small(name, raw)
        document = Document(io.BytesIO(raw))
        lines = list(_lines(document))
        facts = {
            key: " ".join(value.split())[:500]
            for key, value in (
                ("title", document.core_properties.title),
                ("author", document.core_properties.author),
            )
            if value and value.strip() and value != "python-docx"
        }
    except (
        OpcError,
        zipfile.BadZipFile,
        etree.LxmlError,
        KeyError,
        ValueError,
        OSError,
        AttributeError,
        NotImplementedError,
        EOFError,
        RuntimeError,
        IndexError,
        TypeError,
    ) as error:  # fmt: skip  (what a broken package makes its reader say)
        message = "this is no whole DOCX document"
        advice = "open it in an office program and save it again as .docx"
        raise QuizgenError.of(name, "broken", message, advice) from error
    return Page(bounded(name, lines), facts)


def _locked_or_old(name: str, raw: bytes) -> QuizgenError:
    if _ENCRYPTED in raw:
        message, advice = "the document is locked with a password", "save a copy without it"
        return QuizgenError.of(name, "encrypted", message, advice)
    message = "this is a document of an older Word (.doc)"
    return QuizgenError.of(name, "old-format", message, "save it as .docx")


def _require_small(name: str, raw: bytes) -> None:
    """A zip tells how large its files are, and its reader holds it to its word."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > MAX_UNPACKED:
        message = f"unpacked it has {size:,} bytes; at most {MAX_UNPACKED:,} are read"
        advice = "save the essay as text, or without its pictures"
        raise QuizgenError.of(name, "too-large", message, advice)


def _lines(document: Any) -> Iterator[Line]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                text = " | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
                yield Line(" ".join(text.split()), "aside", "a table")
            continue
        style = (block.style.name or "").lower() if block.style is not None else ""
        for text in block.text.split("\n"):
            plain = " ".join(text.split())
            if not plain:
                continue
            if style == "title":
                yield Line(plain, "title")
            elif style.startswith("heading"):
                yield Line(plain, "heading")
            elif style in ("caption", "subtitle", "intense quote"):
                reason = {"caption": "a caption", "subtitle": "the standfirst"}.get(style)
                yield Line(plain, "aside", reason or "a pull-quote")
            else:
                yield Line(plain)
