"""What a format is: of one paper, or of a whole quiz.

A :class:`Format` makes a file of each paper, a :class:`Bundle` one file of all of them. Both
answer :meth:`files`, so that whoever writes files need not know which is which.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizgen.paper.paper import Paper

    Done = Callable[[], object]
    """Called after each file that was laid out, for a bar that shows how far it is."""

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
    """``module:name`` of the function ``(paper, layout) -> bytes`` that renders it."""
    loses: tuple[str, ...] = ()
    """What of a paper the format cannot hold, for the loss report."""

    def render(self, paper: Paper, layout: Layout) -> bytes:
        """The file's content.

        Raises:
            QuizgenError: where a package is missing, or the format cannot show a text.
        """
        content: bytes = _function(self.function)(paper, layout)
        return content

    def file_name(self, paper: Paper) -> str:
        """``nato-A-paper.pdf``."""
        return f"{paper.bank.id}-{paper.form}-{self.part}.{self.ending}"

    def files(
        self, papers: Sequence[Paper], layout: Layout, done: Done
    ) -> Iterator[tuple[str, bytes]]:
        """A file of each paper, by name."""
        for paper in papers:
            yield self.file_name(paper), self.render(paper, layout)
            done()

    def count(self, papers: Sequence[Paper]) -> int:
        """How often ``done`` will be called."""
        return len(papers)

    def losses(self, papers: Sequence[Paper]) -> Iterator[str]:
        """For each file what of its paper the format cannot hold."""
        for paper in papers:
            for loss in self.loses:
                yield f"{self.file_name(paper)}: {loss}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file that a whole quiz can be written as, made of the papers' files."""

    name: str
    """What follows ``--to``."""
    ending: str
    formats: tuple[Format, ...]
    """Those whose files it holds."""
    function: str
    """``module:name`` of the function ``(papers, formats, layout, done) -> bytes``."""

    def render(self, papers: Sequence[Paper], layout: Layout, done: Done) -> bytes:
        """The file's content.

        Raises:
            QuizgenError: where a package is missing, or a format cannot show a text.
        """
        content: bytes = _function(self.function)(papers, self.formats, layout, done)
        return content

    def file_name(self, papers: Sequence[Paper]) -> str:
        """``nato-packet.zip``."""
        return f"{papers[0].bank.id}-{self.name}.{self.ending}"

    def files(
        self, papers: Sequence[Paper], layout: Layout, done: Done
    ) -> Iterator[tuple[str, bytes]]:
        """The one file, by name."""
        yield self.file_name(papers), self.render(papers, layout, done)

    def count(self, papers: Sequence[Paper]) -> int:
        """How often ``done`` will be called."""
        return sum(format.count(papers) for format in self.formats)

    def losses(self, papers: Sequence[Paper]) -> Iterator[str]:
        """What the files within lose."""
        for format in self.formats:
            yield from (f"{self.file_name(papers)}: {loss}" for loss in format.losses(papers))


def _function(name: str) -> Callable[..., Any]:
    """Import a function only when its format is asked for: some need packages of an extra."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def missing(name: str, package: str, extra: str) -> QuizgenError:
    """The error for a format whose package is not installed."""
    message = f"{name} needs the package {package}, which is not installed"
    advice = f"run: pip install 'quizgen[{extra}]', or choose --to html, which needs nothing"
    return QuizgenError.of("--to", "not-installed", message, advice)
