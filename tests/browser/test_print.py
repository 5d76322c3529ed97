"""What comes out of the printer when a browser prints a paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdf
import pytest

from quizgen.bank.load import default_bank, load_bank
from quizgen.export import Layout
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.conftest import made
from tests.export.print.test_pdf import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from quizgen.paper.paper import Paper


@pytest.fixture(scope="module")
def paper() -> Paper:
    return make_quiz(load_bank(default_bank()), Blueprint(20), "7").papers[0]


@pytest.fixture
def printed(browser: Browser) -> Callable[[bytes], list[str]]:
    """Print a page; the words of each sheet without spaces."""

    def run(content: bytes) -> list[str]:
        page = browser.new_page()
        page.set_content(content.decode())
        pdf = page.pdf(prefer_css_page_size=True)
        page.close()
        return [plain(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages]

    return run


@pytest.mark.parametrize("layout", [Layout(), Layout("a4", True)])
def test_no_question_is_split_and_each_sheet_tells_its_form(
    paper: Paper, printed: Callable[[bytes], list[str]], layout: Layout
) -> None:
    sheets = printed(made("html", "paper", paper, layout))
    for item in paper.items:
        whole = [plain(item.question.prompt), *map(plain, item.options)]
        assert any(all(words in sheet for words in whole) for sheet in sheets)
    for number, sheet in enumerate(sheets, 1):
        assert plain(f"Form A · Quiz code {paper.code}") in sheet
        assert f"{number}/{len(sheets)}" in sheet
        assert len(sheet) > 200, "a sheet with nothing but its foot"
    assert "Answersheet" in sheets[-1]
    assert "Itemsaskwhat" not in sheets[-1]


def test_no_number_runs_into_the_question_of_a_key(browser: Browser, paper: Paper) -> None:
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content(made("html", "key", paper).decode())
    for entry in page.locator(".solved > li").all():
        number, words = entry.locator(".number").bounding_box(), entry.locator("p").first
        place = words.bounding_box()
        assert number
        assert place
        assert number["x"] + number["width"] < place["x"]
    page.close()
