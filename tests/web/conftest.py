"""A site on a small bank, and a learner who uses it as a browser would."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.store import open_store

from quizgen.bank.load import load
from quizgen.bank.new import write_example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient
    from quizgen_web.store import Store
    from werkzeug.test import TestResponse

    from quizgen.bank.load import Loaded
    from quizgen.bank.model import Bank

SECRET = "a secret for tests that is long enough"


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("bank") / "example"
    write_example(folder)
    return load(folder)


@pytest.fixture(scope="session")
def bank(loaded: Loaded) -> Bank:
    return loaded.bank


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def app(loaded: Loaded, store: Store) -> Flask:
    return create_app(Shelf.of(loaded), Settings(SECRET, "unused"), store)


@pytest.fixture
def learner(app: Flask) -> Learner:
    return Learner(app)


class Learner:
    """A browser with cookies that reads forms and sends them."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.page: TestResponse = self.client.get("/")

    def get(self, path: str) -> TestResponse:
        self.page = self.client.get(path, follow_redirects=True, buffered=True)
        return self.page

    def post(self, path: str, **fields: str | list[str]) -> TestResponse:
        """Send a form and follow where it leads."""
        self.page = self.client.post(path, data=fields, follow_redirects=True)
        return self.page

    def start(self, **fields: str | list[str]) -> TestResponse:
        return self.post("/practice", **fields)

    def answer(self, given: str = "", action: str = "answer") -> TestResponse:
        """Answer the question on the page."""
        return self.post(
            self.page.request.path, given=given, action=action, submission=self.hidden("submission")
        )

    def hidden(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page.text)
        assert found, f"the page has no field {name}"
        return unescape(found[1])

    @property
    def options(self) -> list[str]:
        return [unescape(v) for v in re.findall(r'name="given" value="([^"]*)"', self.page.text)]

    @property
    def words(self) -> str:
        """The page as a reader sees it: no tags, single spaces."""
        body = self.page.text[self.page.text.index("<main") :]
        body = re.sub(r"</?mark>", "", body)  # a mark is within a word
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    @property
    def heading(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.page.text, re.DOTALL)
        assert found, "the page has no heading"
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[1])).split())
