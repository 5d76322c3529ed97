from __future__ import annotations

import re
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
