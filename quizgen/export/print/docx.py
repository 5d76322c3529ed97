"""DOCX that a teacher can edit: real numbering, real headings, nothing drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.print.word import WordFile, circled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Layout
    from quizgen.export.pages import Cited, Solved, StudentPage, TeacherPage

_LINES = ((("name", 0.45), ("group", 0.67), ("date", 0.85), ("score", 0.94)),)
_LARGE_LINES = ((("name", 0.75), ("score", 0.91)), (("group", 0.5), ("date", 1.0)))
"""The blanks of each line, and how far across the page the line after each goes."""


def student(page: StudentPage, layout: Layout) -> bytes:
    """The student's paper with its answer sheet."""
    word = WordFile(page.full, page.language, layout)
    word.paragraph(page.full, style="Title")
    _blanks(word, page, layout)
    word.paragraph(f"{page.instructions} {page.opinion}", before=6)
    if page.before:
        word.bold(page.before.label, page.before.text)
    for question in page.questions:
        word.paragraph(question.prompt, level=0, keep=True, before=12)
        for option in question.options:
            word.paragraph(option.text, level=1, keep=True)
        for _ in range(question.lines):
            word.lines([("", 1.0)], "")
        _cited(word, question.citation)
    _sources(word, page)
    _sheet(word, page, layout)
    word.footer(page.notice, f"{page.code_label} {page.code}")
    return word.content()


def teacher(page: TeacherPage, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    word = WordFile(page.full, page.language, layout)
    word.paragraph(page.full, style="Title")
    word.paragraph(f"{page.notice} {page.balance.label} {page.balance.text}.", before=6)
    word.paragraph("   ".join(f"{it.number} {it.letter}" for it in page.solutions if it.letter))
    for it in page.solutions:
        _solved(word, it)
    _sources(word, page)
    word.footer(page.notice, f"{page.code_label} {page.code}")
    return word.content()


def _solved(word: WordFile, it: Solved) -> None:
    word.bold(f"{it.number}. {it.letter}".strip(), it.prompt, before=12, keep=True)
    word.bold(it.key, "", indent=24, keep=True)
    word.paragraph(it.rationale, indent=24)
    for proof in it.evidence:
        line = word.paragraph(f"“{proof.phrase}” — ", indent=36)
        word.link(line, proof.place, proof.url)
    for remark in it.remarks:
        word.bold(remark.label, remark.text, indent=24)
    word.paragraph(f"{it.label} · {it.about}", small=True, indent=24)


def _cited(word: WordFile, citation: Iterable[Cited]) -> None:
    line = word.paragraph(small=True, indent=24)
    for place, cited in enumerate(citation):
        word.link(line, "; " * bool(place), "", small=True)
        word.link(line, cited.text, cited.url, small=True)


def _sources(word: WordFile, page: StudentPage | TeacherPage) -> None:
    word.paragraph(page.sources_heading, style="Heading 1")
    for note in page.sources:
        line = word.paragraph(keep=True, before=6)
        word.link(line, note.heading, note.url).bold = True
        line.add_run(f" · {note.licence}")
        word.paragraph(f"{note.about} {note.argues}".strip())
    if page.credit:
        word.paragraph(page.credit, small=True)


def _blanks(word: WordFile, page: StudentPage, layout: Layout) -> None:
    for line in _LARGE_LINES if layout.large else _LINES:
        after = f" / {len(page.questions)}" if line[-1][0] == "score" else ""
        word.lines([(getattr(page.blanks, name), end) for name, end in line], after)


def _sheet(word: WordFile, page: StudentPage, layout: Layout) -> None:
    """Circles in two columns, on a page of their own, if there is anything to choose."""
    asked = [question for question in page.questions if question.options]
    if not asked:
        return
    heading = word.paragraph(page.sheet.full, style="Heading 1")
    heading.paragraph_format.page_break_before = True
    _blanks(word, page, layout)
    half = -(-len(asked) // 2)
    table = word.docx.add_table(half, 2)
    for place, question in enumerate(asked):
        cell = table.cell(place % half, place // half)
        letters = circled("".join(option.letter for option in question.options))
        cell.paragraphs[0].add_run(f"{question.number}.").bold = True
        word.circles(cell.paragraphs[0], letters)
