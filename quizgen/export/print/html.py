"""Print HTML: one file with its own style, no script, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizgen.export.content import student_page, teacher_page
from quizgen.export.print.html_page import document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Layout
    from quizgen.export.content import Asked, Cited, Solved, SourceNote, StudentPage, TeacherPage
    from quizgen.paper.paper import Paper


def student(paper: Paper, layout: Layout) -> bytes:
    """The student's paper with its answer sheet."""
    page = student_page(paper)
    notes = "; ".join(note.rstrip(".") for note in page.notes)
    before = (
        "<div class=panel><strong>Before you read.</strong> Some questions touch on hard subjects:"
        f" {escape(notes)}. You may skip a question and speak to your teacher.</div>"
    )
    body = f"""\
<header><h1>{escape(page.title)}</h1>{_badge(page)}</header>
{_fields(page)}
<p>{escape(page.instructions)} {escape(page.opinion)}</p>
{before if page.notes else ""}
<ol class=questions>
{"".join(map(_asked, page.questions))}</ol>
{_sources("Where the questions come from", page.sources, page.credit)}
{_footer(page)}
<section class=sheet>
<header><div><h2>Answer sheet</h2>{escape(page.title)}</div>{_badge(page)}</header>
{_fields(page)}
<p>Fill in one circle for each question. Erase fully what you change.</p>
<ol class=bubbles>
{"".join(map(_bubbles, page.questions))}</ol>
</section>"""
    return document(page.language, f"{page.title} · Form {page.form}", body, layout, _foot(page))


def teacher(paper: Paper, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    page = teacher_page(paper)
    keys = "".join(f"<li>{it.number} <strong>{it.letter}</strong>" for it in page.solutions)
    body = f"""\
<header><h1>{escape(page.title)}: answer key</h1>{_badge(page)}</header>
<p>{escape(page.notice)}<br>Questions by author: {escape(page.balance)}</p>
<ol class="panel keys">{keys}</ol>
<ol class="questions solved">
{"".join(map(_solved, page.solutions))}</ol>
{_sources("Sources", page.sources, page.credit)}
{_footer(page)}"""
    title = f"{page.title} · Form {page.form} · Key"
    return document(page.language, title, body, layout, _foot(page))


def _badge(page: StudentPage | TeacherPage) -> str:
    return f"<div class=form>Form <b>{page.form}</b></div>"


def _fields(page: StudentPage) -> str:
    spans = "".join(f"<span>{name}</span>" for name in ("Name", "Class", "Date"))
    score = f"<span class=score>Score <b></b> / {len(page.questions)}</span>"
    return f"<div class=fields>{spans}{score}</div>"


def _asked(asked: Asked) -> str:
    options = "".join(f"<li>{escape(option.text)}" for option in asked.options)
    return (
        f"<li><span class=number>{asked.number}.</span><p dir=auto>{escape(asked.prompt)}</p>"
        f"<ol class=options>{options}</ol><p class=cite>{_cited(asked.citation)}</p>\n"
    )


def _bubbles(asked: Asked) -> str:
    circles = "".join(f"<i>{option.letter}</i>" for option in asked.options)
    return f"<li><b>{asked.number}</b>{circles}\n"


def _solved(it: Solved) -> str:
    parts = [f"<p>{escape(it.prompt)}<br><strong>{escape(it.key)}</strong></p>"]
    parts.append(f"<p>{escape(it.rationale)}</p>")
    parts += [
        f"<blockquote>“{escape(proof.phrase)}” "
        f"<span class=small>{_linked(proof.place, proof.url)}</span></blockquote>"
        for proof in it.evidence
    ]
    parts += [f"<p><strong>Not {letter}.</strong> {escape(why)}</p>" for letter, why in it.wrong]
    if it.context:
        reference = f" ({it.reference})" if it.reference else ""
        parts.append(f"<p><strong>Editors’ note.</strong> {escape(it.context + reference)}</p>")
    if it.note:
        parts.append(f"<p><strong>Content note.</strong> {escape(it.note)}</p>")
    parts.append(f"<p class=small>{escape(it.label)} · {escape(it.about)}</p>")
    number = f"<span class=number>{it.number}. {it.letter}</span>"
    return f"<li>{number}{''.join(parts)}\n"


def _cited(citation: Iterable[Cited]) -> str:
    return "; ".join(_linked(cited.text, cited.url) for cited in citation)


def _linked(words: str, url: str) -> str:
    if not url:
        return escape(words)
    return f'<a href="{escape(url)}" rel="external noreferrer">{escape(words)}</a>'


def _sources(heading: str, sources: Iterable[SourceNote], credit: str) -> str:
    notes = "".join(
        f"<p><strong>{_linked(note.heading, note.url)}</strong> · {escape(note.licence)}"
        f"<br>{escape(f'{note.about} {note.argues}'.strip())}</p>"
        for note in sources
    )
    notes += f"<p class=small>{escape(credit)}</p>" if credit else ""
    return f'<section class="panel sources"><h2>{heading}</h2>{notes}</section>'


def _foot(page: StudentPage | TeacherPage) -> str:
    """What tells a sheet that was torn off from those of another form."""
    return f"Form {page.form} · Paper code {page.code}"


def _footer(page: StudentPage | TeacherPage) -> str:
    return f"<footer>{escape(page.notice)}<br>Paper code <code>{page.code}</code></footer>"
