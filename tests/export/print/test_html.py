from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from quizgen.export import Layout
from quizgen.export.print.html_page import document
from tests.export.conftest import HOSTILE, made

if TYPE_CHECKING:
    from quizgen.paper.paper import Paper


class _Reader(HTMLParser):
    """The texts and the tags of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.links: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag == "a":
            self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_student_reads_all_questions_with_their_authors(paper: Paper) -> None:
    page = _Reader(made("html", "paper", paper))
    for item in paper.items:
        assert item.question.prompt in page.texts
        assert all(option in page.texts for option in item.options)
    assert paper.code in page.texts
    assert page.tags.count("h1") == 1
    assert not {"script", "link", "img"} & set(page.tags)
    assert not {"src", "style"} & set(page.attributes)
    assert set(page.links) == {source.url for source in paper.sources if source.url}


def test_a_student_finds_no_key(paper: Paper) -> None:
    page = made("html", "paper", paper).decode()
    for item in paper.items:
        assert escape(item.question.rationale) not in page
        assert item.question.id not in page


def test_the_key_tells_why_and_where(paper: Paper) -> None:
    page = made("html", "key", paper).decode()
    for item in paper.items:
        assert escape(item.question.rationale) in page
        for piece in item.question.claim.evidence:
            assert escape(piece.quote) in page
            assert escape(f"{piece.source.author}, “{piece.source.title}”") in page


def test_the_key_leads_to_the_very_words(paper: Paper) -> None:
    links = set(_Reader(made("html", "key", paper)).links)
    for item in paper.items:
        claim = item.question.claim
        for piece in claim.evidence:
            assert not piece.source.url or claim.cite(piece).url in links
    assert any("#:~:text=" in link for link in links)


@pytest.mark.parametrize("part", ["paper", "key"])
def test_large_print_is_large_in_every_line(paper: Paper, part: str) -> None:
    """In the foot of each sheet too, which only a printer shows; nothing else has points."""
    page = made("html", part, paper, Layout("a4", True)).decode()
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert re.findall(r"([\d.]+)pt", style) == ["18"] * 3
    sizes = re.findall(r"font(?:-size)?: ([\d.]+)em", style)
    assert sizes
    assert min(map(float, sizes)) >= 1
    assert "italic" not in style
    assert re.findall(r"([\d.]+)pt", made("html", part, paper, Layout(roomy=True)).decode()) == [
        "8",
        "8",
        "11.5",
    ]


def test_the_foot_of_a_sheet_holds_any_sign() -> None:
    page = document("en", "t", "", Layout(), 'Form "A" } \\').decode()
    assert 'content: "Form \\22 A\\22  \\7d  \\5c "' in page


def test_hostile_words_stand_literally(hostile: Paper) -> None:
    page = _Reader(made("html", "paper", hostile, Layout("a4", True)))
    for words in HOSTILE:
        assert any(text.endswith(f"what is {words}?") for text in page.texts)
    assert "#title <i> & more" in page.texts
    assert not {"script", "i ", "b>"} & set(page.tags)
