from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.checks import axe, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

READERS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 320, "height": 640}},
    "phone in the dark": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "forced colours": {"viewport": {"width": 1280, "height": 800}, "forced_colors": "active"},
    "no script": {"viewport": {"width": 320, "height": 640}, "java_script_enabled": False},
}


@pytest.fixture(params=READERS)
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """The home page as each kind of reader sees it."""
    context = browser.new_context(reduced_motion="reduce", **READERS[request.param])
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(site)
    yield page
    context.close()


def test_a_reader_answers_and_sees_whose_claim_it_was(page: Page) -> None:
    sound(page)
    page.get_by_role("button", name="Start practising").click()
    prompt = page.get_by_role("heading", level=1).inner_text()
    assert prompt.startswith(("According to ", "Comparing the essays of "))
    sound(page)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".result")).to_be_focused()
    author = page.locator(".source .author").first.text_content()
    assert author
    assert author in prompt
    assert "paragraph" in str(page.locator(".source").text_content())
    sound(page)
    page.get_by_role("link", name="Continue").click()
    assert page.locator(".track li").count() == 10


def test_an_empty_form_is_told_at_once_and_focus_goes_there(page: Page) -> None:
    page.get_by_role("button", name="Start practising").click()
    page.get_by_role("button", name="Check").click()
    assert page.title().startswith("Error: ")
    expect(page.locator(".problem")).to_be_focused()
    sound(page)
    page.get_by_role("link", name="Choose an answer.").click()
    expect(page.get_by_role("radio").first).to_be_focused()


def test_all_is_reached_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.get_by_text("Skip to the content").is_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Start practising":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/practice/*/1")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".result")).to_be_focused()


def test_error_pages_are_sound(page: Page, site: str) -> None:
    page.goto(f"{site}nowhere")
    sound(page)


def test_the_checks_bite(browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.set_content(
        "<img src=x><input><p style='color:#999;background:#aaa;width:900px'>pale and wide</p>"
    )
    found = {violation["id"] for violation in axe(page).response["violations"]}
    assert {"image-alt", "label", "color-contrast", "html-has-lang"} <= found
    with pytest.raises(AssertionError):
        sound(page)
    context.close()
