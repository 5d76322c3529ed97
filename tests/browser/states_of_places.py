"""The states of all pages outside a sitting: each walk goes from one to the next and names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.walker import Walker


def home(walker: Walker) -> Iterator[str]:
    """The home page, from the first visit on."""
    walker.go("")
    yield "new"
    walker.page.locator("#practise summary").click()
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
    walker.press("Bring both together")
    yield "data, after a code was used"
    walker.press("Leave this browser")
    yield "leaving"
    walker.press("Stay")
    walker.go("data")
    walker.press("Delete everything")
    yield "asked whether to delete"
    walker.press("Delete everything")
    yield "data, after all was deleted"
    walker.site.days = 0


def places(walker: Walker) -> Iterator[str]:
    """Where things are looked up."""
    bank = walker.site.bank
    for path in ("search", "search?q=zebra", "search?q=yugoslvia", "search?q=nato", "anki"):
        walker.go(path)
        yield path
    for path in ("anki/deck.apkg?mode=none", "quiz?seed=a&n=3&topic=ukraine", "quiz?seed=a&n=0"):
        walker.go(path)
        yield path
    for path in (f"sources/{bank.sources[0].id}", f"topics/{bank.topics[0].id}"):
        walker.go(path)
        yield path
    for path in (
        f"sources/{bank.sources[0].id}?find=war",
        f"topics/{bank.topics[0].id}?find=zebra",
    ):
        walker.go(path)
        yield path
    every = next(q for q in bank.questions if len(q.modes) == len(MODES))
    noted = next(q for q in bank.questions if q.claim.content_note)
    for question, mode in [*((every, mode) for mode in MODES), (noted, "choice")]:
        walker.go(f"q/{question.id}?mode={mode}")
        yield f"{question.id}, {mode}"
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


WALKS = (home, learner, places, errors)
