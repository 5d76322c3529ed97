"""Papers to export: one of the shipped bank, and one of hostile words."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import default_bank, load_bank
from quizgen.export import FORMATS, Layout, item_set
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import Heading, make_quiz
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.paper.paper import Paper

HOSTILE = (
    '#panic("x") *b* _i_ $x$ @ref `raw` // c',
    "<script>alert(1)</script> & &amp; </p>",
    "</w:t></w:r><w:p/> ]]> {{c1::x}} \\input{x}",
    "שלום עולם and مرحبا",
)


def made(name: str, part: str, paper: Paper, layout: Layout | None = None) -> bytes:
    """A file of a paper, by the registry: ``made("pdf", "key", paper)``."""
    (format,) = (each for each in FORMATS if (each.name, each.part) == (name, part))
    return format.render(item_set(paper), layout or Layout())


@pytest.fixture(scope="session")
def paper() -> Paper:
    """Twenty questions of the shipped bank."""
    return make_quiz(load_bank(default_bank()), Blueprint(20), "7", 2).papers[0]


@pytest.fixture(scope="session")
def hostile() -> Paper:
    """Words that are markup elsewhere, right to left, and a stem of 2,000 characters."""
    questions = [
        question(f"h{n}", ask=f"what is {text}?", key=f"key {text}", wrong=(f"a {text}", "b", "c"))
        for n, text in enumerate(HOSTILE)
    ]
    long = "what " + "word " * 398 + "end?"
    questions.append(question("long", ask=long, note="violence <b>"))
    heading = Heading("#title <i> & more", "Do *this* & <that>.")
    return make_quiz(bank(*questions), Blueprint(5), "1", 1, heading).papers[0]


@pytest.fixture
def poppler(tmp_path: Path) -> Callable[..., str]:
    """Run a program of poppler on a PDF: ``poppler("pdftotext", pdf, "-layout")``."""
    if shutil.which("pdftotext") is None:
        message = "pdftotext is missing: apt-get install poppler-utils"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)

    def run(program: str, pdf: bytes, *options: str) -> str:
        path = tmp_path / "paper.pdf"
        path.write_bytes(pdf)
        output = ["-"] if program == "pdftotext" else []
        command = [program, *options, str(path), *output]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()

    return run
