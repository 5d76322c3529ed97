"""What comes out of a printer: how many pages, and where they end."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pypdf
import pytest

from quizgen.bank.load import default_bank, load_bank
from quizgen.export import Layout
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.conftest import made

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.export import Page
    from quizgen.paper.paper import Paper


def plain(text: str) -> str:
    return re.sub(r"[\s\u00a0-]+", "", text)


def pages_of(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(tmp_path)


class Writer:
    """LibreOffice, which prints a document as most schools without Word would."""

    def __init__(self, folder: Path) -> None:
        if shutil.which("soffice") is None:
            message = "soffice is missing: apt-get install libreoffice-writer-nogui"
            if os.environ.get("CI") == "true":
                pytest.fail(message)
            pytest.skip(message)
        self.folder = folder

    def pages(self, content: bytes) -> list[str]:
        path = self.folder / "quiz.docx"
        path.write_bytes(content)
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        where = ["--convert-to", "pdf", "--outdir", str(self.folder), str(path)]
        command = ["soffice", profile, "--headless", *where]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return pages_of(path.with_suffix(".pdf").read_bytes())


@pytest.mark.parametrize("seed", ["7", "3", "spring", "x1"])
@pytest.mark.parametrize("page", ["a4", "letter"])
def test_twenty_questions_fit_one_sheet_of_paper(page: Page, seed: str) -> None:
    paper = make_quiz(load_bank(default_bank()), Blueprint(20), seed).papers[0]
    assert len(pages_of(made("pdf", "paper", paper, Layout(page)))) <= 2
    assert len(pages_of(made("pdf", "letters", paper, Layout(page)))) == 1


def test_a_hundred_letters_fit_one_page() -> None:
    paper = make_quiz(load_bank(default_bank()), Blueprint(100), "7").papers[0]
    (page,) = pages_of(made("pdf", "letters", paper))
    for item in paper.items:
        assert f"{item.number}.{item.key}" in plain(page)


def test_word_files_hold_together(paper: Paper, writer: Writer) -> None:
    pages = writer.pages(made("docx", "paper", paper, Layout("a4")))
    assert len(pages) <= 3
    whole = [
        [item.question.prompt, *item.options, item.question.claim.short_citation]
        for item in paper.items
    ]
    nothing_is_split(pages, whole, "Where the questions come from")


def test_word_keys_hold_together(paper: Paper, writer: Writer) -> None:
    pages = writer.pages(made("docx", "key", paper))
    whole = [
        [f"{it.number}. {it.key} {it.question.prompt}", it.question.rationale, it.question.id]
        for it in paper.items
    ]
    nothing_is_split(pages, whole, "Sources")
    for item in paper.items:
        assert re.search(rf"\b{item.number}\s{item.key}\b", pages[0])


def nothing_is_split(pages: list[str], whole: list[list[str]], heading: str) -> None:
    for texts in whole:
        assert any(all(plain(text) in plain(page) for text in texts) for page in pages), texts
    for page in pages:
        if heading in page:
            assert len(page.partition(heading)[2]) > 300, "a heading stands alone"
