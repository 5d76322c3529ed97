"""What is printed in a language of marks has no word that is not marked or the bank's."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import mammoth
import pytest

from quizgen.anki.note_types import NoteType
from quizgen.export import BUNDLES, Layout, item_set
from quizgen.modes import MODES
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.conftest import made
from tests.paper.made_up import bank, question
from tests.words.bare import WORD, in_html
from tests.words.catalogue import extracted
from tests.words.conftest import unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.paper.paper import Paper

NAMES = {"PDF", "DOCX", "HTML", "quizgen", "quiz", "pdf", "html"}


@pytest.fixture
def paper(marked: str) -> Paper:
    """Two questions with all that a key can tell."""
    first = question("c", note="war", authors=("ada", "ben"))
    first = replace(
        first, distractors=tuple(replace(d, why=f"because {d.text}") for d in first.distractors)
    )
    claim = replace(first.claim, context="A note", reference="A book")
    one = replace(first, claim=claim)
    made_up = replace(bank(one, question("d")), language=marked)
    return make_quiz(made_up, Blueprint(2), "1").papers[0]


def said(value: Any) -> Iterator[str]:
    """All texts of the bank that stand on a paper."""
    items = item_set(value)
    yield from (items.bank.title, items.bank.about, items.bank.id, items.code, items.form)
    for source in items.sources:
        yield from (source.author, source.title, source.publisher, source.published)
        yield from (source.genre, source.licence, source.about, source.argues)
    for item in items.items:
        yield from (item.prompt, item.key, item.rationale, item.context, item.reference, item.id)
        yield from (item.content_note, item.speaker, *(option.text for option in item.options))
        yield from (text for proof in item.evidence for text in (proof.phrase, proof.place))
        yield from (why for _, why in item.reasons)


class Reader(HTMLParser):
    """The texts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self.style:
            self.texts.append(data)


def bare(text: str, paper: Paper) -> set[str]:
    return set(WORD.findall(unmarked(text, said(paper)))) - NAMES


@pytest.mark.parametrize("mode", MODES)
def test_every_word_on_a_card_is_in_the_catalogue(paper: Paper, mode: str) -> None:
    for template in NoteType(paper.bank, mode, 0, "https://site.example").templates:
        for side in (template["qfmt"], template["afmt"]):
            assert "lang=say" not in side
            assert "<say>" not in side
            assert in_html(unmarked(side)) == []
    claim = item_set(paper).items[0]
    assert claim.label.startswith("«")


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_is_called_by_a_sentence_of_the_catalogue(mode: str) -> None:
    assert {MODES[mode].label, MODES[mode].explained} <= extracted().keys()


@pytest.mark.parametrize("part", ["paper", "key"])
def test_every_word_of_a_page_to_print_is_in_the_catalogue(paper: Paper, part: str) -> None:
    text = " ".join(Reader(made("html", part, paper).decode()).texts)
    assert "«" in text
    assert bare(text, paper) == set()


@pytest.mark.parametrize("part", ["paper", "key"])
def test_every_word_of_a_word_document_is_in_the_catalogue(paper: Paper, part: str) -> None:
    content = io.BytesIO(made("docx", part, paper))
    text = str(mammoth.extract_raw_text(content).value)  # type: ignore[no-untyped-call]
    assert "«" in text
    assert bare(text, paper) == set()


def test_every_word_beside_the_papers_of_a_packet_is_in_the_catalogue(paper: Paper) -> None:
    (packet,) = BUNDLES
    content = packet.render([item_set(paper)], Layout(), lambda: None)
    packed = zipfile.ZipFile(io.BytesIO(content))
    for name in ("README.txt", "LICENCE.txt"):
        text = packed.read(name).decode("utf-8-sig")
        text = " ".join(line for line in text.splitlines() if not line.startswith("  quizgen "))
        text = " ".join(part for part in text.split() if not part.endswith(("/", ".html", ".txt")))
        assert bare(text, paper) == set(), name
    page = " ".join(Reader(packed.read("SOURCES.html").decode()).texts)
    assert bare(page, paper) == set()
