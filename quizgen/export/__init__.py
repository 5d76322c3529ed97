"""Items -> one file a format, behind one small registry.

A format is a module with functions ``(view, layout) -> bytes``, imported when it is asked
for. Each file is for one audience: what is for students holds no key, nowhere. A bundle puts
the files of a whole quiz into one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quizgen.errors import QuizgenError
from quizgen.export.content import student_page, teacher_page
from quizgen.export.format import (
    LARGE_POINTS,
    Audience,
    Bundle,
    Format,
    Layout,
    Page,
    Target,
    missing,
)
from quizgen.export.holds import ALL, FOR_STUDENTS, FOR_TEACHERS, losses
from quizgen.export.items import ItemSet, item_set
from quizgen.export.systems import SYSTEMS
from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizgen.errors import Problem

__all__ = [
    "BUNDLES",
    "FORMATS",
    "LARGE_POINTS",
    "SYSTEMS",
    "Audience",
    "Bundle",
    "Format",
    "ItemSet",
    "Layout",
    "Page",
    "chosen",
    "chosen_for_quiz",
    "item_set",
    "losses",
    "missing",
    "render_all",
    "targets",
]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = Target(
    "pdf",
    N_("PDF"),
    "pdf",
    "application/pdf",
    "printing: tagged (PDF/UA-1), fonts embedded",
    "pdf",
)
_DOCX = Target(
    "docx",
    N_("Word"),
    "docx",
    _WORD,
    "editing in a word processor: real numbering, real headings",
    "office",
)
_HTML = Target("html", N_("Web page"), "html", "text/html", "printing from a browser")
_CARDS = Target(
    "cards",
    N_("Flashcards to cut out"),
    "pdf",
    "application/pdf",
    "cutting out: print on both sides, turned on the long edge",
    "pdf",
)
_PACKET = Target(
    "packet",
    N_("All files in one zip"),
    "zip",
    "application/zip",
    "a whole quiz in one zip, keys included",
    "pdf,office",
)

_ROOM = "quizgen.export.print."


def _paper(target: Target) -> Format:
    """What is handed out."""
    function = f"{_ROOM}{target.name}:student"
    return Format(target, "paper", "student", student_page, function, FOR_STUDENTS)


def _letters(target: Target) -> Format:
    """The letters of the key on one page: that it says no more is meant."""
    function = f"{_ROOM}{target.name}:letters"
    return Format(target, "letters", "teacher", teacher_page, function, ALL)


def _key(target: Target) -> Format:
    """What tells the teacher the answers, but not the question's options again."""
    function = f"{_ROOM}{target.name}:teacher"
    return Format(target, "key", "teacher", teacher_page, function, FOR_TEACHERS)


FORMATS: tuple[Format, ...] = (
    _paper(_PDF),
    _key(_PDF),
    _letters(_PDF),
    Format(
        _CARDS,
        "cards",
        "teacher",
        lambda items: items,
        _ROOM + "cards:sheet",
        frozenset({"citation", "rationale", "address"}),
    ),
    _paper(_DOCX),
    _key(_DOCX),
    _letters(_DOCX),
    _paper(_HTML),
    _key(_HTML),
    _letters(_HTML),
    *SYSTEMS,
)

_IN_PACKET = tuple(format for format in FORMATS if format.name in {"pdf", "docx", "html"})

BUNDLES: tuple[Bundle, ...] = (Bundle(_PACKET, _IN_PACKET, _ROOM + "packet:packet"),)

F = TypeVar("F", Format, Format | Bundle)


def chosen(names: str) -> tuple[Format, ...]:
    """The formats of a form that a list such as ``pdf,docx`` names, in the registry's order.

    Raises:
        QuizgenError: naming what is no format.
    """
    return _chosen(names, FORMATS)


def chosen_for_quiz(names: str) -> tuple[Format | Bundle, ...]:
    """As :func:`chosen`, but of all that a whole quiz can be written as: bundles, too.

    Raises:
        QuizgenError: naming what is no format.
    """
    return _chosen(names, (*FORMATS, *BUNDLES))


def targets() -> tuple[Target, ...]:
    """All that can follow ``--to``, each once."""
    every: tuple[Format | Bundle, ...] = (*FORMATS, *BUNDLES)
    return tuple(dict.fromkeys(format.target for format in every))


def _chosen(names: str, among: Sequence[F]) -> tuple[F, ...]:
    known = list(dict.fromkeys(format.name for format in among))
    wanted: list[str] = [name.strip().lower() for name in names.split(",") if name.strip()]
    if not wanted or set(wanted) - set(known):
        wrong = next((name for name in wanted if name not in known), names)
        advice = f"There are: {', '.join(known)}; several with commas between"
        raise QuizgenError.of("--to", "unknown", f"there is no format {wrong!r}", advice)
    along: set[str] = {format.along for format in FORMATS if format.name in wanted}
    return tuple(format for format in among if format.name in {*wanted, *along})


def render_all(
    sets: Sequence[ItemSet],
    formats: Iterable[Format | Bundle],
    layout: Layout,
    done: Callable[[], object] = lambda: None,
) -> Mapping[str, bytes]:
    """The files of all forms, by name: ``nato-A-paper.pdf``, ``nato-A-key.pdf`` and so on.

    Args:
        sets: the forms of one quiz, as items.
        formats: what to write them as.
        layout: the size of the page and of the letters.
        done: called after each file that was laid out; see :meth:`Format.count`.

    Raises:
        QuizgenError: all that the formats tell, each once; what a format cannot write is not
            left out.
    """
    files: dict[str, bytes] = {}
    problems: dict[Problem, None] = {}
    for format in formats:
        try:
            files.update(format.files(sets, layout, done))
        except QuizgenError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise QuizgenError(*problems)
    return files
