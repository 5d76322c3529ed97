"""What holds on every page: nothing for axe to find, no scrolling sideways, room for a thumb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.base import AXE_SCRIPT, AxeResults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Scheme = Literal["light", "dark"]


def sound(page: Page, schemes: Sequence[Scheme] = ()) -> None:
    """Check the page as it stands.

    Args:
        page: with or without scripts; axe itself is one and is left out without.
        schemes: look at it in each; all rules in the first, contrast alone in the others. If
            none is given, it is looked at as it is.
    """
    for number, scheme in enumerate(schemes or [None]):
        if scheme:
            page.emulate_media(color_scheme=scheme)
        if page.evaluate("matchMedia('(scripting: enabled)').matches"):
            results = axe(page, ["color-contrast"] if number else [])
            assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"
    assert page.title().endswith(" · quizgen")
    assert page.locator("h1").count() == 1
    width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    small = page.evaluate(SMALL_TARGETS)
    assert small == [], small


def axe(page: Page, only: Sequence[str] = ()) -> AxeResults:
    """What axe finds, by all rules that count or by some; it is put into a page but once.

    The bar at the foot of a sitting stands in the page meanwhile: axe takes what it covers for
    too small to hit, though one scrolls it free. ``test_bar`` looks that it covers no focus.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(BAR_IN_PAGE)
        page.evaluate(AXE_SCRIPT)
    wanted = {"type": "rule", "values": only} if only else {"type": "tag", "values": RULES}
    options: dict[str, Any] = {"runOnly": wanted, "resultTypes": ["violations"]}
    return AxeResults(page.evaluate("options => axe.run(options)", options))


BAR_IN_PAGE = """
() => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(".bar { position: static !important }");
  document.adoptedStyleSheets = [sheet]; }
"""
SMALL_TARGETS = """
[...document.querySelectorAll("a, button, summary, select, input, label:has(input)")]
  .filter(e => !(e.matches("input") && e.closest("label")))
  .filter(e => !(e.matches("a") && [...e.parentNode.childNodes].some(
    n => n.nodeType === Node.TEXT_NODE && n.textContent.trim())))  // a word of a sentence
  .map(e => [e.innerText.trim() || e.id, e.getBoundingClientRect()])
  .filter(([text, box]) => box.height > 1 && box.height < 43.5)
  .map(([text, box]) => `${text}: ${box.height}`)
"""
