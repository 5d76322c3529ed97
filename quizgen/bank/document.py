"""One YAML file of a bank: its data, and the place of each value in it."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from quizgen.bank.builder import Builder, Places, Route
from quizgen.bank.text_file import read_text
from quizgen.bank.yaml_advice import explain
from quizgen.errors import Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path

MAX_PROBLEMS = 1000

_START = yaml.Mark("", 0, 0, 0, "", 0)


class _TooManyProblems(Exception):  # noqa: N818  (it ends a loop and never leaves this module)
    pass


class Document:
    """The data of one file.

    ``data`` holds dicts, lists and texts only. ``problems`` holds all that was refused; the
    data is then incomplete but safe to look at.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._text = text
        self.problems: list[Problem] = []
        self.data: Any = self._build()

    @classmethod
    def read(cls, path: Path) -> Document:
        """Read a file.

        Raises:
            QuizgenError: where the file is missing, too large or not UTF-8 text.
        """
        return cls(str(path), read_text(path, str(path)))

    def problem(
        self, route: Route, code: str, message: str, advice: str = "", severity: Severity = "error"
    ) -> Problem:
        """A problem at the value that stands at ``route``, or at its nearest parent.

        Where one value stands for a list of one, it is found as the list's item 0. With
        ``KEY`` as its last step a route leads to a key instead of its value.
        """
        found: Route = ()
        for step in route:
            if (*found, step) in self._places:
                found = (*found, step)
            elif step != 0:
                break
        mark = self._places.get(found, _START)
        return self._problem_at(mark, code, message, advice, severity)

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.splitlines()

    @cached_property
    def _places(self) -> Places:
        """The mark of each value: a second pass, so that a sound file never pays for it."""
        places: Places = {}
        with suppress(yaml.MarkedYAMLError):  # told before; what precedes it has its places
            Builder(lambda *_: None, places).build(self._text)
        return places

    def _build(self) -> Any:
        with suppress(_TooManyProblems):
            try:
                return Builder(self._refuse).build(self._text)
            except yaml.MarkedYAMLError as error:
                mark = self._mark(error)
                code, message, advice = explain(error, self._line(mark)[mark.column :][:1])
                self._refuse(mark, code, message, advice)
        return None

    def _mark(self, error: yaml.MarkedYAMLError) -> Any:
        """Where a syntax error stands; at the end of the file, where what is open begins."""
        for mark in (error.problem_mark, error.context_mark):
            if mark is not None and mark.line < len(self._lines):
                return mark
        lines = self._text.rstrip().splitlines() or [""]
        return yaml.Mark("", 0, len(lines) - 1, len(lines[-1]), "", 0)

    def _refuse(self, mark: Any, code: str, message: str, advice: str) -> None:
        self.problems.append(self._problem_at(mark, code, message, advice, "error"))
        if len(self.problems) == MAX_PROBLEMS:
            message = f"the file is not read beyond its first {MAX_PROBLEMS} mistakes"
            advice = "mend those first; if they are all alike, replace them all at once"
            self.problems.append(self._problem_at(mark, "too-many", message, advice, "error"))
            raise _TooManyProblems

    def _problem_at(
        self, mark: Any, code: str, message: str, advice: str, severity: Severity
    ) -> Problem:
        """A problem at a mark, whose line and column count from 0."""
        line, column = mark.line + 1, mark.column + 1
        return Problem(self.name, line, column, code, message, advice, severity, self._line(mark))

    def _line(self, mark: Any) -> str:
        return self._lines[mark.line] if mark.line < len(self._lines) else ""
