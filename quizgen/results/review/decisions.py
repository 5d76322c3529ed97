"""What people saw in doubtful rows, kept beside what the machine saw."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple, dataclass, fields, replace
from typing import TYPE_CHECKING

from quizgen.results.responses import DOUBT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from quizgen.results.sheets.scan import Scan


Row = tuple[str, str, str, str, str, str]
"""File, page, code, form, seat and question of a row."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of a sheet, as the machine and as a person read it."""

    file: str
    page: str
    code: str
    form: str
    seat: str
    question: str
    machine: str
    person: str
    """A letter, or nothing where the person saw no mark."""

    @property
    def where(self) -> Row:
        """Which row it is about."""
        return (self.file, self.page, self.code, self.form, self.seat, self.question)


_HEAD = tuple(each.name for each in fields(Decision))


def beside(results: Path) -> Path:
    """The file of the decisions about a table: ``results.looked-at.csv``."""
    return results.with_name(f"{results.stem}.looked-at.csv")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions kept so far; none where there is no such file."""
    if not path.is_file():
        return ()
    rows = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    if rows.fieldnames is None or set(_HEAD) - set(rows.fieldnames):
        return ()
    return tuple(Decision(*(row[name] or "" for name in _HEAD)) for row in rows)


def write_decisions(decisions: Iterable[Decision]) -> bytes:
    """The decisions as CSV."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(map(astuple, decisions))
    return text.getvalue().encode()


def doubts(scan: Scan) -> tuple[Decision, ...]:
    """All that is to be looked at, in the order of the sheets."""
    return tuple(
        Decision(
            sheet.file,
            sheet.where,
            sheet.code,
            sheet.form,
            sheet.seat,
            str(number),
            DOUBT,
            DOUBT,
        )
        for sheet in scan.sheets
        for number in sheet.doubtful
    )


def applied(scan: Scan, decisions: Iterable[Decision]) -> Scan:
    """The scan with what people decided; a row that the machine read for sure stays."""
    known = {decision.where: decision.person for decision in decisions}
    sheets = []
    for sheet in scan.sheets:
        for number in sheet.doubtful:
            where = (sheet.file, sheet.where, sheet.code, sheet.form, sheet.seat, str(number))
            if where in known:
                sheet = sheet.decided(number, known[where])
        sheets.append(sheet)
    return replace(scan, sheets=tuple(sheets))
