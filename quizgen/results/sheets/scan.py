"""Files -> the sheets in them, read, and a list of what could not be read: the door of the room."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.results.responses import DOUBT, Response, Responses
from quizgen.results.sheets.pictures import FINER, PictureError, grey_of
from quizgen.results.sheets.read import BLANK, read_page
from quizgen.results.sheets.sources import Page, Unread, pages_of
from quizgen.results.sheets.workers import in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from quizgen.results.sheets.read import Reading, Trouble


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, read."""

    file: str
    page: int
    """Of the file."""
    code: str
    form: str
    seat: str
    """As printed; empty where the sheet has none."""
    part: int
    """Which of the form's sheets, from 1."""
    place: int
    """Which of the sheets on the page, from 1."""
    answers: Mapping[int, str]
    """By the question's number: a letter, nothing, or the sign of doubt."""
    options: Mapping[int, int] = field(default_factory=dict)
    """How many options each question has."""
    cuts: Mapping[int, bytes] = field(default_factory=dict)
    """A picture of each doubtful row, where they were asked for."""

    @property
    def where(self) -> str:
        """The page of the file, and which sheet on it: ``3`` or ``3.2``."""
        return f"{self.page}.{self.place}" if self.place > 1 else str(self.page)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """The numbers of the questions that a person must look at."""
        return tuple(number for number, answer in self.answers.items() if answer == DOUBT)

    def decided(self, number: int, answer: str) -> Sheet:
        """With what a person saw in a row."""
        return replace(self, answers={**self.answers, number: answer})


@dataclass(frozen=True, slots=True)
class Scan:
    """All that was found in some files."""

    sheets: tuple[Sheet, ...]
    unread: tuple[Unread, ...]

    @property
    def twice(self) -> tuple[tuple[str, str, str, int], ...]:
        """Code, form, seat and part of sheets that were given more than once."""
        seen = Counter((s.code, s.form, s.seat, s.part) for s in self.sheets if s.seat)
        return tuple(key for key, count in seen.items() if count > 1)

    def responses(self) -> Responses:
        """The table: a row a seat. Of a seat that was given twice, both are shown."""
        rows: list[tuple[set[int], Response]] = []
        for sheet in self.sheets:
            answers = {str(number): answer for number, answer in sheet.answers.items()}
            key = (sheet.code, sheet.form, sheet.seat)
            for place, (parts, row) in enumerate(rows):
                same = sheet.seat and key == (row.code, row.form, row.seat)
                if same and sheet.part not in parts:
                    whole = replace(row, answers={**row.answers, **answers})
                    rows[place] = ({*parts, sheet.part}, whole)
                    break
            else:
                rows.append(({sheet.part}, Response(*key[:2], self._name(sheet), answers)))
        return Responses(tuple(row for _, row in rows))

    @staticmethod
    def _name(sheet: Sheet) -> str:
        """The seat, or for a sheet that has none the place where it lies."""
        if sheet.seat:
            return sheet.seat
        return f"{sheet.file}:{sheet.where}"


def scan(
    paths: Iterable[Path],
    start: Callable[[int], Callable[[], object]] = lambda _: lambda: None,
    *,
    cut: bool = False,
) -> Scan:
    """Read all sheets in files, folders and zips.

    Args:
        paths: in any order; the result keeps it.
        start: gets the number of pages and gives what is called after each.
        cut: whether to cut out the doubtful rows, for a person to look at.

    Raises:
        QuizgenError: where a file is missing. What cannot be read is in the result.
    """
    found = [*pages_of(paths)]
    pages = [page for page in found if isinstance(page, Page)]
    step = start(len(pages))
    tasks = [(page, cut) for page in pages]
    read = iter(in_processes(read_one, tasks, _failed, step) if tasks else [])
    sheets: list[Sheet] = []
    unread: list[Unread] = []
    for each in found:
        if isinstance(each, Unread):
            unread.append(each)
        else:
            more, not_read = next(read)
            sheets += more
            unread += not_read
    return Scan(tuple(sheets), tuple(unread))


Result = tuple[list[Sheet], list[Unread]]


def read_one(task: tuple[Page, bool]) -> Result:
    """Read one page; a PDF's page a second time and finer, where something was not seen."""
    page, cut = task
    try:
        readings, troubles = read_page(grey_of(page), cut=cut)
        if page.kind == "pdf" and troubles and troubles != [BLANK]:
            again = read_page(grey_of(page, FINER), cut=cut)
            if len(again[0]) >= len(readings):
                readings, troubles = again
    except PictureError as error:
        return [], [Unread(page.file, page.number, *error.args)]
    except MemoryError:
        return _failed(task, "it needs too much memory")
    return [_sheet(page, place, reading) for place, reading in enumerate(readings, 1)], [
        _unread(page, trouble) for trouble in troubles
    ]


def _sheet(page: Page, place: int, reading: Reading) -> Sheet:
    ticket = reading.ticket
    return Sheet(
        page.file,
        page.number,
        ticket.code,
        ticket.form,
        ticket.seat,
        ticket.page,
        place,
        reading.answers,
        reading.options,
        reading.cuts,
    )


def _unread(page: Page, trouble: Trouble) -> Unread:
    return Unread(page.file, page.number, trouble.reason, trouble.advice)


def _failed(task: tuple[Page, bool], reason: str) -> Result:
    page, _ = task
    advice = "scan it once more, or save the page as a picture"
    return [], [Unread(page.file, page.number, f"the page cannot be read: {reason}", advice)]


def as_json(found: Scan) -> Sequence[Mapping[str, object]]:
    """A description of each sheet, and of what could not be read."""
    sheets = [
        {
            "file": sheet.file,
            "page": sheet.page,
            "code": sheet.code,
            "form": sheet.form,
            "seat": sheet.seat,
            "answers": {str(number): answer for number, answer in sheet.answers.items()},
            "doubtful": [*sheet.doubtful],
        }
        for sheet in found.sheets
    ]
    nothing = {"code": "", "form": "", "seat": "", "answers": {}, "doubtful": []}
    unread = [
        {"file": u.file, "page": u.page, **nothing, "reason": u.reason, "advice": u.advice}
        for u in found.unread
    ]
    return [*sheets, *unread]
