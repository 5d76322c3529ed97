"""What is wrong with a paper in the making, in words for a page and with the field to mend."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.paper.blueprint import AXES
from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.bank.model import Bank

_FIELDS = {
    "-n": "n",
    "--topic": "topic",
    "--author": "author",
    "--kind": "kind",
    "--difficulty": "difficulty",
    "--skill": "skill",
    "--weight": "weight",
    "--title": "title",
    "--instructions": "instructions",
    "--code": "code",
}
"""The field of the page for each option of the command line."""

_OPTIONS = (
    (re.compile(r"--to docx\b"), "Word"),
    (re.compile(r"--to html\b"), "the web page"),
    (re.compile(r"\(--to pdf\)"), "(PDF)"),
    (re.compile(r"--to quizizz, gforms or h5p\b"), "Quizizz, Google Forms or H5P"),
    (re.compile(r"--to gforms or h5p\b"), "Google Forms or H5P"),
    (re.compile(r"-n ([0-9]+)"), r"\1 questions"),
)
"""Options that advice speaks of, as the page calls them."""
_ORDER = ("n", "forms", *AXES, "title", "instructions", "code", "edit")
"""The fields from the top of the page to its foot; what has no field goes to the first."""

_CALLED = {"title": N_("heading: "), "instructions": N_("instructions: ")}
"""What is said before a problem; before one of no field its place is said."""

_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Told:
    """A problem as the page tells it."""

    field: str
    """The id of what is to be mended."""
    words: str


def problem(field: str, message: str, advice: str) -> Problem:
    """A problem of a field of the page."""
    return Problem(field, 0, 0, "page", message, advice)


def told(error: QuizgenError, bank: Bank) -> list[Told]:
    """All that an error says, each once; options of the command line by the page's words."""
    found = dict.fromkeys(_told(bank, error.problems))
    return sorted(found, key=lambda one: _ORDER.index(one.field))


def _told(bank: Bank, problems: Iterable[Problem]) -> Iterable[Told]:
    names = {f"topic {topic.id}:": f"{topic.title}:" for topic in bank.topics}
    names |= {f"author {author.id}:": f"{author.name}:" for author in bank.authors}
    for found in problems:
        field = _FIELDS.get(found.file, found.file)
        place = _called(field, found.file)
        message = place + found.message
        for name, title in names.items():
            if message.startswith(name):
                message = title + message.removeprefix(name)
        advice = found.advice
        for option, words in _OPTIONS:
            advice = option.sub(words, advice)
        said = ". ".join(text[:1].upper() + text[1:] for text in (message, advice) if text)
        yield Told(field if field in _ORDER else _ORDER[0], f"{said}.")


def _called(field: str, file: str) -> str:
    if field in _CALLED:
        return say().gettext(_CALLED[field])
    return "" if field in _ORDER else f"{file}: "


def short(text: str) -> str:
    """What was typed, as far as a message shows it."""
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
