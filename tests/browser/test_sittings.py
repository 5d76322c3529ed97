"""Whole sittings in each mode, with scripts and without, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from quizgen.modes import MODES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MOST_STEPS = 60


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(MOST_STEPS):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached by Tab")


def enter(page: Page) -> None:
    """Press Enter and wait for the page that it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def answer(page: Page, mode: str) -> None:
    """Answer the question on the page and go on to the next one.

    What was missed comes back typed where it can.
    """
    if mode == "recall":
        tab_to(page, "#answer")
        enter(page)
        tab_to(page, "[value=knew]")
        enter(page)
        return
    if page.locator("#answer[type=text]").count():
        expect(page.locator("#answer")).to_be_focused()
        page.keyboard.type("something else")
    else:
        tab_to(page, "[type=radio]")
        page.keyboard.press("Space")
    enter(page)
    expect(page.locator(".result")).to_be_focused()
    assert page.title().startswith(page.locator("#result").inner_text().split("\n")[0][2:].strip())
    assert "paragraph" in str(page.locator(".source").text_content())
    tab_to(page, "article a.button.main")
    enter(page)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("mode", MODES)
def test_a_whole_sitting_by_keyboard_alone(
    browser: Browser, site: str, mode: str, scripts: bool
) -> None:
    context = browser.new_context(reduced_motion="reduce", java_script_enabled=scripts)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{site}quiz?seed=keyboard&n=2&mode={mode}")
    tab_to(page, "main button")
    enter(page)
    turns = 0
    while not page.url.endswith("/end"):
        answer(page, mode)
        turns += 1
        assert turns <= 6, "each question is asked three times at most"
    assert turns >= 2
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 2 right")
    if mode == "typed":  # all are missed
        tab_to(page, "form[action$=again] button")
        enter(page)
        assert page.title().startswith("2 left")
    context.close()
