"""Every page in every state it can be in: each walk goes from one to the next and names it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.quiz.ask import MODES, Asked, ask
from quizgen.quiz.options import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    from quizgen.bank.model import Mode, Question
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
        self, mode: Mode, count: int = 2, wanted: Callable[[Question], object] = bool
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


def home(walker: Walker) -> Iterator[str]:
    """The home page, from the first visit on."""
    walker.go("")
    yield "new"
    walker.page.locator("summary").click()
    yield "with all choices open"
    walker.post("/practice", count="0")
    yield "with an error"
    walker.begin("recall")
    walker.answer(action="forgot")
    walker.go("")
    yield "with a sitting left open"
    walker.site.days += 2
    walker.go("")
    yield "with questions due"
    walker.press("Go on")
    for _ in range(3):
        if not walker.page.url.endswith("/end"):
            walker.answer(action="knew")
    walker.go("")
    yield "with nothing left open"


def questions(walker: Walker) -> Iterator[str]:
    """A question in each mode, as it can stand there."""
    for mode in MODES:
        walker.begin(mode)
        yield mode
        walker.answer(action="dance")
        yield f"{mode}, not answered"
        walker.begin(mode, wanted=lambda question: question.claim.content_note)
        yield f"{mode}, with a content note"
    walker.begin("choice")
    walker.answer("an option that was not offered")
    yield "options that have changed"
    walker.begin("recall")
    walker.press("Show the answer")
    yield "the back of a flashcard"
    walker.press("I knew it")
    yield "with undo"
    walker.begin("recall", wanted=lambda question: question.claim.context)
    walker.press("Show the answer")
    yield "a back with an editors' note"


def verdicts(walker: Walker) -> Iterator[str]:
    """Each verdict in each mode that has it."""
    for mode in MODES:
        if mode != "recall":
            walker.answer(walker.begin(mode)[0].key)
            yield f"{mode}, right"
            walker.miss(walker.begin(mode)[0])
            yield f"{mode}, wrong"
    put = walker.begin("typed", wanted=lambda question: len(question.key) > 7)[0]
    walker.answer(f"{put.key}x")
    yield "right but for a slip" if "spelt" in walker.page.title() else "a figure with a slip"
    walker.begin("typed", wanted=lambda question: question.claim.context)
    walker.answer(action="passed")
    yield "passed, with an editors' note"
    walker.begin("recall")
    walker.answer(action="forgot")
    walker.page.go_back()
    walker.page.reload()
    yield "forgotten"
    walker.begin("choice", wanted=lambda question: question.claim.content_note)
    walker.press("Skip this question")
    yield "skipped"


def changes(walker: Walker) -> Iterator[str]:
    """A bank that changes under an open sitting."""
    bank = walker.site.bank
    put = walker.begin("choice")[0]
    walker.answer(put.key)
    changed = replace(put.question, key="another key")
    walker.site.change(replace(bank, by_id={**bank.by_id, changed.id: changed}))
    walker.page.reload()
    assert walker.page.get_by_text("have changed since").count()
    yield "an answer whose question was mended"
    left = tuple(question for question in bank.questions if question != put.question)
    walker.site.change(replace(bank, questions=left, by_id={q.id: q for q in left}))
    walker.page.reload()
    yield "an answer whose question has gone"
    walker.site.change(bank)
    put = walker.begin("choice")[0]
    left = tuple(question for question in bank.questions if question != put.question)
    walker.site.change(replace(bank, questions=left, by_id={q.id: q for q in left}))
    walker.page.reload()
    assert walker.page.get_by_text("was passed over").count()
    yield "a question passed over"
    walker.site.change(replace(bank, questions=(), by_id={}))
    walker.page.reload()
    yield "an end with nothing left"
    walker.site.change(bank)


def ends(walker: Walker) -> Iterator[str]:
    """The end of a sitting."""
    for put in walker.begin("choice"):
        walker.answer(put.key)
        walker.page.locator("article a.button.main").click()
    yield "all right"
    asked = walker.begin("choice", 4)
    for put in asked[:2]:
        walker.miss(put)
        walker.page.locator("article a.button.main").click()
    while not walker.page.url.endswith("/end"):
        walker.answer(action="passed")
        walker.page.locator("article a.button.main").click()
    yield "with missed ones"
    walker.begin("choice", 1)
    walker.answer(action="skipped")
    walker.press("See your score")
    yield "with nothing to score"
    walker.begin("recall", 1)
    walker.answer(action="knew")
    yield "with undo"


def learner(walker: Walker) -> Iterator[str]:
    """Progress and data, empty and not."""
    for path in ("progress", "data"):
        walker.go(path)
        yield f"{path}, empty"
    walker.post("/data/code", code="0000")
    yield "data, a wrong code"
    for days in (0, 1, 3, 9, 30):
        walker.site.days = days
        walker.begin("recall", 5)
        while not walker.page.url.endswith("/end"):
            walker.answer(action="knew" if days % 2 else "forgot")
    walker.go("progress")
    walker.page.locator("summary").click()
    yield "progress, with work of a month"
    walker.go("data")
    yield "data, with a code"
    walker.press("Keep")
    yield "data, after the zone was kept"
    walker.post("/data/zone", zone="Mars")
    yield "data, a zone that is none"
    walker.page.get_by_label("A study code from").fill(walker.page.locator("code").inner_text())
    walker.press("Use this code")
    yield "data, after a code was used"
    walker.press("Delete everything")
    yield "data, after all was deleted"
    walker.site.days = 0


def places(walker: Walker) -> Iterator[str]:
    """Where things are looked up."""
    bank = walker.site.bank
    for path in ("search", "search?q=zebra", "search?q=sanctions", "search?q=nato", "anki"):
        walker.go(path)
        yield path
    for path in ("anki/deck.apkg?mode=none", "quiz?seed=a&n=3&topic=ukraine", "quiz?seed=a&n=0"):
        walker.go(path)
        yield path
    for path in (f"sources/{bank.sources[0].id}", f"topics/{bank.topics[0].id}"):
        walker.go(path)
        yield path
    every = next(q for q in bank.questions if len(q.modes) == len(MODES))
    noted = next(q for q in bank.questions if q.claim.content_note)
    for question, mode in [*((every, mode) for mode in MODES), (noted, "choice")]:
        walker.go(f"q/{question.id}?mode={mode}")
        yield f"a single question, {mode}"
    walker.post("", mode="choice")
    yield "a single question, not answered"
    walker.post("", mode="choice", action="passed")
    yield "a single question, answered"


def errors(walker: Walker) -> Iterator[str]:
    """Each error."""
    walker.begin("typed", 1)
    question = walker.page.url
    for status, path, fields in (
        (400, question, {"given": "\0"}),
        (413, question, {"given": "x" * 100_000}),
        (405, "/practice", None),
        (404, "/nowhere", None),
        (500, "/broken", None),
        (403, question, {"given": "x"}),
    ):
        if fields is None:
            walker.go(path[1:])
        else:
            walker.go("")
            if status == 403:
                walker.page.goto("about:blank")
            walker.post(path, **fields)
        assert walker.page.get_by_text(f"Error {status}").count() == 1
        yield str(status)


WALKS = (home, questions, verdicts, changes, ends, learner, places, errors)
