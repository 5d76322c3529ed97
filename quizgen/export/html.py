"""Print HTML: one file with its own style, no script, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizgen.export.content import student_page, teacher_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Layout
    from quizgen.export.content import Asked, Solved, SourceNote, StudentPage, TeacherPage
    from quizgen.quiz.paper import Paper

_STYLE = """\
@page { size: PAGE; margin: 18mm 18mm 20mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: SIZE/1.45 Georgia, "Times New Roman", serif; color: #222; background: #fff;
  max-width: 46em; margin: 2em auto; padding: 0 1.5em; overflow-wrap: anywhere }
header { display: flex; justify-content: space-between; align-items: center; gap: 1em }
h1 { font-size: 1.75em; line-height: 1.2; margin: 0 }
h2 { font-size: 1.15em; margin: 0 0 .5em }
.form { border: 1.5px solid; border-radius: 4px; padding: .2em .7em; white-space: nowrap }
.form b { font-size: 1.4em }
.fields { display: flex; flex-wrap: wrap; gap: .4em 1.2em; margin: 1.4em 0 1em }
.fields span { flex: 1 1 9em; border-bottom: 1px solid #444; padding-top: .6em; color: #555 }
.fields span:first-child { flex-grow: 3 }
.panel { border: 1px solid #aaa; border-radius: 4px; padding: .8em 1em; margin: 1em 0 }
.questions { list-style: none; padding: 0 }
.questions > li { position: relative; padding-left: 2.3em; margin: 1.5em 0; break-inside: avoid }
.number { position: absolute; left: 0; font-weight: bold }
.questions p { margin: 0 0 .35em }
.options { list-style: upper-alpha; margin: .3em 0; padding-left: 1.6em }
.options li { padding-left: .3em; margin: .2em 0 }
.cite, .small { font-size: .8em; color: #555 }
.cite { font-style: italic }
blockquote { margin: .5em 0; padding-left: .8em; border-left: 2px solid #aaa }
.sources p { margin: .6em 0 }
footer { border-top: 1px solid #aaa; margin-top: 2em; padding-top: .4em; font-size: .8em }
.sheet { break-before: page; padding-top: 1em }
.bubbles { columns: 2; list-style: none; padding: 0; max-width: 32em }
.bubbles li { break-inside: avoid; margin: 0 0 .5em; white-space: nowrap }
.bubbles b { display: inline-block; width: 2.2em; text-align: right; margin-right: .8em }
.bubbles i { display: inline-block; width: 1.7em; height: 1.7em; margin-right: .45em;
  border: 1px solid #333; border-radius: 50%; text-align: center; font: .85em/1.55em sans-serif }
.keys { columns: 5; list-style: none; padding: 0; margin: 0 }
@media print { body { max-width: none; margin: 0; padding: 0 } }
"""


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
{_sources("Where the questions come from", page.sources)}
{_footer(page)}
<section class=sheet>
<header><h2>Answer sheet</h2>{_badge(page)}</header>
{_fields(page)}
<p>Fill in one circle for each question. Erase fully what you change.</p>
<ol class=bubbles>
{"".join(map(_bubbles, page.questions))}</ol>
</section>"""
    return _document(page, f"{page.title} · Form {page.form}", body, layout)


def teacher(paper: Paper, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    page = teacher_page(paper)
    keys = "".join(f"<li>{it.number} <strong>{it.letter}</strong>" for it in page.solutions)
    body = f"""\
<header><h1>{escape(page.title)}: answer key</h1>{_badge(page)}</header>
<p>{escape(page.notice)}<br>Questions by author: {escape(page.balance)}</p>
<ol class="panel keys">{keys}</ol>
<ol class=questions>
{"".join(map(_solved, page.solutions))}</ol>
{_sources("Sources", page.sources)}
{_footer(page)}"""
    return _document(page, f"{page.title} · Form {page.form} · Key", body, layout)


def _document(page: StudentPage | TeacherPage, title: str, body: str, layout: Layout) -> bytes:
    style = _STYLE.replace("PAGE", "A4" if layout.page == "a4" else "letter")
    style = style.replace("SIZE", "18pt" if layout.large else "11.5pt")
    return f"""\
<!doctype html>
<html lang="{escape(page.language)}">
<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<title>{escape(title)}</title>
<style>
{style}</style>
<main>
{body}
</main>
</html>
""".encode()


def _badge(page: StudentPage | TeacherPage) -> str:
    return f"<div class=form>Form <b>{page.form}</b></div>"


def _fields(page: StudentPage) -> str:
    score = f"Score / {len(page.questions)}"
    spans = "".join(f"<span>{name}</span>" for name in ("Name", "Class", "Date", score))
    return f"<div class=fields>{spans}</div>"


def _asked(asked: Asked) -> str:
    options = "".join(f"<li>{escape(option.text)}" for option in asked.options)
    return (
        f"<li><span class=number>{asked.number}.</span><p dir=auto>{escape(asked.prompt)}</p>"
        f"<ol class=options>{options}</ol><p class=cite>{escape(asked.citation)}</p>\n"
    )


def _bubbles(asked: Asked) -> str:
    circles = "".join(f"<i>{option.letter}</i>" for option in asked.options)
    return f"<li><b>{asked.number}</b>{circles}\n"


def _solved(it: Solved) -> str:
    parts = [f"<p>{escape(it.prompt)}<br><strong>{escape(it.key)}</strong></p>"]
    parts.append(f"<p>{escape(it.rationale)}</p>")
    parts += [
        f"<blockquote>“{escape(phrase)}” <span class=small>{escape(place)}</span></blockquote>"
        for phrase, place in it.evidence
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


def _sources(heading: str, sources: Iterable[SourceNote]) -> str:
    notes = "".join(
        f"<p><strong>{escape(note.heading)}</strong> · {escape(note.licence)}"
        f"<br>{escape(f'{note.about} {note.argues}'.strip())}</p>"
        for note in sources
    )
    return f'<section class="panel sources"><h2>{heading}</h2>{notes}</section>'


def _footer(page: StudentPage | TeacherPage) -> str:
    return f"<footer>{escape(page.notice)}<br>Paper code <code>{page.code}</code></footer>"
