"""PDF -> lines: the lines of its pages, put together into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from quizgen.errors import QuizgenError
from quizgen.intake.essays.page import MAX_CHARACTERS, Line, Page, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PAGES = 2_000
_ERR_PASSWORD = 4  # FPDF_ERR_PASSWORD of PDFium
_ENDS = re.compile(r"""[.!?:…]["'”’)\]]*$""")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_NOTE = "the file is a PDF: look whether its paragraphs begin and end where the page shows them"


def read_pdf(name: str, raw: bytes) -> Page:
    """Read the text layer of a PDF.

    Raises:
        QuizgenError: where it is encrypted, broken, too long, or only pictures of pages.
    """
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _ERR_PASSWORD:
            message, advice = "the document is locked with a password", "save a copy without it"
            raise QuizgenError.of(name, "encrypted", message, advice) from error
        message, advice = "this is no whole PDF", "save it again, or print it to a new PDF"
        raise QuizgenError.of(name, "broken", message, advice) from error
    try:
        pages = _pages(name, document)
        facts = {
            key: " ".join(value.split())[:500]
            for key, value in (
                ("title", document.get_metadata_value("Title")),
                ("author", document.get_metadata_value("Author")),
            )
            if value.strip()
        }
    except pypdfium2.PdfiumError as error:
        message, advice = "a page of it cannot be read", "save it again, or print it to a new PDF"
        raise QuizgenError.of(name, "broken", message, advice) from error
    finally:
        document.close()
    if not any(map(str.strip, pages)):
        message = "there is no text in it: the pages are pictures, as a scanner makes them"
        advice = "let a program for text recognition (OCR) read it first, or type the essay"
        raise QuizgenError.of(name, "scanned", message, advice)
    lines = [Line(text) for text in paragraphs(pages)]
    return Page(bounded(name, lines), facts, (_NOTE,))


def _pages(name: str, document: Any) -> list[str]:
    if len(document) > MAX_PAGES:
        message = f"it has {len(document):,} pages; at most {MAX_PAGES:,} are read"
        raise QuizgenError.of(name, "too-large", message, "save the pages of the essay alone")
    pages: list[str] = []
    for page in document:
        text_page = page.get_textpage()
        if sum(map(len, pages)) + text_page.count_chars() > MAX_CHARACTERS:
            message = f"it has more than {MAX_CHARACTERS:,} characters"
            raise QuizgenError.of(name, "too-large", message, "save the pages of the essay alone")
        pages.append(text_page.get_text_range().replace("\r\n", "\n"))
    return pages


def paragraphs(pages: Sequence[str]) -> Iterator[str]:
    """The paragraphs of some pages; one may run over the end of a page.

    A paragraph ends with a line that ends like a sentence and is shorter than the others, at a
    blank line, and around a short line that stands alone, as a heading does.
    """
    lines = [line for page in pages for line in _body(page, _repeated(pages))]
    usual = sorted(len(line) for line in lines if line)
    width = usual[int(len(usual) * 0.9)] if usual else 0
    open_: list[str] = []
    for line in lines:
        if not line:
            alone = len(open_) == 1 and len(open_[0]) < width / 2
            if open_ and (alone or _ENDS.search(open_[-1])):
                yield _joined(open_)
                open_ = []
            continue
        if open_ and len(open_[-1]) < 0.6 * width and line[:1].isupper():
            yield _joined(open_)  # a short line before a capital ends what stands above
            open_ = []
        open_.append(line)
        if _ENDS.search(line) and len(line) < 0.85 * width:
            yield _joined(open_)
            open_ = []
    if open_:
        yield _joined(open_)


def _body(page: str, repeated: set[str]) -> Iterator[str]:
    """The lines of a page without page numbers and what stands on every page."""
    for line in page.split("\n"):
        plain = " ".join(line.replace("\x02", "-").split())
        if not _PAGE_NUMBER.fullmatch(plain) and plain not in repeated:
            yield plain


def _repeated(pages: Sequence[str]) -> set[str]:
    if len(pages) < 3:
        return set()
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [" ".join(line.split()) for line in page.split("\n") if line.strip()]
        edges.update({*lines[:2], *lines[-2:]})
    return {line for line, count in edges.items() if count > len(pages) / 2}


def _joined(lines: Sequence[str]) -> str:
    """Lines as one; a word that was divided at a line's end is whole again."""
    text = lines[0]
    for line in lines[1:]:
        divided = text.endswith(("-", "\u00ad")) and line[:1].islower()
        text = text[:-1] + line if divided else f"{text} {line}"
    return text.replace("\u00ad", "").replace("\ufffe", "")
