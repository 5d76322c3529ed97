"""Pictures of what comes out of the printer: ``make pictures-papers``.

Papers of the shipped bank are laid out as PDF, and poppler paints some of their pages, in few
greys so that the files stay small.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from quizgen.bank.load import default_bank, load_bank
from quizgen.export import Layout
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.browser.launch import launch
from tests.browser.small_png import small
from tests.export.conftest import made

FOLDER = Path(__file__).parents[2] / "docs" / "pictures" / "papers"
DOTS_PER_INCH = 80
LAST = 0

A4, LETTER, LARGE = Layout("a4"), Layout("letter"), Layout("a4", True)

PICTURES: dict[str, tuple[str, str, Layout, int]] = {
    "paper-a4": ("pdf", "paper", A4, 1),
    "paper-letter": ("pdf", "paper", LETTER, 1),
    "paper-large": ("pdf", "paper", LARGE, 1),
    "sheet-letter": ("pdf", "paper", LETTER, LAST),
    "sheet-large": ("pdf", "paper", LARGE, LAST),
    "key-letter": ("pdf", "key", LETTER, 1),
    "cards-front": ("cards", "cards", LETTER, 1),
    "cards-back": ("cards", "cards", LETTER, 2),
    "cards-large": ("cards", "cards", LARGE, 2),
}
"""Each picture: format and part, how it is laid out, and which page of it, from 1."""


def main() -> None:
    """Write the pictures."""
    if shutil.which("pdftoppm") is None:
        sys.exit("no pdftoppm: install Debian's package poppler-utils")
    FOLDER.mkdir(parents=True, exist_ok=True)
    paper = make_quiz(load_bank(default_bank()), Blueprint(20), "7").papers[0]
    with TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = launch(playwright)
        desk = browser.new_page()
        for name, (format, part, layout, page) in PICTURES.items():
            path = Path(work) / f"{name}.pdf"
            path.write_bytes(made(format, part, paper, layout))
            (FOLDER / f"{name}.png").write_bytes(small(desk, painted(path, page)))
        browser.close()
    size = sum(path.stat().st_size for path in FOLDER.glob("*.png"))
    print(f"{len(PICTURES)} pictures, {size / 1000:.0f} kB")


def painted(path: Path, page: int) -> bytes:
    """One page of a PDF as PNG."""
    if page == LAST:
        info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True)
        page = int(info.stdout.split("Pages:")[1].split()[0])
    only = ["-f", str(page), "-l", str(page), "-r", str(DOTS_PER_INCH)]
    command = ["pdftoppm", "-png", "-gray", *only, str(path)]
    return subprocess.run(command, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()
