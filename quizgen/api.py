"""What a Python program may use of quizgen: a few functions over the rooms of the house.

They take and give plain values where they can, and raise the same :class:`QuizgenError` as the
command line tells. ``import quizgen`` offers them all; docs/python.md describes them.
"""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from quizgen.anki.package import package_bytes
from quizgen.anki.part import Part
from quizgen.anki.releasing import draft
from quizgen.bank.filters import Selection
from quizgen.bank.listing import as_record
from quizgen.bank.load import default_bank, load
from quizgen.bank.model import Bank, Question
from quizgen.errors import Problem, QuizgenError
from quizgen.export import Layout, chosen_for_quiz, item_set, render_all
from quizgen.modes import MODES
from quizgen.paper.again import paper_again as _paper_again
from quizgen.paper.blueprint import AXES, Axis, blueprint
from quizgen.paper.paper import Heading, Paper, Quiz
from quizgen.paper.paper import make_quiz as _make_quiz

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from quizgen.export import Page

__all__ = [
    "Bank",
    "Paper",
    "Problem",
    "Question",
    "Quiz",
    "QuizgenError",
    "as_record",
    "build_deck",
    "default_bank",
    "load_bank",
    "make_quiz",
    "paper_again",
    "questions",
    "render",
]


def load_bank(folder: str | Path | None = None) -> Bank:
    """Load and validate the bank in a folder; without one, the bank that comes with quizgen.

    Raises:
        QuizgenError: with every problem of every file.
    """
    return load(_folder(folder)).bank


def questions(
    bank: Bank,
    *,
    topics: Collection[str] = (),
    authors: Collection[str] = (),
    kinds: Collection[str] = (),
) -> Sequence[Question]:
    """The questions of a bank, or those that fit all filters, in the bank's order.

    Args:
        bank: the bank to choose from.
        topics: ids of topics.
        authors: ids, or parts of authors' names.
        kinds: kinds of claims: ``fact``, ``quote``, ``interpretation``.

    Raises:
        QuizgenError: naming every word that fits nothing in the bank.
    """
    return Selection.of(bank, topics, authors, kinds).questions(bank)


def make_quiz(
    bank: Bank,
    number: int | None = None,
    *,
    seed: str,
    forms: int = 1,
    title: str = "",
    instructions: str | None = None,
    **wanted: Iterable[str],
) -> Quiz:
    """Draw the forms of a quiz.

    Args:
        bank: the bank to draw from.
        number: questions of a form; without it the counts say, or it is 20.
        seed: any text; the same gives the same papers.
        forms: how many parallel forms, 1 to 26.
        title: the heading; the bank's title if empty.
        instructions: the line above the questions; the usual one if None.
        wanted: as the options of ``quizgen quiz``: ``topic=["ukraine=5"], difficulty=["1", "2"]``.

    Raises:
        QuizgenError: where a word fits nothing, the bank has too few questions, or a text cannot
            be printed.
        TypeError: for an option that there is not.
    """
    if unknown := [name for name in wanted if name not in AXES]:
        raise TypeError(f"make_quiz() takes {', '.join(AXES)}, and no {', '.join(unknown)}")
    axes = cast("Mapping[Axis, Iterable[str]]", wanted)
    heading = Heading(title) if instructions is None else Heading(title, instructions)
    return _make_quiz(bank, blueprint(bank, number, axes), seed, forms, heading)


def paper_again(bank: Bank, code: str) -> Paper:
    """Make the form again on which a code is printed.

    Raises:
        QuizgenError: where the code is broken, or what the paper says has changed since.
    """
    return _paper_again(bank, code)


def render(
    papers: Iterable[Paper], to: str = "html", *, page: Page = "letter", large: bool = False
) -> Mapping[str, bytes]:
    """The files of some papers, by name, as ``nato-A-paper.html`` and ``nato-A-key.html``.

    Args:
        papers: the forms of one quiz, or one of them.
        to: formats with commas between, as ``quizgen quiz --to`` takes them.
        page: ``a4`` or ``letter``.
        large: in large print.

    Raises:
        QuizgenError: where there is no such format, a package is missing, or a format cannot
            show a text.
    """
    return render_all([*map(item_set, papers)], chosen_for_quiz(to), Layout(page, large))


def build_deck(
    folder: str | Path | None = None,
    *,
    modes: Collection[str] = (),
    topics: Collection[str] = (),
    authors: Collection[str] = (),
    kinds: Collection[str] = (),
    now: int | None = None,
) -> bytes:
    """An Anki deck of the bank in a folder, as the content of an ``.apkg`` file.

    It takes the folder, not the bank, since the ledger of the deck's releases lies there.

    Args:
        folder: of the bank; without it, the bank that comes with quizgen.
        modes: kinds of cards; all of them if empty.
        topics: as for :func:`questions`.
        authors: as for :func:`questions`.
        kinds: as for :func:`questions`.
        now: the time of notes that were never released, in seconds since 1970; the present if None.

    Raises:
        QuizgenError: with all that is wrong with the bank or cannot be shown by Anki, and where
            nothing fits.
    """
    if unknown := [mode for mode in modes if mode not in MODES]:
        advice = f"There are: {', '.join(MODES)}"
        raise QuizgenError.of("modes", "unknown", f"there is no mode {unknown[0]!r}", advice)
    loaded = load(_folder(folder))
    part = Part(Selection.of(loaded.bank, topics, authors, kinds), frozenset(modes))
    edition = draft(loaded, int(time.time()) if now is None else now)
    with TemporaryDirectory() as scratch:
        return package_bytes(edition, Path(scratch), part)


def _folder(folder: str | Path | None) -> Path:
    return default_bank() if folder is None else Path(folder)
