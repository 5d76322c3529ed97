from __future__ import annotations

import re
import time
import tracemalloc
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site

from tests.web.conftest import SECRET

if TYPE_CHECKING:
    from flask import Flask
    from quizgen_web.store import Store

    from quizgen.bank.model import Bank
    from tests.web.conftest import Learner


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:8080"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    ],
)
def test_a_form_from_another_site_is_refused(learner: Learner, headers: dict[str, str]) -> None:
    page = learner.client.post("/practice", data={"count": "1"}, headers=headers)
    assert page.status_code == 403
    assert "another site" in page.text
    assert "Set-Cookie" not in page.headers


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}],
)
def test_a_form_of_the_site_itself_is_taken(learner: Learner, headers: dict[str, str]) -> None:
    page = learner.client.post("/practice", data={"count": "1"}, headers=headers)
    assert page.status_code == 303


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/style.css"])
def test_every_answer_forbids_foreign_content_and_framing(learner: Learner, path: str) -> None:
    headers = learner.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_pages_are_kept_by_no_cache(learner: Learner) -> None:
    assert learner.page.headers["Cache-Control"] == "no-store"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(learner: Learner) -> None:
    cookie = learner.client.post("/practice").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_behind_https_the_cookie_is_bound_to_the_host_and_secure(bank: Bank, store: Store) -> None:
    app = create_app(Shelf(Site.of(bank)), Settings(SECRET, "", https=True), store)
    cookie = app.test_client().post("/practice").headers["Set-Cookie"]
    assert cookie.startswith("__Host-learner=")
    assert "Secure" in cookie


def test_no_page_holds_script_or_style_of_its_own(app: Flask, learner: Learner) -> None:
    for page in (learner.page, learner.start(count="1"), learner.answer(action="passed")):
        assert not re.search(r"<script(?! src=)", page.text)
        assert "style=" not in page.text
        assert "<style" not in page.text


def test_the_cookie_outlives_the_browser_by_more_than_a_year(learner: Learner) -> None:
    cookie = learner.client.post("/practice").headers["Set-Cookie"]
    expires = re.search(r"Expires=([^;]+)", cookie)
    assert expires
    left = parsedate_to_datetime(expires[1]) - datetime.now(UTC)
    assert left.days in {399, 400}


def cookie_of(learner: Learner) -> str:
    return str(learner.client.post("/practice").headers["Set-Cookie"].split(";")[0])


def page_for(app: Flask, cookie: str) -> int:
    """The status of a page that only a learner has."""
    page = app.test_client(use_cookies=False).get("/data/export.json", headers={"Cookie": cookie})
    return page.status_code


def test_a_forged_cookie_is_nobodys_and_a_right_one_is_not_spoilt_by_it(
    app: Flask, learner: Learner
) -> None:
    cookie = cookie_of(learner)
    forged = cookie[:-1] + ("A" if cookie[-1] != "A" else "B")
    for _ in range(2):
        assert page_for(app, forged) == 404
        assert page_for(app, cookie) == 200
        assert page_for(app, f"other=1; {cookie}; more=2") == 200


def test_a_cookie_is_no_good_once_its_time_is_over(
    app: Flask, learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    cookie = cookie_of(learner)
    assert page_for(app, cookie) == 200  # and remembered
    now = time.time()
    monkeypatch.setattr("quizgen_web.shell.cookie.time.time", lambda: now + 399 * 86_400)
    assert page_for(app, cookie) == 200
    monkeypatch.setattr("quizgen_web.shell.cookie.time.time", lambda: now + 401 * 86_400)
    assert page_for(app, cookie) == 404


def test_what_a_browser_sends_beside_the_cookie_is_not_remembered(
    app: Flask, learner: Learner
) -> None:
    cookie = cookie_of(learner)
    page_for(app, cookie)
    tracemalloc.start()
    try:
        for number in range(50):
            page_for(app, f"junk={number}{'x' * 100_000}; {cookie}")
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < 2_000_000
