"""Pictures of answer sheets and of the page for doubtful rows: ``make pictures-scan``."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread

from PIL import Image
from playwright.sync_api import sync_playwright

from quizgen.results.review.decisions import doubts
from quizgen.results.review.server import Review
from quizgen.results.sheets.scan import scan
from tests.browser.launch import launch
from tests.browser.small_png import small
from tests.export.print.pictures import painted
from tests.results.sheets.hand import fill
from tests.results.sheets.made import PIXELS, blank, sheets_pdf
from tests.results.sheets.wear import photographed

FOLDER = Path(__file__).parents[2] / "docs" / "pictures" / "scan"


def main() -> None:
    """Write the pictures."""
    if shutil.which("pdftoppm") is None:
        sys.exit("no pdftoppm: install Debian's package poppler-utils")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = launch(playwright)
        desk = browser.new_page()
        for name, content in {
            "sheet-full": sheets_pdf([5] * 100),
            "sheet-compact": sheets_pdf([4] * 30, ("1", "2", "3", "4"), style="compact"),
        }.items():
            path = Path(work) / "sheet.pdf"
            path.write_bytes(content)
            (FOLDER / f"{name}.png").write_bytes(small(desk, painted(path, 1)))
        page, plan = blank([4] * 20)
        fill(page, plan, PIXELS, Random(6), unclear=0.4)
        photo = Path(work) / "photo.jpg"
        Image.fromarray(photographed(page, PIXELS, Random(2))).save(photo)
        Image.open(photo).resize((660, 880)).save(FOLDER / "photo.jpg", quality=55)
        found = scan([photo], cut=True)
        (sheet,) = found.sheets
        shown = [replace(doubt, file="photo.jpg") for doubt in doubts(found)]
        cuts = [sheet.cuts[int(doubt.question)] for doubt in shown]
        review = Review(shown, cuts, [4] * len(cuts), lambda place, answer: None)
        Thread(target=review.run, daemon=True).start()
        view = browser.new_page(viewport={"width": 820, "height": 560})
        view.goto(review.address)
        view.keyboard.press("2")
        view.wait_for_function("document.getElementById('state').textContent !== ''")
        view.wait_for_function("document.getElementById('cut').complete")
        (FOLDER / "review.png").write_bytes(small(desk, view.screenshot()))
        review.over.set()
        browser.close()
    print(f"{len([*FOLDER.iterdir()])} pictures in {FOLDER}")


if __name__ == "__main__":
    main()
