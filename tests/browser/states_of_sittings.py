"""The states of a sitting's pages: each walk goes from one to the next and names it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.walker import Walker


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
    walker.begin("typed")
    walker.page.get_by_role("link", name="Give me a hint").click()
    yield "a hint"
    walker.answer("zebra")
    walker.press("I meant the same")
    yield "meant the same"
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
    walker.press("See how it went")
    yield "with nothing to score"
    walker.begin("recall", 1)
    walker.answer(action="knew")
    yield "with undo"


WALKS = (questions, verdicts, changes, ends)
