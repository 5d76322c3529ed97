"""Print HTML: one file with its own style, no script, nothing fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from quizgen.export.print.columns import columns
from quizgen.export.print.html_page import document
from quizgen.export.print.qr import qr_svg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import Layout
    from quizgen.export.pages import Asked, Cited, Remark, Solved, StudentPage, TeacherPage


def student(page: StudentPage, layout: Layout) -> bytes:
    """The student's paper with its answer sheet."""
    body = f"""\
<header><h1>{escape(page.title)}</h1>{_badge(page)}</header>
{_blanks(page)}
<p dir=auto>{escape(page.instructions)} {escape(page.opinion)}</p>
{f"<div class=panel>{_remark(page.before)}</div>" if page.before else ""}
<ol class=questions>
{"".join(_asked(asked, layout) for asked in page.questions)}</ol>
{_online(page, layout)}
{_sources(page, page.counted if layout.compact else "")}
{_footer(page)}
{_sheet(page) if layout.sheet else ""}"""
    return document(page.language, page.full, body, layout, _foot(page), layout.compact)


def teacher(page: TeacherPage, layout: Layout) -> bytes:
    """The key with reasons and sources."""
    lettered = [it for it in page.solutions if it.letter]
    keys = "".join(f"<li>{it.number} <strong>{it.letter}</strong>" for it in lettered)
    body = f"""\
<header><div><h1>{escape(page.title)}</h1>{escape(page.heading)}</div>{_badge(page)}</header>
<p>{escape(page.notice)}<br>{escape(page.balance.label)} {escape(page.balance.text)}</p>
{f"<p>{_remark(page.most)}</p>" if page.most else ""}
{f"<p>{escape(page.changed)}</p>" if page.changed else ""}
<ol class="panel keys">{keys}</ol>
<ol class="questions solved">
{"".join(map(_solved, page.solutions))}</ol>
{_sources(page)}
{_footer(page)}"""
    return document(page.language, page.full, body, layout, _foot(page))


def letters(page: TeacherPage, layout: Layout) -> bytes:
    """The letters of the key on one page."""
    heading = f"<h1>{escape(page.title)}</h1>{escape(page.letters_heading)}"
    keys = "".join(
        f"<li>{it.number} <strong>{escape(it.letter or it.key)}</strong>"
        f" <span class=small>{escape(it.points)}</span>"
        for it in page.solutions
    )
    body = f"""\
<header><div>{heading}</div>{_badge(page)}</header>
{f"<p>{_remark(page.most)}</p>" if page.most else ""}
<ol class=keys>{keys}</ol>"""
    return document(page.language, page.full, body, layout, _foot(page))


def _badge(page: StudentPage | TeacherPage) -> str:
    return f"<div class=form>{escape(page.form_label)} <b>{page.form}</b></div>"


def _blanks(page: StudentPage) -> str:
    blanks = page.blanks
    words = (blanks.name, blanks.group, blanks.date)
    spans = "".join(f"<span>{escape(word)}</span>" for word in words)
    score = f"<span class=score>{escape(blanks.score)} <b></b> / {blanks.most}</span>"
    return f"<div class=fields>{spans}{score}</div>"


def _asked(asked: Asked, layout: Layout) -> str:
    options = "".join(f"<li dir=auto>{escape(option.text)}" for option in asked.options)
    side = f" by{columns(asked.options)}" if layout.compact and options else ""
    answer = f'<ol class="options{side}">{options}</ol>' if options else _lines(asked)
    section = f"<h2>{escape(asked.section)}</h2>" if asked.section else ""
    points = f" <span class=small>({escape(asked.points)})</span>" if asked.points else ""
    cited = _cited(asked.short if layout.compact else asked.citation)
    return (
        f"<li{' class=anew' if asked.new_page else ''}>{section}"
        f"<span class=number>{asked.number}.</span><p dir=auto>{escape(asked.prompt)}{points}</p>"
        f"{answer}<p class=cite>{cited}</p>\n"
    )


def _lines(asked: Asked) -> str:
    return "<p class=line></p>" * asked.lines


def _online(page: StudentPage, layout: Layout) -> str:
    """Where a class can practise, as a picture and as an address."""
    if not layout.online:
        return ""
    link = _linked(layout.online, layout.online)
    return f"<div class=online>{qr_svg(layout.online)}<p>{escape(page.online)} {link}</p></div>"


def _sheet(page: StudentPage) -> str:
    """The page with the circles, if there is anything to choose."""
    asked = [question for question in page.questions if question.options]
    if not asked:
        return ""
    heading = f"<h2>{escape(page.sheet.heading)}</h2>"
    return f"""\
<section class=sheet>
<header><div>{heading}{escape(page.title)}</div>{_badge(page)}</header>
{_blanks(page)}
<p>{escape(page.sheet.how)}</p>
<ol class=bubbles>
{"".join(map(_bubbles, asked))}</ol>
</section>"""


def _bubbles(asked: Asked) -> str:
    circles = "".join(f"<i>{option.letter}</i>" for option in asked.options)
    return f"<li><b>{asked.number}</b>{circles}\n"


def _solved(it: Solved) -> str:
    points = f" <span class=small>({escape(it.points)})</span>" if it.points else ""
    parts = [f"<p>{escape(it.prompt)}{points}<br><strong>{escape(it.key)}</strong></p>"]
    parts.append(f"<p>{escape(it.rationale)}</p>")
    parts += [
        f"<blockquote>“{escape(proof.phrase)}” "
        f"<span class=small>{_linked(proof.place, proof.url)}</span></blockquote>"
        for proof in it.evidence
    ]
    parts += [f"<p>{_remark(remark)}</p>" for remark in it.remarks]
    parts.append(f"<p class=small>{escape(it.label)} · {escape(it.about)}</p>")
    number = f"<span class=number>{it.number}. {it.letter}".rstrip() + "</span>"
    return f"<li>{number}{''.join(parts)}\n"


def _remark(remark: Remark) -> str:
    return f"<strong>{escape(remark.label)}</strong> {escape(remark.text)}"


def _cited(citation: Iterable[Cited]) -> str:
    return "; ".join(_linked(cited.text, cited.url) for cited in citation)


def _linked(words: str, url: str) -> str:
    if not url:
        return escape(words)
    return f'<a href="{escape(url)}" rel="external noreferrer">{escape(words)}</a>'


def _sources(page: StudentPage | TeacherPage, counted: str = "") -> str:
    notes = "".join(
        f"<p>{escape(f'{note.short}: ') if counted and note.short else ''}"
        f"<strong>{_linked(note.heading, note.url)}</strong>"
        f"{escape(f' · {note.licence}' if note.licence else '')}<br>"
        f"{escape(f'{note.about} {note.argues}'.strip())}</p>"
        for note in page.sources
    )
    notes += f"<p class=small>{escape(counted)}</p>" if counted else ""
    notes += f"<p class=small>{escape(page.credit)}</p>" if page.credit else ""
    heading = f"<h2>{escape(page.sources_heading)}</h2>"
    return f'<section class="panel sources">{heading}{notes}</section>'


def _foot(page: StudentPage | TeacherPage) -> str:
    """What tells a sheet that was torn off from those of another form."""
    return f"{page.form_name} · {page.code_label} {page.code}"


def _footer(page: StudentPage | TeacherPage) -> str:
    code = f"{escape(page.code_label)} <code>{page.code}</code>"
    return f"<footer>{escape(page.notice)}<br>{code}</footer>"
