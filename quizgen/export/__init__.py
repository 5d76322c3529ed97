"""Paper -> one file a format, behind one small registry.

A format is a module with functions ``(paper, layout) -> bytes``, imported when it is asked
for. Each file is for one audience: what is for students holds no key, nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizgen.quiz.paper import Paper

Audience = Literal["student", "teacher"]
Page = Literal["a4", "letter"]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper is printed. It is no part of the paper's code."""

    page: Page = "letter"
    large: bool = False
    """In 18 points, for readers who need it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One file that a paper can be written as."""

    name: str
    """What follows ``--to``; the student's and the teacher's file of a format share it."""
    part: str
    """What the file's name calls it."""
    ending: str
    audience: Audience
    function: str
    """``module:name`` of the function that renders it."""
    loses: tuple[str, ...] = ()
    """What of a paper the format cannot hold, for the loss report."""

    def render(self, paper: Paper, layout: Layout) -> bytes:
        """The file's content.

        Raises:
            QuizgenError: where a package is missing, or the format cannot show a text.
        """
        module, _, name = self.function.partition(":")
        function: Callable[[Paper, Layout], bytes] = getattr(import_module(module), name)
        return function(paper, layout)


_MODULE = "quizgen.export."

FORMATS: tuple[Format, ...] = (
    Format("pdf", "paper", "pdf", "student", _MODULE + "pdf:student"),
    Format("pdf", "key", "pdf", "teacher", _MODULE + "pdf:teacher"),
    Format("cards", "cards", "pdf", "teacher", _MODULE + "cards:sheet"),
    Format("docx", "paper", "docx", "student", _MODULE + "docx:student"),
    Format("docx", "key", "docx", "teacher", _MODULE + "docx:teacher"),
    Format("html", "paper", "html", "student", _MODULE + "html:student"),
    Format("html", "key", "html", "teacher", _MODULE + "html:teacher"),
)


def chosen(names: str) -> tuple[Format, ...]:
    """The formats that a list such as ``pdf,docx`` names, in the registry's order.

    Raises:
        QuizgenError: naming what is no format.
    """
    known = list(dict.fromkeys(format.name for format in FORMATS))
    wanted = [name.strip().lower() for name in names.split(",") if name.strip()]
    if not wanted or set(wanted) - set(known):
        wrong = next((name for name in wanted if name not in known), names)
        advice = f"There are: {', '.join(known)}; several with commas between"
        raise QuizgenError.of("--to", "unknown", f"there is no format {wrong!r}", advice)
    return tuple(format for format in FORMATS if format.name in wanted)


def render_all(
    papers: Sequence[Paper], formats: Iterable[Format], layout: Layout
) -> Mapping[str, bytes]:
    """The files of all papers, by name: ``nato-A-paper.pdf``, ``nato-A-key.pdf`` and so on."""
    return {
        f"{paper.bank.id}-{paper.form}-{format.part}.{format.ending}": format.render(paper, layout)
        for format in formats
        for paper in papers
    }


def losses(papers: Iterable[Paper], formats: Iterable[Format]) -> list[str]:
    """The loss report: for each file what of its paper the format cannot hold."""
    return [
        f"{paper.bank.id}-{paper.form}-{format.part}.{format.ending}: {loss}"
        for paper in papers
        for format in formats
        for loss in format.loses
    ]


def missing(name: str, package: str, extra: str) -> QuizgenError:
    """The error for a format whose package is not installed."""
    message = f"{name} needs the package {package}, which is not installed"
    advice = f"run: pip install 'quizgen[{extra}]', or choose --to html, which needs nothing"
    return QuizgenError.of("--to", "not-installed", message, advice)
