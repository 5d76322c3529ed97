"""The one table of responses, whatever they came from: bubble sheets or a system's report.

A row a seat. The columns are ``code, form, seat`` and then one a question, named by what the
origin calls it: the number on a sheet, an id, or the words. A cell holds the letter as printed,
nothing where the seat left the question out, and ``?`` where a person has yet to look.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

DOUBT = "?"
"""Stands where a mark could not be read for sure; it is never counted as an answer."""

KEYS = ("code", "form", "seat")


@dataclass(frozen=True, slots=True)
class Response:
    """What one seat answered."""

    code: str
    """Of the paper; empty where the origin has none."""
    form: str
    seat: str
    answers: Mapping[str, str]
    """By question, in the order of the paper. A question of another form is not in it."""


@dataclass(frozen=True, slots=True)
class Responses:
    """A table of responses."""

    rows: tuple[Response, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """All that was asked; numbers in their order, others as they come."""
        every = dict.fromkeys(question for row in self.rows for question in row.answers)
        if all(question.isdecimal() for question in every):
            return tuple(sorted(every, key=lambda number: (int(number), number)))
        return tuple(every)

    @property
    def doubtful(self) -> int:
        """How many answers a person has yet to look at."""
        return sum(answer == DOUBT for row in self.rows for answer in row.answers.values())


def write_responses(responses: Responses) -> bytes:
    """The table as CSV in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*KEYS, *responses.questions))
    for row in responses.rows:
        cells = (row.answers.get(question, "") for question in responses.questions)
        writer.writerow(map(_harmless, (row.code, row.form, row.seat, *cells)))
    return text.getvalue().encode()


def read_responses(path: Path) -> Responses:
    """Read such a table again; one that a spreadsheet saved with semicolons or a BOM, too.

    Raises:
        QuizgenError: all that is wrong with it.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        message = f"the table cannot be read: {error.strerror}"
        raise QuizgenError.of(str(path), "cannot-read", message, "name a file") from error
    except UnicodeDecodeError as error:
        advice = "save it as CSV in UTF-8"
        raise QuizgenError.of(str(path), "encoding", "the table is not UTF-8", advice) from error
    first = text.partition("\n")[0]
    between = max(",;\t", key=first.count)
    rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=between)]
    head = [cell.strip() for cell in rows[0]] if rows else []
    problems = [*_wrong_head(path, head)]
    found = []
    for line, cells in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(head):
            message = f"the row has {len(cells)} cells, the first line {len(head)}"
            advice = "give each column a cell, an empty one too"
            problems.append(Problem(str(path), line, 1, "cells", message, advice))
            continue
        row = dict(zip(head, map(_plain, cells), strict=True))
        if not problems:
            code, form, seat = (row.pop(key) for key in KEYS)
            found.append(Response(code, form, seat, row))
    if problems:
        raise QuizgenError(*problems)
    return Responses(tuple(found))


def _wrong_head(path: Path, head: list[str]) -> Iterable[Problem]:
    for key in KEYS:
        if key not in head:
            message = f"the table has no column {key!r}"
            advice = f"name the first columns {', '.join(KEYS)}; one a question follows"
            yield Problem(str(path), 1, 1, "column", message, advice)
    for name in sorted({name for name in head if head.count(name) > 1}):
        yield Problem(
            str(path), 1, 1, "column", f"two columns are named {name!r}", "name each once"
        )


def _harmless(cell: str) -> str:
    """A label that a spreadsheet would compute is kept as text."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell
