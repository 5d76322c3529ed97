"""DOCX that a teacher can edit: real numbering, real headings, nothing drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.export.print.columns import columns
from quizgen.export.print.word import WordFile, circled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgen.export import Layout
    from quizgen.export.pages import Asked, Cited, Solved, StudentPage, TeacherPage

_LINES = ((("name", 0.45), ("group", 0.67), ("date", 0.85)), (("score", 0.2),))
_COMPACT_LINES = ((("name", 0.42), ("group", 0.6), ("date", 0.79), ("score", 0.93)),)
_LARGE_LINES = ((("name", 0.95),), (("group", 0.5), ("date", 1.0)), (("score", 0.4),))
"""The blanks of each line, and how far across the page the line after each goes."""


def student(page: StudentPage, layout: Layout) -> bytes:
    """The student's paper, with its answer sheet if one is wanted."""
    word = WordFile(page.full, page.language, layout)
    word.paragraph(page.full, style="Title")
    _blanks(word, page, layout)
    word.paragraph(f"{page.instructions} {page.opinion}", before=6)
    if page.before:
        word.bold(page.before.label, page.before.text)
    for question in page.questions:
        _asked(word, question, layout)
    if layout.online:
        line = word.paragraph(f"{page.online} ", before=12)
        word.link(line, layout.online, layout.online)
    _sources(word, page, page.counted if layout.compact else "")
    if layout.sheet:
        _sheet(word, page, layout)
    word.footer(page.notice, f"{page.code_label} {page.code}")
    return word.content()


def teacher(page: TeacherPage, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    word = WordFile(page.full, page.language, layout)
    word.paragraph(page.full, style="Title")
    word.paragraph(f"{page.notice} {page.balance.label} {page.balance.text}.", before=6)
    if page.most:
        word.bold(page.most.label, page.most.text)
    if page.changed:
        word.paragraph(page.changed)
    _letters(word, [it for it in page.solutions if it.letter], 4 if layout.large else 8)
    for it in page.solutions:
        _solved(word, it)
    _sources(word, page)
    word.footer(page.notice, f"{page.code_label} {page.code}")
    return word.content()


def letters(page: TeacherPage, layout: Layout) -> bytes:
    """The letters of the key on one page."""
    word = WordFile(page.full, page.language, layout)
    word.paragraph(page.full, style="Title")
    word.paragraph(page.letters_heading, style="Heading 1")
    if page.most:
        word.bold(page.most.label, page.most.text)
    _letters(word, page.solutions, 3 if layout.large else 5)
    word.footer(f"{page.code_label} {page.code}")
    return word.content()


def _letters(word: WordFile, solutions: Sequence[Solved], across: int) -> None:
    """A table, so that no number stands apart from its letter; read down, then across."""
    if not solutions:
        return
    deep = -(-len(solutions) // across)
    table = word.table(deep, across)
    for place, it in enumerate(solutions):
        paragraph = table.cell(place % deep, place // deep).paragraphs[0]
        paragraph.add_run(f"{it.number}\u00a0")
        paragraph.add_run(it.letter or it.key).bold = True
        if it.points:
            word.link(paragraph, f" {it.points}", "", small=True)


def _asked(word: WordFile, question: Asked, layout: Layout) -> None:
    """A question: every paragraph but the last keeps with the next, so that none is split."""
    if question.section:
        heading = word.paragraph(question.section, style="Heading 1")
        heading.paragraph_format.page_break_before = question.new_page
    line = word.paragraph(question.prompt, level=0, keep=True, before=6 if layout.compact else 12)
    line.paragraph_format.page_break_before = question.new_page and not question.section
    if question.points:
        word.link(line, f" ({question.points})", "", small=True)
    across = columns(question.options) if layout.compact else 1
    under = None
    if across > 1:
        under = word.side_by_side([option.text for option in question.options], across)
    else:
        for option in question.options:
            word.paragraph(option.text, level=1, keep=True)
    for _ in range(question.lines):
        word.lines([("", 1.0)], "", keep=True)
    _cited(word, question.short if layout.compact else question.citation, under)


def _solved(word: WordFile, it: Solved) -> None:
    """An item of the key, kept together."""
    points = f" ({it.points})" if it.points else ""
    word.bold(f"{it.number}. {it.letter}".strip(), it.prompt + points, before=12, keep=True)
    word.bold(it.key, "", indent=24, keep=True)
    word.paragraph(it.rationale, indent=24, keep=True)
    for proof in it.evidence:
        line = word.paragraph(f"“{proof.phrase}” — ", indent=36, keep=True)
        word.link(line, proof.place, proof.url)
    for remark in it.remarks:
        word.bold(remark.label, remark.text, indent=24, keep=True)
    word.paragraph(f"{it.label} · {it.about}", small=True, indent=24)


def _cited(word: WordFile, citation: Iterable[Cited], under: Any = None) -> None:
    line = word.paragraph(indent=24) if under is None else word.indented(under, 24)
    for place, cited in enumerate(citation):
        word.link(line, "; " * bool(place), "", small=True)
        word.link(line, cited.text, cited.url, small=True)


def _sources(word: WordFile, page: StudentPage | TeacherPage, counted: str = "") -> None:
    """The sources once; with how paragraphs are counted, in small letters."""
    small = bool(counted)
    word.paragraph(page.sources_heading, style="Heading 1")
    for note in page.sources:
        line = word.paragraph(keep=True, before=3 if small else 6)
        if small and note.short:
            word.link(line, f"{note.short}: ", "", small=True)
        word.link(line, note.heading, note.url, small=small).bold = True
        if note.licence:
            word.link(line, f" · {note.licence}", "", small=small)
        word.paragraph(f"{note.about} {note.argues}".strip(), small=small)
    for text in filter(None, (counted, page.credit)):
        word.paragraph(text, small=True)


def _blanks(word: WordFile, page: StudentPage, layout: Layout) -> None:
    lines = _LARGE_LINES if layout.large else _COMPACT_LINES if layout.compact else _LINES
    for line in lines:
        after = f" / {page.blanks.most}" if line[-1][0] == "score" else ""
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
