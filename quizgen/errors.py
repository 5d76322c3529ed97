"""The one error that a user can cause, and how it is told.

A :class:`Problem` is one thing that is wrong at one place; a :class:`QuizgenError`
carries all of them at once, so that nobody mends a bank one run at a time.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
"""An error ends with status 1, a warning where it is asked to; an info is only told."""

SHOWN = 120
"""So many characters of a long line are shown, around the place of the problem."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, where it stands and what to write instead.

    Lines and columns count from 1; 0 means that the problem has no such place
    (a missing file has no line). ``source_line`` is the text of the line, for the caret.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    advice: str = ""
    severity: Severity = "error"
    source_line: str = ""

    @property
    def place(self) -> str:
        """``file:line:column``, or only the file where there is no line."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity} {self.code}: {self.message}"
        if self.source_line:
            number = str(self.line)
            margin = " " * len(number)
            line, column = _excerpt(self.source_line, self.column)
            text += f"\n  {number} | {line}\n  {margin} | {_caret(line, column)}"
        if self.advice:
            text += f"\n    {self.advice}"
        return text


class QuizgenError(Exception):
    """What a user can cause and mend; the command line ends with status 1.

    Attributes:
        problems: all that is wrong, in the order of files and lines.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = tuple(sorted(problems))

    @classmethod
    def of(cls, where: str, code: str, message: str, advice: str = "") -> QuizgenError:
        """An error with a single problem at a file or an option, without a line."""
        return cls(Problem(where, 0, 0, code, message, advice))

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """The stretch of a long line that holds the column, and the column's place in it."""
    start = max(0, column - SHOWN // 2) if len(line) > SHOWN else 0
    before, after = "…" * (start > 0), "…" * (len(line) > start + SHOWN)
    return before + line[start : start + SHOWN] + after, column - start + len(before)


def _caret(line: str, column: int) -> str:
    """Spaces up to the column and a caret; tabs and wide letters keep the caret under it."""
    return "".join(map(_space, line[: column - 1])) + "^"


def _space(character: str) -> str:
    if character == "\t" or unicodedata.combining(character):
        return "\t" if character == "\t" else ""
    return " " * (2 if unicodedata.east_asian_width(character) in "WF" else 1)
