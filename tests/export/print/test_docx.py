from __future__ import annotations

import io
import re
import sys
import time
import zipfile
from html import unescape
from typing import TYPE_CHECKING

import mammoth
import pytest
from docx import Document
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm

from quizgen.errors import QuizgenError
from quizgen.export import Layout
from tests.export.conftest import HOSTILE, made

if TYPE_CHECKING:
    from quizgen.paper.paper import Paper


def html(content: bytes) -> str:
    """As another program reads it."""
    result = mammoth.convert_to_html(io.BytesIO(content))  # type: ignore[no-untyped-call]
    return str(result.value)


def text(content: bytes) -> str:
    result = mammoth.extract_raw_text(io.BytesIO(content))  # type: ignore[no-untyped-call]
    return str(result.value)


def test_a_student_reads_all_questions_with_their_authors(paper: Paper) -> None:
    content = made("docx", "paper", paper)
    read = text(content)
    for item in paper.items:
        claim = item.question.claim
        assert item.question.prompt in read
        assert all(option in read for option in item.options)
        assert all(cited.short in read for cited in claim.citations)
        assert item.question.rationale not in read
    roomy = text(made("docx", "paper", paper, Layout(roomy=True)))
    assert all(cited.text in roomy for it in paper.items for cited in it.question.claim.citations)
    content = made("docx", "paper", paper, Layout(roomy=True, sheet=True))
    assert html(content).count("<ol>") == 2 * 20  # a question, and its options under it
    assert "<h1>Answer sheet" in html(content)


def test_the_key_tells_why_and_where(paper: Paper) -> None:
    read = text(made("docx", "key", paper))
    for item in paper.items:
        assert f"{item.number}. {item.key} {item.question.prompt}" in read
        assert item.question.rationale in read
        assert all(f"“{piece.quote}”" in read for piece in item.question.claim.evidence)


def links(content: bytes) -> set[str]:
    return set(re.findall(r'<a href="([^"]*)"', html(content)))


def test_a_student_is_led_to_the_essays_and_a_teacher_to_the_very_words(paper: Paper) -> None:
    essays = {source.url for source in paper.sources if source.url}
    assert links(made("docx", "paper", paper)) == essays
    claims = [item.question.claim for item in paper.items]
    pieces = [claim.cite(piece) for claim in claims for piece in claim.evidence]
    assert {unescape(link) for link in links(made("docx", "key", paper))} == essays | {
        cited.url for cited in pieces if cited.url
    }


def test_hostile_words_stand_literally(hostile: Paper) -> None:
    read, key = text(made("docx", "paper", hostile)), text(made("docx", "key", hostile))
    for words in HOSTILE:
        assert f"what is {words}?" in read
        assert f"key {words}" in key
    assert "#title <i> & more" in unescape(read)
    assert read.count("word ") == 398


SHEETS = [Layout(sheet=True), Layout(roomy=True, sheet=True), Layout("a4", True, sheet=True)]


@pytest.mark.parametrize("layout", SHEETS)
def test_the_lines_to_write_on_fit_the_page(paper: Paper, layout: Layout) -> None:
    """Drawn by tabs in order, and none beyond the margin, where it would wrap."""
    document = Document(io.BytesIO(made("docx", "paper", paper, layout)))
    section = document.sections[0]
    assert section.page_width
    width = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    written = [p for p in document.paragraphs if p.paragraph_format.tab_stops]
    for word in ("Name", "Class", "Date", "Score"):
        assert sum(word in p.text for p in written) == 2  # on the paper and on the answer sheet
    for paragraph in written:
        stops = [*paragraph.paragraph_format.tab_stops]
        assert len(stops) == paragraph.text.count("\t")
        ends = [stop.position for stop in stops]
        assert ends == sorted(ends)
        assert ends[-1] <= width
        starts = [0, *ends[:-1]]
        assert min(end - start for start, end in zip(starts, ends, strict=True)) > Mm(20)
        assert {stop.leader for stop in stops} == {WD_TAB_LEADER.LINES}


def test_large_print_is_large_in_every_line(paper: Paper) -> None:
    document = Document(io.BytesIO(made("docx", "paper", paper, Layout("a4", True))))
    foot = document.sections[0].footer.paragraphs
    runs = [run for paragraph in [*document.paragraphs, *foot] for run in paragraph.runs]
    assert {run.font.size.pt for run in runs if run.font.size} == {18.0}
    assert document.styles["Normal"].font.size.pt == 18


@pytest.mark.parametrize("layout", [Layout(), Layout("a4", True)])
def test_two_figures_fit_before_a_question(paper: Paper, layout: Layout) -> None:
    """Else the words of questions 1 and 10 begin at different places."""
    document = Document(io.BytesIO(made("docx", "paper", paper, layout)))
    list_of_ours = document.part.numbering_part.element.findall(f".//{qn('w:lvl')}")[:2]
    size = 18 if layout.large else 10
    for level, widest in zip(list_of_ours, (2.2, 1.5), strict=True):  # “20.” and “D.” in ems
        (indent,) = level.iter(qn("w:ind"))
        assert int(indent.get(qn("w:hanging"))) / 20 >= size * widest - 1
    claim = paper.items[0].question.claim
    if not layout.large:  # beside the options, in their table
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert any(claim.short_citation in text for text in cells)
        return
    cited = next(p for p in document.paragraphs if p.text == claim.citation)
    assert cited.paragraph_format.left_indent
    assert abs(cited.paragraph_format.left_indent.pt - size * 480 / 220) < 1.5


def test_the_bytes_do_not_depend_on_the_clock(paper: Paper) -> None:
    first = made("docx", "paper", paper)
    time.sleep(2.1)  # a zip counts two seconds
    assert made("docx", "paper", paper) == first


def test_the_properties_hold_title_and_language_and_nothing_else(paper: Paper) -> None:
    archive = zipfile.ZipFile(io.BytesIO(made("docx", "paper", paper, Layout("a4", True))))
    core = archive.read("docProps/core.xml").decode()
    assert "NATO in three essays · Form A</dc:title>" in core
    assert ">en</dc:language>" in core
    assert "python-docx" not in core
    document = archive.read("word/document.xml").decode()
    assert 'w:w="11906"' in document
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    every = b"".join(map(archive.read, archive.namelist())).decode("utf-8", "replace")
    assert not any(item.question.rationale in every for item in paper.items)


def test_without_python_docx_it_says_what_to_install(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(QuizgenError, match=r"pip install 'quizgen\[office\]'"):
        made("docx", "paper", paper)
