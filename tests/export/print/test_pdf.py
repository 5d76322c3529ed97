from __future__ import annotations

import io
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdf
import pytest

from quizgen.errors import QuizgenError
from quizgen.export import Layout, item_set
from quizgen.export.print import pdf
from quizgen.paper.blueprint import Blueprint
from quizgen.paper.paper import make_quiz
from tests.export.conftest import HOSTILE, made
from tests.paper.made_up import bank, question

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgen.export import Audience
    from quizgen.paper.paper import Paper

    Poppler = Callable[..., str]

LAYOUTS = [Layout(), Layout("a4"), Layout(roomy=True), Layout("a4", True), Layout("letter", True)]


def plain(text: str) -> str:
    """Without spaces, which a line's end adds, and hyphens, which pdftotext takes away there."""
    return re.sub(r"[\s-]+", "", text)


def test_a_student_reads_all_questions_with_their_authors(paper: Paper, poppler: Poppler) -> None:
    text = poppler("pdftotext", made("pdf", "paper", paper, Layout(sheet=True)))
    words = plain(text)
    for item in paper.items:
        assert plain(item.question.prompt) in words
        for cited in item.question.claim.citations:
            assert plain(cited.short) in words
        for option in item.options:
            assert plain(option) in words
    assert "Items ask what a named author claims" in text
    assert paper.code in text
    assert "Answer sheet" in text


def links(content: bytes) -> set[str]:
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", [])]
    return {str(note["/A"]["/URI"]) for note in notes}


def test_a_student_is_led_to_the_essays_and_a_teacher_to_the_very_words(paper: Paper) -> None:
    essays = {source.url for source in paper.sources if source.url}
    assert links(made("pdf", "paper", paper)) == essays
    claims = [item.question.claim for item in paper.items]
    pieces = [claim.cite(piece) for claim in claims for piece in claim.evidence]
    words = {cited.url for cited in pieces if cited.url}
    assert links(made("pdf", "key", paper)) == essays | words


def test_a_student_finds_no_key(paper: Paper, poppler: Poppler) -> None:
    content = made("pdf", "paper", paper)
    text = plain(poppler("pdftotext", content))
    for item in paper.items:
        assert plain(item.question.rationale) not in text
        assert item.question.id not in text
    reader = pypdf.PdfReader(io.BytesIO(content))
    assert reader.metadata is not None
    assert set(reader.metadata) <= {"/Title", "/Creator"}
    assert reader.metadata.title == "NATO in three essays · Form A"
    assert not any(item.question.rationale.encode() in content for item in paper.items)
    assert reader.attachments == {}


def test_what_a_student_gets_depends_on_no_key() -> None:
    """The same options with another one as the key give the same bytes but for the code."""
    one = question("c", key="b", wrong=("a", "c", "d"))
    other = question("c", key="d", wrong=("c", "a", "b"))
    papers = [make_quiz(bank(q), Blueprint(1), "1").papers[0] for q in (one, other)]
    first, second = (made("pdf", "paper", replace(p, code="X")) for p in papers)
    assert first == second


def test_the_key_tells_why_and_where(paper: Paper, poppler: Poppler) -> None:
    text = plain(poppler("pdftotext", made("pdf", "key", paper)))
    for item in paper.items:
        claim = item.question.claim
        assert plain(item.question.rationale) in text
        assert plain(item.question.prompt) in text
        for piece in claim.evidence:
            assert plain(f"“{piece.quote}”") in text
        assert plain(claim.context) in text
        assert plain(item.question.id) in text
    assert plain("Theirs is not the only view") in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("part", ["paper", "key"])
def test_it_is_tagged_with_title_language_and_fonts(
    paper: Paper, poppler: Poppler, layout: Layout, part: str
) -> None:
    content = made("pdf", part, paper, layout)
    info = poppler("pdfinfo", content)
    assert re.search(r"^Tagged: +yes$", info, re.MULTILINE)
    assert re.search(r"^Title: +NATO in three essays · Form A", info, re.MULTILINE)
    assert ("595.276 x 841.89" if layout.page == "a4" else "612 x 792") in info
    assert "CreationDate" not in info
    fonts = poppler("pdffonts", content).splitlines()[2:]
    assert fonts
    for line in fonts:
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, Unicode
    catalog = pypdf.PdfReader(io.BytesIO(content)).root_object
    assert str(catalog["/Lang"]) == "en"
    assert "/StructTreeRoot" in catalog


