"""Whole sittings in each mode, every page to each kind of reader, keys, and first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.checks import sound
from tests.browser.pictures import pages
from tests.browser.slow_phone import visit
from tests.browser.test_practice import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

PAPER = "quiz?seed=keys&n=2&author=ng"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1000, "height": 800})
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def begin(page: Page, site: str, mode: str) -> None:
    page.goto(f"{site}{PAPER}&mode={mode}")
    page.get_by_role("button", name="Start this quiz").click()
    expect(page.get_by_label("Keys 1 to 9 and Enter")).to_be_visible()  # the script is there


@pytest.mark.parametrize("reader", ["forced colours", "no script"])
def test_every_page_is_sound_for_every_reader(browser: Browser, site: str, reader: str) -> None:
    context = browser.new_context(reduced_motion="reduce", **READERS[reader])
    context.set_default_timeout(20_000)
    page = context.new_page()
    names = set()
    for name in pages(page, site):
        if name not in names:
            sound(page)
        names.add(name)
    assert len(names) >= 14
    context.close()


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": {"width": 320, "height": 640}},
        {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    ],
    ids=["text spacing at 320 pixels", "200 per cent zoom"],
)
def test_wide_text_and_zoom_lose_nothing(
    browser: Browser, site: str, options: dict[str, Any]
) -> None:
    """WCAG 1.4.4 and 1.4.12."""
    context = browser.new_context(reduced_motion="reduce", **options)
    context.set_default_timeout(20_000)
    page = context.new_page()
    wide = "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
    wide += "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    for path in ("", f"{PAPER}&mode=typed", "topics/ukraine", "data", "search?q=war", "nowhere"):
        page.goto(f"{site}{path}")
        page.evaluate(
            """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet]; }""",
            wide,
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        cut = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX != 'visible'"
        hidden = (
            f"[...document.querySelectorAll('main *:not(.hidden, svg *)')].filter({cut}).length"
        )
        assert page.evaluate(hidden) == 0, path
    context.close()


def test_keys_choose_and_enter_goes_on(page: Page, site: str) -> None:
    begin(page, site, "choice")
    page.keyboard.press("2")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_be_focused()
    expect(page.get_by_label("Keys 1 to 9 and Enter")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".rows")).to_have_count(0)
    expect(page.get_by_label("Keys 1 to 9 and Enter")).to_be_visible()
    page.keyboard.press("9")  # no such option
    expect(page.get_by_role("radio").first).not_to_be_checked()


def test_a_flashcard_is_judged_by_keys_alone(page: Page, site: str) -> None:
    begin(page, site, "recall")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="I knew it")).to_be_visible()
    expect(page.get_by_label("Keys 1 to 9 and Enter")).to_be_visible()
    page.keyboard.press("2")
    expect(page.get_by_text("The last card: you forgot it.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page).to_have_title("2 left · quizgen")


def test_keys_do_nothing_with_modifiers_while_typing_or_switched_off(page: Page, site: str) -> None:
    begin(page, site, "choice")
    for keys in ("Control+1", "Alt+1", "Meta+1"):
        page.keyboard.press(keys)
    expect(page.get_by_role("radio").first).not_to_be_checked()
    page.get_by_label("Keys 1 to 9 and Enter").uncheck()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("1")
    expect(page.get_by_role("radio").first).not_to_be_checked()
    page.reload()
    expect(page.get_by_label("Keys 1 to 9 and Enter")).not_to_be_checked()
    page.keyboard.press("1")
    expect(page.get_by_role("radio").first).not_to_be_checked()
    begin(page, site, "typed")
    page.get_by_label("Keys 1 to 9 and Enter").check()
    page.get_by_label("Your answer").fill("")
    page.keyboard.type("1994")
    expect(page.get_by_label("Your answer")).to_have_value("1994")


def test_a_gap_is_filled_and_who_is_chosen(page: Page, site: str) -> None:
    begin(page, site, "cloze")
    expect(page.get_by_label("The words that are missing")).to_be_focused()
    page.keyboard.type("something else")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Not quite")).to_be_visible()
    begin(page, site, "who")
    page.get_by_label("Jonathan Ng").check()
    page.get_by_label("I’m guessing").check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Right")).to_be_visible()


def test_what_is_printed_is_dark_on_white_and_has_no_buttons(page: Page, site: str) -> None:
    begin(page, site, "choice")
    page.get_by_role("radio").first.check()
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_be_visible()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".rows p").first).to_have_css("color", "rgb(31, 27, 22)")
    expect(page.locator("body")).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(page.locator("blockquote").first).to_be_visible()
    for hidden in ("a.button.main", ".top", ".foot"):
        expect(page.locator(hidden)).to_be_hidden()


def test_no_request_leaves_for_anybody_else(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    begin(page, site, "choice")
    assert asked
    assert all(address.startswith(site) for address in asked)


def test_a_question_is_small_and_only_its_style_sheet_holds_up_its_paint(
    browser: Browser, site: str
) -> None:
    """How soon it paints is for ``make bench``: here the machine may be busy with other tests."""
    seen = visit(browser, site)
    assert 0 < seen.requests <= 3
    assert 1_000 < seen.bytes <= 10_000
    assert seen.blocking == ["style.css"]
    assert seen.seconds > 0.8  # the document and the style sheet wait 0.4 s each
