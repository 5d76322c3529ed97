"""The files of a quiz that can be downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.export import BUNDLES, FORMATS, Bundle, Format

if TYPE_CHECKING:
    from quizgen.export import Layout
    from quizgen.paper.paper import Paper, Quiz

NAMES = {
    "pdf": "PDF",
    "docx": "Word",
    "html": "Web page",
    "cards": "Flashcards to cut out",
    "packet": "All files in one zip",
}
"""What a format is called on the page; a format that is not here goes by its own name."""

MIMETYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "zip": "application/zip",
}
OTHERWISE = "application/octet-stream"

MOST_BUNDLED = 6
"""So many forms: each takes seconds to lay out, and the site has others to serve meanwhile."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that is offered: of one form, or a bundle of all."""

    name: str
    kind: Format | Bundle
    papers: tuple[Paper, ...]

    @property
    def title(self) -> str:
        """What it is called on the page."""
        return NAMES.get(self.kind.name, self.kind.name)

    @property
    def audience(self) -> str:
        """For whom it is: ``student``, ``teacher``, or ``all`` for a bundle."""
        return self.kind.audience if isinstance(self.kind, Format) else "all"

    @property
    def mimetype(self) -> str:
        """What a browser is told of it."""
        return MIMETYPES.get(self.kind.ending, OTHERWISE)

    def content(self, layout: Layout) -> bytes:
        """Make it.

        Raises:
            QuizgenError: where a package is missing, or the format cannot show a text.
        """
        return dict(self.kind.files(self.papers, layout, lambda: None))[self.name]


def files(quiz: Quiz) -> list[File]:
    """All files of a quiz: of each form papers and keys, then what else there is.

    A bundle of many forms is left to the command line.
    """
    order = sorted(FORMATS, key=lambda kind: kind.part not in {"paper", "key"})
    made = [File(kind.file_name(p), kind, (p,)) for p in quiz.papers for kind in order]
    bundles = BUNDLES if len(quiz.papers) <= MOST_BUNDLED else ()
    return made + [File(b.file_name(quiz.papers), b, quiz.papers) for b in bundles]
