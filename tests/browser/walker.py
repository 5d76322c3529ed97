"""A reader who walks through the site and can also send what no page offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.ask.order import draw
from quizgen.modes import Asked, ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from quizgen.bank.model import Question
    from tests.browser.served import Served

POST = """
([path, fields]) => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: path });
  for (const [name, value] of Object.entries(fields))
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  document.body.append(form);
  form.submit();
}
"""


@dataclass
class Walker:
    """A reader who can also send what no page offers."""

    page: Page
    site: Served

    def go(self, path: str) -> None:
        """Open a page."""
        self.page.goto(self.site.address + path)

    def post(self, path: str, **fields: str) -> None:
        """Send a form from the page that is open."""
        with self.page.expect_navigation():
            self.page.evaluate(POST, [path, fields])

    def press(self, name: str) -> None:
        """Press the first button or link of this name."""
        found = self.page.get_by_role("button", name=name)
        (found if found.count() else self.page.get_by_role("link", name=name)).first.click()

    def begin(
        self, mode: str, count: int = 2, wanted: Callable[[Question], object] = bool
    ) -> list[Asked]:
        """Begin a paper whose first question is one that is wanted; tells what it asks."""
        self.go("")
        bank = self.site.bank
        fitting = [question for question in bank.questions if mode in question.modes]
        for seed in map(str, range(10_000)):
            drawn = draw(fitting, seed, count)
            if wanted(drawn[0]):
                self.post("/quiz", seed=seed, n=str(count), mode=mode)
                return [ask(bank, question, mode, seed) for question in drawn]
        raise AssertionError("no such question in the bank")

    def answer(self, given: str = "", action: str = "answer") -> None:
        """Answer the question on the page."""
        self.post("", given=given, action=action)

    def miss(self, put: Asked) -> None:
        """Answer it wrong."""
        self.answer(next((option for option in put.options if option != put.key), "zebra"))
