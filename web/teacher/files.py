"""The files of a paper that can be downloaded, by audience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.export import FORMATS
from quizgen.quiz.forms import LETTERS

if TYPE_CHECKING:
    from quizgen.bank.model import Bank
    from quizgen.export import Audience, Format
    from quizgen.quiz.paper import Paper

NAMES = {"pdf": "PDF", "docx": "Word", "html": "Web page", "cards": "Flashcards to cut out"}
"""What a format is called on the page; a format that is not here goes by its own name."""

MIMETYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "zip": "application/zip",
}
OTHERWISE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class File:
    """A file that is offered."""

    name: str
    title: str
    audience: Audience


def offered(paper: Paper) -> list[File]:
    """The files of a form: papers and keys first, as the registry has them."""
    return [
        File(_name(paper.bank, paper.form, kind), NAMES.get(kind.name, kind.name), kind.audience)
        for kind in sorted(FORMATS, key=lambda kind: kind.part not in ("paper", "key"))
    ]


def find_file(bank: Bank, name: str) -> tuple[str, Format] | None:
    """The form and the format that the name of a file means; None for any other name."""
    for form in LETTERS:
        for kind in FORMATS:
            if name == _name(bank, form, kind):
                return form, kind
    return None


def mimetype(kind: Format) -> str:
    """What a browser is told of a file."""
    return MIMETYPES.get(kind.ending, OTHERWISE)


def _name(bank: Bank, form: str, kind: Format) -> str:
    return f"{bank.id}-{form}-{kind.part}.{kind.ending}"
