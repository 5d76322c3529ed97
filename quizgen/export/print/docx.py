"""DOCX that a teacher can edit: real numbering, real headings, nothing drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.content import student_page, teacher_page
from quizgen.export.print.word import WordFile, circled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Layout
    from quizgen.export.content import Cited, Solved, SourceNote, StudentPage
    from quizgen.paper.paper import Paper

_FIELDS = (("Name", 0.45), ("Class", 0.67), ("Date", 0.85), ("Score", 0.94))
_LARGE_FIELDS = ((("Name", 0.75), ("Score", 0.91)), (("Class", 0.5), ("Date", 1.0)))
"""Words, and how far across the page the line after each goes."""


def student(paper: Paper, layout: Layout) -> bytes:
    """The student's paper with its answer sheet."""
    page = student_page(paper)
    word = WordFile(f"{page.title} · Form {page.form}", page.language, layout)
    word.paragraph(f"{page.title} · Form {page.form}", style="Title")
    _fields(word, page, layout)
    word.paragraph(f"{page.instructions} {page.opinion}", before=6)
    if page.notes:
        notes = "; ".join(note.rstrip(".") for note in page.notes)
        word.bold(
            "Before you read.",
            f"Some questions touch on hard subjects: {notes}. "
            "You may skip a question and speak to your teacher.",
        )
    for question in page.questions:
        word.paragraph(question.prompt, level=0, keep=True, before=12)
        for option in question.options:
            word.paragraph(option.text, level=1, keep=True)
        _cited(word, question.citation)
    _sources(word, "Where the questions come from", page.sources, page.credit)
    _sheet(word, page, layout)
    word.footer(page.notice, f"Paper code {page.code}")
    return word.content()


def teacher(paper: Paper, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    page = teacher_page(paper)
    word = WordFile(f"{page.title} · Form {page.form} · Key", page.language, layout)
    word.paragraph(f"{page.title} · Form {page.form} · Key", style="Title")
    word.paragraph(f"{page.notice} Questions by author: {page.balance}.", before=6)
    word.paragraph("   ".join(f"{it.number} {it.letter}" for it in page.solutions))
    for it in page.solutions:
        _solved(word, it)
    _sources(word, "Sources", page.sources, page.credit)
    word.footer(page.notice, f"Paper code {page.code}")
    return word.content()


def _solved(word: WordFile, it: Solved) -> None:
    word.bold(f"{it.number}. {it.letter}", it.prompt, before=12, keep=True)
    word.bold(it.key, "", indent=24, keep=True)
    word.paragraph(it.rationale, indent=24)
    for proof in it.evidence:
        line = word.paragraph(f"“{proof.phrase}” — ", indent=36)
        word.link(line, proof.place, proof.url)
    for letter, why in it.wrong:
        word.bold(f"Not {letter}.", why, indent=24)
    if it.context:
        reference = f" ({it.reference})" if it.reference else ""
        word.bold("Editors’ note.", it.context + reference, indent=24)
    if it.note:
        word.bold("Content note.", it.note, indent=24)
    word.paragraph(f"{it.label} · {it.about}", small=True, indent=24)


def _cited(word: WordFile, citation: Iterable[Cited]) -> None:
    line = word.paragraph(small=True, indent=24)
    for place, cited in enumerate(citation):
        word.link(line, "; " * bool(place), "", small=True)
        word.link(line, cited.text, cited.url, small=True)


def _sources(word: WordFile, heading: str, sources: Iterable[SourceNote], credit: str) -> None:
    word.paragraph(heading, style="Heading 1")
    for note in sources:
        line = word.paragraph(keep=True, before=6)
        word.link(line, note.heading, note.url).bold = True
        line.add_run(f" · {note.licence}")
        word.paragraph(f"{note.about} {note.argues}".strip())
    if credit:
        word.paragraph(credit, small=True)


def _fields(word: WordFile, page: StudentPage, layout: Layout) -> None:
    for fields in _LARGE_FIELDS if layout.large else (_FIELDS,):
        after = f" / {len(page.questions)}" if fields[-1][0] == "Score" else ""
        word.lines(fields, after)


def _sheet(word: WordFile, page: StudentPage, layout: Layout) -> None:
    """Circles in two columns, on a page of their own."""
    heading = word.paragraph(f"Answer sheet · Form {page.form}", style="Heading 1")
    heading.paragraph_format.page_break_before = True
    _fields(word, page, layout)
    half = -(-len(page.questions) // 2)
    table = word.docx.add_table(half, 2)
    for place, question in enumerate(page.questions):
        cell = table.cell(place % half, place // half)
        letters = circled("".join(option.letter for option in question.options))
        cell.paragraphs[0].add_run(f"{question.number}.").bold = True
        word.circles(cell.paragraphs[0], letters)
