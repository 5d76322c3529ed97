from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pytest

from quizgen.errors import QuizgenError
from quizgen.export import Layout
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.conftest import made
from tests.export.print.test_pdf import plain
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.errors import Problem
    from quizgen.paper.paper import Paper


@pytest.mark.parametrize("layout", [Layout(), Layout("a4"), Layout("letter", True)])
def test_each_back_lies_behind_its_front(
    paper: Paper, poppler: Callable[..., str], layout: Layout
) -> None:
    """On the page of the backs the columns are mirrored, and nothing runs on to another page."""
    content = made("cards", "cards", paper, layout)
    size = 2 if layout.large else 8
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 2 * -(-len(paper.items) // size)
    width, height = float(pages[0].mediabox.width), float(pages[0].mediabox.height)
    for place, item in enumerate(paper.items):
        sheet, cell = divmod(place, size)
        columns = 1 if layout.large else 2
        row, column = divmod(cell, columns)
        for page, shown, at in (
            (2 * sheet + 1, [item.question.prompt], column),
            (
                2 * sheet + 2,
                [item.question.key, item.question.rationale],
                columns - 1 - column,
            ),
        ):
            x, y = int(at * width / columns), int(row * height * columns / size)
            box = ["-x", x, "-y", y, "-W", int(width / columns), "-H", int(height * columns / size)]
            text = plain(
                poppler("pdftotext", content, "-f", str(page), "-l", str(page), *map(str, box))
            )
            assert all(plain(words) in text for words in shown)
    assert paper.items[0].question.claim.sources[0].author in poppler("pdftotext", content)


def test_what_does_not_fit_on_a_card_is_refused(hostile: Paper) -> None:
    with pytest.raises(QuizgenError, match=r"long\.q: error too-long: the front of its card"):
        made("cards", "cards", hostile)


@pytest.mark.parametrize("layout", [Layout(), Layout("a4", True)])
def test_words_never_stand_over_others(poppler: Callable[..., str], layout: Layout) -> None:
    """The longest reasons that are not refused are whole, above the places of four essays."""

    def sheet(words: int) -> bytes:
        claims = [question(id, authors=("ada", "ben", "cyd")) for id in ("c", "d")]
        long = [replace(claim, rationale="reason " * words + "end") for claim in claims]
        return made("cards", "cards", make_quiz(bank(*long), Blueprint(2), "1").papers[0], layout)

    fits = 30
    fitting = sheet(fits)
    problems: tuple[Problem, ...] = ()
    while not problems:
        try:
            fitting, fits = sheet(fits + 10), fits + 10
        except QuizgenError as error:
            problems = error.problems
    assert sorted(problem.file for problem in problems) == ["c.q", "d.q"]
    assert problems[0].message == "the back of its card has more words than fit"
    card = ["-x", "0", "-y", "0", "-W", "306" if not layout.large else "600", "-H", "1000"]
    lines = poppler("pdftotext", fitting, "-f", "2", "-layout", *card).splitlines()
    place = next(number for number, line in enumerate(lines) if "Ada Author, “" in line)
    above = " ".join(lines[:place]).split()
    assert above.count("reason") == fits
    assert above[-1] == "end"