@pytest.mark.parametrize("part", ["paper", "key"])
def test_a_checker_of_pdf_ua_finds_nothing(paper: Paper, tmp_path: Path, part: str) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(made("pdf", part, paper))
    checker = Path(sys.executable).with_name("pdfua")
    command = [str(checker), "check", "--min-severity", "warning", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_question_is_split(paper: Paper, poppler: Poppler, layout: Layout) -> None:
    layout = replace(layout, sheet=True)
    pages = poppler("pdftotext", made("pdf", "paper", paper, layout)).split("\f")
    for item in paper.items:
        claim = item.question.claim
        cited = claim.short_citation if layout.compact else claim.citation
        whole = [item.question.prompt, *item.options, cited]
        assert any(all(plain(text) in plain(page) for text in whole) for page in pages)
    sheet = next(page for page in pages if "Answer sheet" in page)
    assert all(word in sheet for word in ("Name", paper.code))


def test_large_print_is_large_in_every_line(paper: Paper, poppler: Poppler) -> None:
    """A word of 18 points in the serif letter is 20.5 points high as poppler sees it."""
    large = Layout("a4", True)
    for name, part in (("pdf", "paper"), ("pdf", "key"), ("cards", "cards")):
        content = made(name, part, paper, large)
        found = re.findall(
            r'<word [^>]*yMin="([\d.]+)"[^>]*yMax="([\d.]+)">(.*?)<',
            poppler("pdftotext", content, "-bbox"),
        )
        heights = {
            word: float(bottom) - float(top) for top, bottom, word in found if word != paper.code
        }  # the code is set in another letter, which is less high
        assert len(heights) > 100
        assert min(heights.values()) > 20.4, min(heights, key=heights.__getitem__)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_hostile_words_print_literally(hostile: Paper, poppler: Poppler, layout: Layout) -> None:
    text = plain(poppler("pdftotext", made("pdf", "paper", hostile, layout)))
    key = plain(poppler("pdftotext", made("pdf", "key", hostile, layout)))
    for words in HOSTILE[:3]:
        assert plain(f"what is {words}?") in text
        assert plain(f"key {words}") in key
    assert plain("#title <i> & more") in text
    assert plain("Do *this* & <that>.") in text
    assert text.count("word") == key.count("word") == 398
    assert all(character in text for character in plain("שלום"))


def test_a_sign_that_no_font_has_is_refused_with_its_place() -> None:
    paper = make_quiz(bank(question("c", wrong=("a bus 🚌", "b", "c"))), Blueprint(1), "1").papers[
        0
    ]
    with pytest.raises(QuizgenError, match="no sign for '🚌' \\(U\\+1F68C\\)") as error:
        made("pdf", "paper", paper)
    assert error.value.problems[0].file == "question 1: options text"


def test_without_typst_it_says_what_to_install(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    pdf._compiler.cache_clear()
    with pytest.raises(QuizgenError, match=r"pip install 'quizgen\[pdf\]'"):
        made("pdf", "paper", paper)


def test_two_threads_may_print_at_once(paper: Paper) -> None:
    """The site has two; the compiler itself refuses the second."""
    with ThreadPoolExecutor(4) as pool:
        files = list(pool.map(lambda _: made("pdf", "paper", paper), range(12)))
    assert set(files) == {made("pdf", "paper", paper)}


@pytest.mark.parametrize("audience", ["student", "teacher"])
def test_the_pictures_are_those_of_its_pages(paper: Paper, audience: Audience) -> None:
    file = made("pdf", "paper" if audience == "student" else "key", paper, Layout("a4"))
    pictures = pdf.pictures(item_set(paper), Layout("a4"), audience)
    assert len(pictures) == len(pypdf.PdfReader(io.BytesIO(file)).pages)
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
