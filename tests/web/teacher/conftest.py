"""A teacher, who presses the buttons of the page as a browser would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
from lxml import html
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf, Site
from quizgen_web.store import open_store

from quizgen.bank.load import default_bank, load_bank
from tests.web.conftest import SECRET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from werkzeug.test import TestResponse

    from quizgen.bank.model import Bank


@pytest.fixture(scope="session")
def nato() -> Bank:
    """The shipped bank: large enough for several forms."""
    return load_bank(default_bank())


@pytest.fixture(scope="session")
def nato_app(nato: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder: Path = tmp_path_factory.mktemp("teacher")
    store = open_store(f"sqlite:///{folder / 'store.sqlite3'}")
    yield create_app(Shelf(Site.of(nato)), Settings(SECRET, "unused"), store)
    store.close()


@pytest.fixture
def teacher(nato_app: Flask) -> Teacher:
    return Teacher(nato_app)


def select(tree: html.HtmlElement, css: str) -> list[html.HtmlElement]:
    """The elements that a simple selector names: tags, classes, ids and attributes."""
    path = ""
    for one in css.split():
        tag = re.match(r"\w*", one)
        path += f"//{(tag and tag[0]) or '*'}"
        for id, name, key, value in re.findall(r"#([\w-]+)|\.([\w-]+)|\[(\w+)=?([^\]]*)\]", one):
            if id:
                path += f"[@id='{id}']"
            elif name:
                path += f"[contains(concat(' ', @class, ' '), ' {name} ')]"
            else:
                path += f"[@{key}='{value}']" if value else f"[@{key}]"
    return list(tree.xpath("." + path))


class Teacher:
    """A browser without cookies and scripts."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client(use_cookies=False)
        self.page: TestResponse
        self.address = ""

    def get(self, path: str) -> TestResponse:
        self.page = self.client.get(path, follow_redirects=True, buffered=True)
        parts = urlsplit(self.page.request.url)
        self.address = f"{parts.path}?{parts.query}"
        return self.page

    @property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(self.page.text)

    def all(self, css: str) -> list[html.HtmlElement]:
        """What a simple selector names on the page."""
        return select(self.tree, css)

    @property
    def words(self) -> str:
        """The page as a reader sees it: no tags, single spaces."""
        return " ".join(self.tree.find(".//main").text_content().split())

    @property
    def problems(self) -> list[str]:
        return [link.text_content() for link in self.all(".problem a")]

    @property
    def prompts(self) -> list[str]:
        return [
            " ".join(stem.text_content().split()).partition(". ")[2] for stem in self.all(".stem")
        ]

    @property
    def focus(self) -> list[str]:
        """What has the focus when the page is there: its value, or else its words."""
        found = self.all("[autofocus]")
        return [element.get("value") or element.text_content().strip() for element in found]

    @property
    def code(self) -> str:
        """The code of the form that is shown."""
        return str(self.all("#code code")[0].text)

    def field(self, name: str) -> str:
        for element in self.all(f"[name={name}]"):
            return str(element.value or "")
        raise AssertionError(f"no field {name}")

    def press(self, label: str, **typed: str) -> TestResponse:
        """Fill in fields of the form that has the button, and press it."""
        for form in self.tree.forms:
            for button in select(form, "button"):
                if button.get("disabled") is None and label in (
                    button.get("aria-label"),
                    button.text_content().strip(),
                ):
                    for name, text in typed.items():
                        form.fields[name] = text
                    fields = form.form_values()
                    if button.get("name"):
                        fields.append((button.get("name"), button.get("value")))
                    return self.get(f"{form.get('action')}?{urlencode(fields)}")
        raise AssertionError(f"no button {label}")

    def link(self, label: str) -> str:
        for element in self.all("main a"):
            if label in (element.get("aria-label"), element.text_content().strip()):
                return str(element.get("href"))
        raise AssertionError(f"no link {label}")
