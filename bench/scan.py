"""Reading 100 answer sheets at 200 dpi, against pypdfium2 drawing the same pages."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from bench.measure import Figure
from quizgen.bank.load import load_bank
from quizgen.export import Layout, item_set
from quizgen.export.print.seats import seat_sheets, seats_of
from quizgen.paper.blueprint import blueprint
from quizgen.paper.paper import make_quiz
from quizgen.results.sheets.pictures import DPI
from quizgen.results.sheets.scan import scan

SHEETS = 100
ROUNDS = 2
_BANK = Path(__file__).parents[1] / "banks" / "nato"


def figures() -> list[Figure]:
    """All of the command but writing the table; its processes are started anew each time."""
    bank = load_bank(_BANK)
    papers = make_quiz(bank, blueprint(bank, 40, {}), "1", 1).papers
    _, content = seat_sheets([*map(item_set, papers)], Layout("a4"), seats_of(str(SHEETS)))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheets.pdf"
        path.write_bytes(_as_scanned(content))
        ours, theirs = [], []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            assert len(scan([path]).sheets) == SHEETS
            middle = time.perf_counter()
            _draw(path)
            ours.append(middle - start)
            theirs.append(time.perf_counter() - middle)
    return [Figure(f"read {SHEETS} sheets at {DPI} dpi", min(ours), min(theirs), "s", 2)]


def _as_scanned(content: bytes) -> bytes:
    """A PDF of pictures, as a scanner writes it."""
    from io import BytesIO

    with pypdfium2.PdfDocument(content) as document:
        pages = [page.render(scale=DPI / 72, grayscale=True).to_pil() for page in document]
    made = BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=DPI, quality=75)
    return made.getvalue()


def _draw(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.render(scale=DPI / 72, grayscale=True).to_numpy()
