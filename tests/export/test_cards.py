from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from quizgen.errors import QuizgenError
from quizgen.export import Layout, cards
from tests.export.test_pdf import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.quiz.paper import Paper


@pytest.mark.parametrize("layout", [Layout(), Layout("a4"), Layout("letter", True)])
def test_each_back_lies_behind_its_front(
    paper: Paper, poppler: Callable[..., str], layout: Layout
) -> None:
    """On the page of the backs the columns are mirrored, and nothing runs on to another page."""
    content = cards.sheet(paper, layout)
    size = 3 if layout.large else 8
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
        cards.sheet(hostile, Layout())
