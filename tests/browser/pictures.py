"""Pictures of each page, phone and desktop, light and dark: ``make pictures``.

They are taken of the shipped bank in a browser that keeps still: with motion, a picture may
catch a page on its way in.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import FloatRect, sync_playwright

from tests.browser.launch import launch
from tests.browser.small_png import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).parents[2] / "docs" / "pictures" / "site"
READERS: dict[str, dict[str, Any]] = {
    "phone-light": {"viewport": {"width": 320, "height": 640}},
    "phone-dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "desktop-light": {"viewport": {"width": 1100, "height": 760}},
    "desktop-dark": {"viewport": {"width": 1100, "height": 760}, "color_scheme": "dark"},
}
PAPER = "quiz?seed=pictures&n=5&topic=yugoslavia"
PLACES = ("topics/yugoslavia", "sources/ng", "search?q=sanctions", "progress", "data", "anki")


def pages(page: Page, site: str) -> Iterator[str]:
    """Go from page to page, and give each a name."""
    page.goto(site)
    yield "home"
    page.goto(f"{site}{PAPER}")
    yield "paper"
    page.get_by_role("button", name="Start this quiz").click()
    page.get_by_role("radio").nth(1).check()
    yield "question"
    for turn in range(5):
        page.get_by_role("radio").first.check()
        page.get_by_role("button", name="Check").click()
        right = page.locator(".is-right").count() > 0
        if turn == 0 or right:
            yield "verdict-right" if right else "verdict-wrong"
        page.locator("article a.button.main").click()
    while "practice" in page.url and not page.url.endswith("/end"):
        page.get_by_role("button", name="I don’t know yet").click()
        page.locator("article a.button.main").click()
    yield "end"
    page.goto(f"{site}{PAPER}&mode=cloze")
    page.get_by_role("button", name="Start this quiz").click()
    page.get_by_label("The words that are missing").fill("a guess")
    yield "gap"
    page.goto(f"{site}{PAPER}&mode=recall")
    page.get_by_role("button", name="Start this quiz").click()
    page.get_by_role("link", name="Show the answer").click()
    yield "flashcard"
    page.get_by_role("button", name="I knew it").click()
    page.goto(site)
    yield "home-later"
    for path in PLACES:
        page.goto(f"{site}{path}")
        yield re.split(r"[/?]", path)[0]
    page.goto(f"{site}nowhere")
    yield "error"
    yield from teacher_pages(page, site)


def teacher_pages(page: Page, site: str) -> Iterator[str]:
    """Go through the teacher's page, and give each step a name."""
    page.goto(f"{site}paper?seed=pictures")
    page.get_by_label("Questions", exact=True).fill("6")
    page.get_by_label("Number of questions: Russia and Ukraine").fill("4")
    page.get_by_label("Forms").fill("2")
    yield "paper-make"
    page.get_by_role("button", name="See the quiz").click()
    yield "paper-preview"
    page.get_by_role("button", name="Swap question 2", exact=True).click()
    page.locator("#q2 summary").click()
    yield "paper-changed"
    page.get_by_role("link", name="See the pages as they print").click()
    page.wait_for_load_state("load")
    yield "paper-pages"
    page.goto(f"{site}paper/preview?seed=pictures&n=8&author=ng")
    yield "paper-one-sided"
    page.goto(f"{site}paper/preview?seed=pictures&n=900&forms=30&topic=asia=x")
    yield "paper-problem"


def take(browser: Browser, site: str, keep: Callable[[str, Page], object]) -> None:
    """Show each page to each reader."""
    for reader, options in READERS.items():
        context = browser.new_context(reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        page = context.new_page()
        taken: set[str] = set()
        for name in pages(page, site):
            if name not in taken:
                keep(f"{name}-{reader}", page)
                taken.add(name)
        context.close()


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as data, sync_playwright() as playwright:
        command = [sys.executable, "-m", "quizgen", "serve", "--port", "0", "--data", data]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdout
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found, "the site did not start"
            browser = launch(playwright)
            desk = browser.new_page()
            try:
                take(browser, found[0], lambda name, page: _write(name, page, desk))
            finally:
                browser.close()
                server.terminate()


def _write(name: str, page: Page, desk: Page) -> None:
    # With a bar at its foot a page is shown as in its window: in a longer picture it would hang.
    most = "document.querySelector('.bar:not(.score *)') ? innerHeight : 800"
    tall = page.evaluate(f"Math.min(document.documentElement.scrollHeight, {most})")
    width = page.evaluate("innerWidth")
    whole = page.screenshot(full_page=True, clip=FloatRect(x=0, y=0, width=width, height=tall))
    (FOLDER / f"{name}.png").write_bytes(small(desk, whole))


if __name__ == "__main__":
    main()
