"""What a student sees: the cards as the real Anki renders them, in a real browser."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from quizgen.bank.model import Bank
    from tests.anki.conftest import Student

# Where each Anki puts the mark of the night: computers and iPhones on the body,
# AnkiDroid on the body with its own name; add-ons and previews around the card.
LOOKS = {
    "day": "<body class='card card1'>",
    "night": "<body class='card card1 nightMode'>",
    "night on AnkiDroid": "<body class='card card1 night_mode'>",
    "night around": "<body class='nightMode'><div class='card'>",
}
# A rule of Anki's own sheet that cards must outdo.
ANKI = "body.nightMode { background-color: #2c2c2c; color: #2d2d2d }"
# Every kind of card, one with an editors' note and one with a content note.
EACH_KIND = "Id:abel-purse* or Id:abel-riot.end or (Id:abel-first-vote.year tag:mini::mode::recall)"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        reason = "no chromium: install Debian's package chromium, or Chrome"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    events: list[str] = []
    page.on("request", lambda request: events.append(request.url))
    page.on("pageerror", lambda error: events.append(str(error)))
    yield page
    assert events == [], "cards must work without the network, and run nothing"
    page.close()


def _sides(student: Student, search: str = "") -> Iterator[tuple[str, str, str]]:
    """Name, HTML and CSS of both sides of the cards found, with what Anki puts in for typing."""
    for card in student.cards(search):
        note, output = card.note(), card.render_output()
        name = f"{(note.note_type() or {})['name']} {note['Id']} {card.ord}"
        box = '<center><input type=text id=typeans value="abc"></center>'
        compared = ""
        if "Also Right" in note:
            typed = note["Answer"][:3] + "xy" + note["Answer"][4:]
            compared = f"<div>{student.col.compare_answer(note['Answer'], typed)}</div>"
        yield f"{name} front", output.question_text.replace("[[type:Answer]]", box), output.css
        yield f"{name} back", output.answer_text.replace("[[type:Answer]]", compared), output.css


def _show(page: Page, look: str, html: str, css: str) -> None:
    page.set_content(
        f"<!doctype html><html lang=en><title>card</title><style>{ANKI}</style>"
        f"<style>{css}</style>{LOOKS[look]}<div id=qa>{html}</div>"
    )


@pytest.fixture
def imported(bank: Bank, build: Callable[..., Path], student: Student) -> Student:
    student.imports(build(bank))
    return student


@pytest.mark.parametrize("look", LOOKS)
def test_contrast_holds_and_lists_are_lists(page: Page, imported: Student, look: str) -> None:
    axe = Axe()
    rules = ["color-contrast", "list", "listitem", "valid-lang", "empty-heading"]
    names = set()
    for name, html, css in _sides(imported, EACH_KIND):
        names.add(name)
        _show(page, look, html + "<p><a href='#'>a student's own link</a></p>", css)
        result = axe.run(page, options={"runOnly": {"type": "rule", "values": rules}})
        assert result.violations_count == 0, f"{name}: {result.generate_report()}"
        assert "color-contrast" in {rule["id"] for rule in result.response["passes"]}, name
        nodes = [node for rule in result.response["incomplete"] for node in rule["nodes"]]
        unsure = [node["target"] for node in nodes]
        if ["#typearrow"] in unsure:  # Anki's arrow: axe does not judge single symbols
            unsure.remove(["#typearrow"])
        assert unsure == [], f"{name}: axe cannot tell"
    assert len(names) == 16


def test_the_night_is_dark_and_the_day_is_light(page: Page, imported: Student) -> None:
    _, html, css = next(_sides(imported))
    lightness = {}
    for look in LOOKS:
        _show(page, look, html, css)
        colour = page.evaluate(
            "getComputedStyle(document.querySelector('.card')).backgroundColor.match(/\\d+/g)"
        )
        lightness[look] = sum(map(int, colour)) / 3
    assert lightness.pop("day") > 240
    assert max(lightness.values()) < 40


def test_no_card_overflows_a_narrow_phone(page: Page, imported: Student) -> None:
    for name, html, css in _sides(imported):
        _show(page, "day", html, css)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_not_even_endless_words_overflow(
    page: Page,
    bank_saying: Callable[[str], Bank],
    build: Callable[..., Path],
    student: Student,
) -> None:
    student.imports(build(bank_saying(LONG)))
    for name, html, css in _sides(student):
        _show(page, "day", html, css)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_hostile_text_is_read_and_not_run(
    page: Page,
    bank_saying: Callable[[str], Bank],
    build: Callable[..., Path],
    student: Student,
) -> None:
    text = "<script>window.hit=1</script><img src=x onerror='window.hit=1'> {{c1::x}} [sound:a.mp3]"
    student.imports(build(bank_saying(text)))
    for name, html, css in _sides(student):
        _show(page, "day", html, css)
        assert text in page.locator("#qa").inner_text(), name
        assert page.evaluate("window.hit") is None


def test_text_from_the_right_stands_on_the_right(
    page: Page,
    bank_saying: Callable[[str], Bank],
    build: Callable[..., Path],
    student: Student,
) -> None:
    student.imports(build(bank_saying("מי אמר את זה")))
    output = student.card("tag:said::mode::recall").render_output()
    _show(page, "day", output.answer_text, output.css)
    for place in (".answer", ".author", ".source p.cite", ".note p"):
        style = page.locator(place).first.evaluate("e => getComputedStyle(e).direction")
        assert style == "rtl", place
