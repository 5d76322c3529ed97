"""Rows -> CSV and xlsx, in which no cell is ever a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from quizgen.export.archive import DATE, archive
from quizgen.export.format import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-][0-9]+(?:[.,][0-9]+)*%?\Z")
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def defused(cell: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    A plain number with a sign is none. A text that begins with apostrophes and such a sign gets
    one more, so that a reader who takes one away always finds what was written.
    """
    harmless = not _FORMULA.match(cell) or _NUMBER.match(cell)
    return cell if harmless else f"'{cell}"


def comma_separated(rows: Iterable[Sequence[str]], *, mark: bool = True) -> bytes:
    """A CSV file with the line ends of its standard.

    Args:
        rows: of cells.
        mark: begin with the mark by which spreadsheets know UTF-8.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(defused, row) for row in rows)
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8")


def workbook(sheets: Mapping[str, Iterable[Sequence[str | int]]]) -> bytes:
    """An xlsx file of these sheets, the same bytes each time.

    Raises:
        QuizgenError: where openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError:
        raise missing("an xlsx file", "openpyxl", "office") from None
    book = Workbook(write_only=True)
    book.properties.created = datetime(*DATE)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            cells: list[object] = list(row)
            for place, value in enumerate(row):
                if isinstance(value, str) and value[:1] == "=":
                    cells[place] = WriteOnlyCell(sheet, value)
                    cells[place].data_type = "s"  # type: ignore[attr-defined]
            sheet.append(cells)
    content = io.BytesIO()
    book.save(content)
    return _undated(content)


def _undated(content: io.BytesIO) -> bytes:
    """The same book without the time at which it was saved."""
    with zipfile.ZipFile(content) as book:
        files = {name: book.read(name) for name in book.namelist()}
    core = "docProps/core.xml"
    files[core] = _CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z", files[core])
    return archive(files)
