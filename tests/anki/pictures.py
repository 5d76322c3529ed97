"""``python -m tests.anki.pictures FOLDER``: picture every kind of card, as the docs show them.

The shipped bank goes into the real Anki, and what Anki renders is photographed in Chromium at
the width of a phone: the front and the back, by day and by night.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from PIL import Image
from playwright.sync_api import sync_playwright

from quizgen.anki.edition import edition
from quizgen.anki.ledger import Release
from quizgen.anki.package import write_package
from quizgen.bank.load import default_bank, load_bank
from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

WIDTH, HEIGHT = 360, 480
COLOURS = 32  # enough for cards, and a third of the file
LOOKS = {"day": "card", "night": "card nightMode"}


def main() -> None:
    """Write the pictures into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no chromium: install Debian's package chromium, or Chrome")
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, html, css in _sides(Path(work)):
            for look, classes in LOOKS.items():
                _show(page, html, css, classes)
                picture = Image.open(BytesIO(page.screenshot(full_page=True)))
                small = picture.convert("RGB").quantize(COLOURS)
                small.save(folder / f"{name}-{look}.png", optimize=True)
        browser.close()
    size = sum(path.stat().st_size for path in folder.glob("*.png"))
    print(f"{folder}: {len(MODES) * 4} pictures, {size / 1000:.0f} kB")


def _sides(work: Path) -> Iterator[tuple[str, str, str]]:
    """Name, HTML and CSS of both sides of the first card of each kind."""
    found = edition(load_bank(default_bank()), None, Release(1_700_000_000, "first"))
    package = work / "deck.apkg"
    write_package(found, package)
    col = Collection(str(work / "collection.anki2"))
    col.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    )
    for mode in MODES:
        search = f"tag:{found.bank.id}::mode::{mode}"
        card = col.get_card(col.find_cards(search, order="n.id, c.ord")[0])
        output = card.render_output()
        answer = card.note().fields[1]
        mistyped = answer[:2] + answer[3:]
        box = f'<center><input type=text id=typeans value="{mistyped}"></center>'
        compared = col.compare_answer(answer, mistyped) if mode == "typed" else ""
        front = output.question_text.replace("[[type:Answer]]", box)
        back = output.answer_text.replace("[[type:Answer]]", f"<div>{compared}</div>")
        yield f"{mode}-front", front, output.css
        yield f"{mode}-back", back, output.css
    col.close()


def _show(page: Page, html: str, css: str, classes: str) -> None:
    page.set_content(
        f"<!doctype html><html lang=en><title>card</title><style>{css}</style>"
        f"<body class='{classes}'>{html}"
    )


if __name__ == "__main__":
    main()
