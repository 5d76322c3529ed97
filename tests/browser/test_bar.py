"""Check and Continue are in view without scrolling, whatever the window, on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.modes import MODES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WINDOWS = {"phone": (360, 640), "small phone": (320, 568), "laptop": (1366, 768)}
ZOOMED = (342, 192)
"""A laptop at 400 per cent."""

PLACES = """
[...document.querySelectorAll(".bar > *, .bar button")].map(e => e.getBoundingClientRect())
  .map(box => [box.top, innerHeight - box.bottom, box.left, innerWidth - box.right])
"""
COVERED = """
() => { const bar = document.querySelector(".bar").getBoundingClientRect();
  const box = document.activeElement.getBoundingClientRect();
  const within = document.activeElement.closest(".bar");
  if (within || document.activeElement === document.body) return false;
  return box.bottom > bar.top + 1 && box.top < bar.bottom }
"""


def in_view(page: Page) -> None:
    page.locator(".bar").wait_for()
    places = page.evaluate(PLACES)
    assert places
    assert all(edge >= -0.5 for box in places for edge in box), f"{page.title()}: {places}"


def sit(page: Page, site: str, mode: str) -> list[str]:
    """Walk a sitting in which all is missed and one is skipped over; each page is looked at."""
    page.goto(f"{site}quiz?seed=bar&n=2&mode={mode}")
    page.locator("main button.main").click()
    seen = []
    while not page.url.endswith("/end"):
        in_view(page)
        seen.append(page.title())
        if page.locator("[value=passed]").count():
            page.locator("[value=passed]").click()
        elif page.locator("[value=forgot]").count():
            page.locator("[value=forgot]").click()
        else:
            page.locator(".bar .main").click()
    in_view(page)
    return seen


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("window", WINDOWS)
def test_the_button_is_in_view_on_every_page_of_a_sitting(
    browser: Browser, site: str, window: str, scripts: bool
) -> None:
    width, height = WINDOWS[window]
    viewport = {"width": width, "height": height}
    context = browser.new_context(
        reduced_motion="reduce",
        java_script_enabled=scripts,
        viewport=viewport,  # type: ignore[arg-type]
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    for mode in MODES:
        assert len(sit(page, site, mode)) >= 6
    context.close()


def test_at_400_per_cent_the_bar_stands_in_the_page_and_covers_nothing(
    browser: Browser, site: str
) -> None:
    width, height = ZOOMED
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(f"{site}quiz?seed=bar&n=2&mode=choice")
    page.locator("main button.main").click()
    assert page.locator(".bar").evaluate("e => getComputedStyle(e).position") == "static"
    page.close()


def test_the_bar_never_covers_what_has_the_focus(browser: Browser, site: str) -> None:
    """WCAG 2.4.11."""
    page = browser.new_page(viewport={"width": 320, "height": 568}, reduced_motion="reduce")
    page.goto(f"{site}quiz?seed=bar&n=2&mode=choice")
    page.locator("main button.main").click()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
    page.locator("[value=passed]").click()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert not page.evaluate(COVERED), page.evaluate("document.activeElement.outerHTML")
    page.close()
