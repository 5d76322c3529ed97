"""A browser that knows text fragments opens a published essay at the very words."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.locator import address

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PHRASES = (
    "downing four fighter jets over Bosnia-Herzegovina",
    "U.S.-led, “so-called” R&D — 100% of NATO’s",
)


@pytest.fixture
def essay(tmp_path: Path) -> Iterator[str]:
    """The address of a long page with a phrase in its middle and one near its foot."""
    filling = "<p>Some other words of the essay.</p>" * 80
    first, second = (phrase.replace("&", "&amp;") for phrase in PHRASES)
    body = f"{filling}<p id=one>By {first} it began.</p>{filling}<p id=two>The {second} part.</p>"
    page = f"<!doctype html><meta charset=utf-8><title>Essay</title>{body}{filling}"
    (tmp_path / "essay.html").write_text(page, "utf-8")
    handler = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/essay.html"
        server.shutdown()


@pytest.mark.parametrize(
    ("phrases", "shown"), [(PHRASES[:1], "one"), (PHRASES[1:], "two"), (PHRASES, "one")]
)
def test_the_page_opens_at_the_words(
    browser: Browser, essay: str, phrases: tuple[str, ...], shown: str
) -> None:
    page = browser.new_page()
    page.goto(address(essay, phrases))
    page.wait_for_function(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight }",
        arg=shown,
        timeout=5000,
    )
    page.close()


def test_the_page_opens_at_its_top_where_the_words_have_changed(
    browser: Browser, essay: str
) -> None:
    page = browser.new_page()
    page.goto(address(essay, ["words that are not there"]))
    assert page.evaluate("scrollY") == 0
    page.close()
