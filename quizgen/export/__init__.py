"""Paper -> one file a format, behind one small registry.

A format is a module with functions ``(paper, layout) -> bytes``, imported when it is asked
for. Each file is for one audience: what is for students holds no key, nowhere. A bundle puts
the files of a whole quiz into one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from quizgen.errors import QuizgenError
from quizgen.export.format import Audience, Bundle, Format, Layout, Page, missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizgen.errors import Problem
    from quizgen.paper.paper import Paper

__all__ = [
    "BUNDLES",
    "FORMATS",
    "Audience",
    "Bundle",
    "Format",
    "Layout",
    "Page",
    "chosen",
    "chosen_for_quiz",
    "losses",
    "missing",
    "render_all",
]

_MODULE = "quizgen.export.print."

FORMATS: tuple[Format, ...] = (
    Format("pdf", "paper", "pdf", "student", _MODULE + "pdf:student"),
    Format("pdf", "key", "pdf", "teacher", _MODULE + "pdf:teacher"),
    Format("cards", "cards", "pdf", "teacher", _MODULE + "cards:sheet"),
    Format("docx", "paper", "docx", "student", _MODULE + "docx:student"),
    Format("docx", "key", "docx", "teacher", _MODULE + "docx:teacher"),
    Format("html", "paper", "html", "student", _MODULE + "html:student"),
    Format("html", "key", "html", "teacher", _MODULE + "html:teacher"),
)

_IN_PACKET = tuple(format for format in FORMATS if format.name in {"pdf", "docx", "html"})

BUNDLES: tuple[Bundle, ...] = (Bundle("packet", "zip", _IN_PACKET, _MODULE + "packet:packet"),)

F = TypeVar("F", Format, Format | Bundle)


def chosen(names: str) -> tuple[Format, ...]:
    """The formats of a paper that a list such as ``pdf,docx`` names, in the registry's order.

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


def _chosen(names: str, among: Sequence[F]) -> tuple[F, ...]:
    known = list(dict.fromkeys(format.name for format in among))
    wanted = [name.strip().lower() for name in names.split(",") if name.strip()]
    if not wanted or set(wanted) - set(known):
        wrong = next((name for name in wanted if name not in known), names)
        advice = f"There are: {', '.join(known)}; several with commas between"
        raise QuizgenError.of("--to", "unknown", f"there is no format {wrong!r}", advice)
    return tuple(format for format in among if format.name in wanted)


def render_all(
    papers: Sequence[Paper],
    formats: Iterable[Format | Bundle],
    layout: Layout,
    done: Callable[[], object] = lambda: None,
) -> Mapping[str, bytes]:
    """The files of all papers, by name: ``nato-A-paper.pdf``, ``nato-A-key.pdf`` and so on.

    Args:
        papers: the forms of one quiz.
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
            files.update(format.files(papers, layout, done))
        except QuizgenError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise QuizgenError(*problems)
    return files


def losses(papers: Sequence[Paper], formats: Iterable[Format | Bundle]) -> list[str]:
    """The loss report: for each file what of its paper the format cannot hold."""
    return [loss for format in formats for loss in format.losses(papers)]
