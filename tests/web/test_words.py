"""In a language of marks no page has a word that is not marked or the bank's."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf

from quizgen.bank.citation import essay_of
from quizgen.bank.load import load
from quizgen.bank.new import write_example
from quizgen.modes import MODES
from tests.web.conftest import SECRET, Learner
from tests.words.bare import in_html
from tests.words.conftest import MARKED, marked, unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from quizgen_web.store import Store

    from quizgen.bank.model import Bank

__all__ = ["marked"]

PLACES = (
    "/",
    "/search",
    "/search?q=bus",
    "/search?q=zebra",
    "/sources/ellery",
    "/sources/okafor",
    "/topics/service",
    "/progress",
    "/data",
    "/data?done=zone",
    "/anki",
    "/quiz?seed=x&n=3&topic=service",
    "/paper",
    "/paper?n=none",
    "/paper/preview?n=2&seed=x&forms=2&do=up.2",
    "/paper/preview?n=4&seed=x&do=drop.1",
    "/paper/preview?n=4&seed=x&do=down.1",
    "/nowhere",
)


@pytest.fixture
def learner(tmp_path: Path, store: Store, marked: str) -> Learner:
    folder = tmp_path / "bank"
    write_example(folder)
    head = folder / "bank.yaml"
    head.write_text(head.read_text("utf-8").replace("language: en", f"language: {marked}"))
    loaded = load(folder)
    assert loaded.bank.language == marked
    return Learner(create_app(Shelf.of(loaded), Settings(SECRET, "unused"), store))


def said(bank: Bank) -> Iterator[str]:
    """All that the bank says on pages."""
    yield "zzz"  # what the reader types
    yield from (bank.title, bank.about, bank.credit, *bank.editors, bank.licence)
    yield from (topic.title for topic in bank.topics)
    for source in bank.sources:
        yield from (source.author, source.title, source.publisher, source.published, source.genre)
        yield from (source.genre.capitalize(), source.licence, source.about, source.argues)
        yield essay_of(bank.patterns, source)
    for claim in bank.claims:
        yield from (claim.prompt, claim.context, claim.reference, claim.content_note)
        yield from (claim.attribution.line, claim.speaker, claim.attribution.who(claim.statement))
        yield from (part.text.strip() for part in claim.attribution.stretches(claim.statement))
        for cited in claim.citations:
            yield from (cited.text, cited.place, cited.essay, *cited.phrases)
            yield from (place.place for place in cited.places)
    for question in bank.questions:
        yield from (question.id, question.prompt, question.key, question.rationale)
        yield from (text for d in question.distractors for text in (d.text, d.why))


def bare(learner: Learner) -> list[str]:
    """The words of the page that nobody can translate."""
    (site,) = learner.client.application.extensions["quizgen"].shelf
    text = re.sub(
        r"</?mark>|<select.*?</select>|<code>.*?</code>|<title>[^<]*\.\.\. &middot;",
        "",
        learner.page.text,
        flags=re.DOTALL,
    )
    known = {*said(site.bank)} | {escape(each) for each in said(site.bank)}
    return in_html(unmarked(text, {each for each in known if len(each) > 2}))


@pytest.mark.parametrize("path", PLACES)
def test_every_word_of_a_page_is_in_the_catalogue(learner: Learner, path: str) -> None:
    page = learner.get(path)
    assert "«" in page.text
    assert f'<html lang="{MARKED}">' in page.text
    assert bare(learner) == []


@pytest.mark.parametrize("mode", MODES)
def test_every_word_of_a_sitting_is_in_the_catalogue(learner: Learner, mode: str) -> None:
    learner.start(mode=mode, count="3")
    assert bare(learner) == []
    for given, action in (("", "answer"), ("zzz", "answer"), ("", "passed"), ("", "skipped")):
        if given == "zzz" and learner.options:
            given = learner.options[0]
        if MODES[mode].way == "recall":
            learner.get(f"{learner.page.request.path}?shown=1")
            assert bare(learner) == []
            learner.answer(action="forgot")
        elif 'name="submission"' in learner.page.text:
            learner.answer(given, action)
        assert bare(learner) == [], (given, action)
        onward = re.search(r'class="button main" href="([^"]*)"', learner.page.text)
        if onward and "/practice/" in onward[1]:
            learner.get(onward[1])
            assert bare(learner) == []
    for path in ("/", "/progress", "/q/" + _any_question(learner)):
        learner.get(path)
        assert bare(learner) == []


def _any_question(learner: Learner) -> str:
    (site,) = learner.client.application.extensions["quizgen"].shelf
    id: str = site.bank.questions[0].id
    return id
