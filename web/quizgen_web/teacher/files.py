"""The files of a quiz that can be downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.export import BUNDLES, FORMATS, Bundle, Format, ItemSet, item_set
from quizgen.paper.file_text import file_name
from quizgen.words import N_

if TYPE_CHECKING:
    from quizgen.export import Layout
    from quizgen.paper.paper import Quiz

MOST_BUNDLED = 6
"""So many forms: each takes seconds to lay out, and the site has others to serve meanwhile."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is offered: of one form, or a bundle of all."""

    name: str
    kind: Format | Bundle
    sets: tuple[ItemSet, ...]

    @property
    def title(self) -> str:
        """What it is called on the page, in English."""
        return self.kind.target.title

    @property
    def forms(self) -> set[str]:
        """The letters of the forms that it holds."""
        return {items.form for items in self.sets}

    @property
    def audience(self) -> str:
        """For whom it is: ``student``, ``teacher``, or ``all`` for a bundle."""
        return self.kind.audience if isinstance(self.kind, Format) else "all"

    @property
    def mimetype(self) -> str:
        """What a browser is told of it."""
        return self.kind.target.media

    def content(self, layout: Layout) -> bytes:
        """Make it.

        Raises:
            QuizgenError: where a package is missing, or the format cannot show a text.
        """
        return dict(self.kind.files(self.sets, layout, lambda: None))[self.name]


@dataclass(frozen=True, slots=True)
class QuizFile:
    """The quiz file, to be taken back here or made again on the command line."""

    name: str
    text: str
    forms: frozenset[str]
    title: str = N_("Quiz file")
    audience: str = "all"
    mimetype: str = "application/yaml"

    def content(self, layout: Layout) -> bytes:
        """The file; it says itself how it is laid out."""
        return self.text.encode()


def files(quiz: Quiz) -> list[File | QuizFile]:
    """All files of a quiz: of each form papers and keys, then what else there is.

    A bundle of many forms is left to the command line.
    """
    order = sorted(FORMATS, key=lambda kind: kind.part not in {"paper", "key"})
    sets = tuple(map(item_set, quiz.papers))
    made = [File(kind.file_name(items), kind, (items,)) for items in sets for kind in order]
    bundles = BUNDLES if len(sets) <= MOST_BUNDLED else ()
    all: list[File | QuizFile] = [*made]
    all += [File(bundle.file_name(sets), bundle, sets) for bundle in bundles]
    if text := quiz.papers[0].file:
        forms = frozenset(paper.form for paper in quiz.papers)
        all.append(QuizFile(file_name(sets[0].bank.id), text, forms))
    return all
