"""The teacher's page in a real browser: by keyboard, with and without scripts, and printed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser.checks import sound
from tests.browser.pictures import teacher_pages
from tests.browser.test_practice import READERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FOCUSED = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"


@pytest.fixture(params=["desktop", "no script"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce", **READERS[request.param])
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def tab_to(page: Page, name: str, keys: str = "Tab") -> None:
    for _ in range(80):
        page.keyboard.press(keys)
        if page.evaluate(FOCUSED) == name:
            return
    raise AssertionError(f"Tab does not lead to {name}")


def test_a_teacher_makes_changes_and_downloads_a_paper_by_keyboard(page: Page, site: str) -> None:
    page.goto(site)
    tab_to(page, "For teachers: make a quiz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/paper")
    sound(page)
    page.get_by_label("Questions", exact=True).fill("6")
    tab_to(page, "Number of questions: Russia and Ukraine")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_url("**/paper/preview?*")
    assert "topic=ukraine%3D3" in page.url
    sound(page)

    def stems() -> list[str]:
        return [text.partition("According")[2] for text in page.locator(".stem").all_inner_texts()]

    before = stems()
    assert len(before) == 6
    tab_to(page, "Swap question 2")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 2 was swapped.")).to_be_visible()
    assert page.evaluate(FOCUSED) == "Swap question 2"
    swap = page.get_by_role("button", name="Swap question 2", exact=True)
    expect(swap).to_be_in_viewport()
    expect(swap).to_have_accessible_description("Question 2 was swapped. Undo")
    after = stems()
    assert [n for n in range(6) if before[n] != after[n]] == [1]
    sound(page)

    tab_to(page, "Move question 2 down")
    for number in (2, 3):  # the focus goes with the question
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Question {number} is now question {number + 1}.")).to_be_visible()
    assert stems()[3] == after[1]
    tab_to(page, "Drop question 4", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#done")).to_be_focused()
    assert stems() == [after[0], *after[2:]]

    page.locator("#words summary").press("Enter")
    page.get_by_label("Heading").fill("Week 12")
    page.keyboard.press("Enter")  # the first button of the form is the one beside the fields
    expect(page.get_by_role("heading", name="Week 12")).to_be_visible()
    assert stems() == [after[0], *after[2:]]
    sound(page)

    with page.expect_download() as download:
        page.get_by_role("link", name="PDF, for students").press("Enter")
    assert download.value.suggested_filename == "nato-A-paper.pdf"
    text = pypdf.PdfReader(download.value.path()).pages[0].extract_text()
    assert "Week 12" in text


def test_the_code_leads_to_the_same_paper(page: Page, site: str) -> None:
    page.goto(f"{site}paper/preview?seed=code&n=4&edit=drop.1")
    shown = page.locator(".stem").all_inner_texts()
    code = page.locator(".panel code").last.inner_text()
    page.goto(f"{site}paper")
    page.get_by_label("Quiz code").fill(code.lower())
    page.keyboard.press("Enter")
    page.wait_for_url("**/paper/preview?code=*")
    assert page.locator(".stem").all_inner_texts() == shown
    sound(page)


def test_a_problem_leads_to_its_field(page: Page, site: str) -> None:
    page.goto(f"{site}paper")
    page.get_by_label("Forms").fill("90")
    page.keyboard.press("Enter")
    expect(page.locator(".problem")).to_be_focused()
    expect(page.get_by_label("Forms")).to_have_value("90")
    sound(page)
    page.get_by_role("link", name="'90' is no number of forms").click()
    expect(page.get_by_label("Forms")).to_be_focused()


def test_the_printed_preview_is_the_paper_alone(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site}paper/preview?seed=print&n=6&forms=2&do=drop.1")
    questions = page.locator(".question").all_inner_texts()
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    words = "".join("".join(sheet.extract_text().split()) for sheet in printed.pages)
    words = normalize("NFKC", words)  # a font may set two letters as one
    for question in questions:
        assert "".join(question.split()[1:]) in words  # its number stands in the margin
    assert "Quizcode" in words
    for other in ("Swap", "Undo", "Download", "Answer", "Balance", "dropped", "Yourdata"):
        assert other not in words
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
    page = context.new_page()
    wide = "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
    wide += "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
    for name in teacher_pages(page, site):
        page.evaluate(
            """css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
            document.adoptedStyleSheets = [sheet]; }""",
            wide,
        )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        cut = "e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX != 'visible'"
        parts = "main *:not(.hidden, svg *, input, textarea)"
        assert page.evaluate(f"[...document.querySelectorAll('{parts}')].filter({cut}).length") == 0
    context.close()
