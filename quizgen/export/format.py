"""What a format is: of one form of a quiz, or of a whole quiz.

A :class:`Format` makes a file of each form, a :class:`Bundle` one file of all of them. Both
answer :meth:`files`, so that whoever writes files need not know which is which. All that is told
of a format elsewhere (help, pages, documents, loss reports) is read from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from quizgen.errors import QuizgenError
from quizgen.export.holds import losses_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from quizgen.export.holds import Part
    from quizgen.export.items import ItemSet
    from quizgen.export.limits import Limits

    Done = Callable[[], object]
    """Called after each file that was laid out, for a bar that shows how far it is."""

Audience = Literal["student", "teacher", "system"]
"""For whom a file is. A system gets the key and keeps it to itself."""
Page = Literal["a4", "letter"]

LARGE_POINTS = 18
"""The size of all letters in large print."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paper is printed. It is no part of the paper's code."""

    page: Page = "letter"
    large: bool = False
    """In ``LARGE_POINTS``, for readers who need it."""
    roomy: bool = False
    """Each option on its own line, and the whole citation under each question."""
    sheet: bool = False
    """With an answer sheet behind the questions."""
    online: str = ""
    """The address at which a class can practise the same questions; empty where none is told."""

    @property
    def compact(self) -> bool:
        """Whether a paper shall take as few pages as it can; large print never does."""
        return not (self.large or self.roomy)

    def points(self, usual: float) -> float:
        """The size of letters that have ``usual`` points: large print is large in every line."""
        return LARGE_POINTS if self.large else usual


@dataclass(frozen=True, slots=True)
class Target:
    """What can follow ``--to``. It stands for one file or for several."""

    name: str
    """As it is written after ``--to``."""
    title: str
    """What it is called on a page."""
    ending: str
    media: str
    """The media type, for a browser."""
    good_for: str
    """In a few words, for help and documents."""
    extra: str = ""
    """What of quizgen is to be installed with it, as in ``quizgen[pdf]``."""


@dataclass(frozen=True, slots=True)
class Format:
    """One file that the items of a form can be written as."""

    target: Target
    part: str
    """What the file's name calls it."""
    audience: Audience
    view: Callable[[ItemSet], Any]
    """What of the items the function gets: for students a page that cannot hold a key."""
    function: str
    """``module:name`` of the function ``(view, layout) -> bytes`` that renders it."""
    holds: frozenset[Part]
    """What of an item the file can say; the rest is told as a loss."""
    modes: frozenset[str] = frozenset({"choice", "typed"})
    """The modes of items that the file can ask in."""
    limits: Limits | None = None
    """What it has room for; what does not fit is refused."""
    along: str = ""
    """Another format that goes with it, since it keeps only the questions."""

    @property
    def name(self) -> str:
        """What follows ``--to``; the student's and the teacher's file share it."""
        return self.target.name

    def render(self, items: ItemSet, layout: Layout) -> bytes:
        """The file's content.

        Raises:
            QuizgenError: where a package is missing, or the format cannot show a text.
        """
        content: bytes = _function(self.function)(self.view(items), layout)
        return content

    def file_name(self, items: ItemSet) -> str:
        """``nato-A-paper.pdf``; for a system, whose file is the only one, ``nato-A.gift``."""
        part = f"-{self.part}" if self.part else ""
        return f"{items.bank.id}-{items.form}{part}.{self.target.ending}"

    def files(
        self, sets: Sequence[ItemSet], layout: Layout, done: Done
    ) -> Iterator[tuple[str, bytes]]:
        """A file of each form, by name."""
        for items in sets:
            yield self.file_name(items), self.render(items, layout)
            done()

    def count(self, forms: int) -> int:
        """How often ``done`` will be called for so many forms."""
        return forms

    def losses(self, sets: Sequence[ItemSet]) -> Iterator[str]:
        """For each file what of its items the format cannot hold."""
        return losses_of(self, sets)


@dataclass(frozen=True, slots=True)
class Bundle:
    """One file that a whole quiz can be written as, made of the forms' files."""

    target: Target
    formats: tuple[Format, ...]
    """Those whose files it holds."""
    function: str
    """``module:name`` of the function ``(sets, formats, layout, done) -> bytes``."""

    @property
    def name(self) -> str:
        """What follows ``--to``."""
        return self.target.name

    def render(self, sets: Sequence[ItemSet], layout: Layout, done: Done) -> bytes:
        """The file's content.

        Raises:
            QuizgenError: where a package is missing, or a format cannot show a text.
        """
        content: bytes = _function(self.function)(sets, self.formats, layout, done)
        return content

    def file_name(self, sets: Sequence[ItemSet]) -> str:
        """``nato-packet.zip``."""
        return f"{sets[0].bank.id}-{self.name}.{self.target.ending}"

    def files(
        self, sets: Sequence[ItemSet], layout: Layout, done: Done
    ) -> Iterator[tuple[str, bytes]]:
        """The one file, by name."""
        yield self.file_name(sets), self.render(sets, layout, done)

    def count(self, forms: int) -> int:
        """How often ``done`` will be called for so many forms."""
        return sum(format.count(forms) for format in self.formats)

    def losses(self, sets: Sequence[ItemSet]) -> Iterator[str]:
        """What the files within lose."""
        for format in self.formats:
            yield from (f"{self.file_name(sets)}: {loss}" for loss in format.losses(sets))


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
