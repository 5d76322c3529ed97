"""What a teacher reads first in a packet: what is what, the essays, and whose they are."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import quizgen
from quizgen.export.content import NOT_THE_ONLY_VIEW, credit
from quizgen.export.print.html_page import document
from quizgen.paper.paper import Heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.bank.source import Source
    from quizgen.export import Layout
    from quizgen.paper.paper import Paper


def readme(papers: Sequence[Paper], layout: Layout) -> bytes:
    """What is what, and how to make a form again."""
    first = papers[0]
    title = f"{first.title}: teacher’s packet"
    options = f"--page {layout.page}" + " --large-print" * layout.large
    forms = "\n".join(
        f"  Form {paper.form}, {len(paper.items)} questions:\n"
        f"  quizgen quiz --code {paper.code} --to pdf {options} -o again"
        for paper in papers
    )
    return _text(f"""\
{title}
{"=" * len(title)}

students/      the papers to hand out, each with its answer sheet: PDF to print, DOCX to edit,
               HTML for a browser. They hold no key.
teacher/       the keys, with reasons and the place in the essay. manifest.json lists the
               questions of each form, and every file with its size and SHA-256.
SOURCES.html   the essays: author, outlet, date, genre, licence, and what each argues
LICENCE.txt    whose words these are

Keep teacher/ to yourself until the papers are in. Whoever has the code of a paper, quizgen and
the bank can make the key: if your students have them, cut the code off.

Make a form again
-----------------
{forms}

Name the folder of the bank after “quiz” unless it is the bank that comes with quizgen.
{_heading(first.heading)}
Made with quizgen {quizgen.__version__} from the bank “{first.bank.title}” ({first.bank.id}).
{credit(first.bank)}
""")


def _heading(heading: Heading) -> str:
    """The words that a teacher chose: the code does not hold them."""
    usual = Heading()
    lines = [
        f"  {option:<16}{text}\n"
        for option, text, unchanged in (
            ("--title", heading.title, usual.title),
            ("--instructions", heading.instructions, usual.instructions),
        )
        if text != unchanged
    ]
    return "".join(["Give the words of the heading again:\n", *lines]) if lines else ""


def licence(papers: Sequence[Paper]) -> bytes:
    """Whose words the papers hold and on what terms, as the bank states them."""
    bank = papers[0].bank
    essays = "\n\n".join(
        f"- {bank.patterns.essay_of(source)}\n  Licence: {source.licence}"
        + (f"\n  {source.url}" if source.url else "")
        for source in _sources(papers)
    )
    return _text(f"""\
Licence
=======

The essays are their authors'. The papers give what they claim in the bank's own words, and the
keys quote short phrases as evidence. No essay is in this packet.

{essays}

The questions, reasons and notes are those of the bank “{bank.title}” ({bank.id}).
{_terms(bank)}
""")


def _terms(bank: Bank) -> str:
    """Who wrote the bank's own words, and on what terms they are shared."""
    editors = f"Editors: {bank.patterns.join(bank.editors)}." if bank.editors else ""
    licence = f"Licence: {bank.licence}." if bank.licence else "For a licence ask whoever made it."
    return "\n".join(filter(None, [editors, licence]))


def sources(papers: Sequence[Paper], layout: Layout) -> bytes:
    """A page on each essay: who wrote what, where, when, as what and on which terms."""
    bank = papers[0].bank
    body = f"""\
<h1>{escape(bank.title)}: the essays</h1>
<p>{escape(bank.about)}</p>
<p>{escape(NOT_THE_ONLY_VIEW)}</p>
{"".join(_essay(source, papers) for source in _sources(papers))}
<p>{escape(credit(bank))}</p>"""
    return document(bank.language, f"{bank.title} · The essays", body, layout)


def _essay(source: Source, papers: Sequence[Paper]) -> str:
    asked = ", ".join(
        f"form {paper.form} {sum(source in item.question.claim.sources for item in paper.items)}"
        for paper in papers
    )
    terms = (
        ("Author", f"{source.author}. {source.about}" if source.about else source.author),
        ("Title", source.title),
        ("Outlet", source.publisher),
        ("Date", source.published),
        ("Genre", source.genre),
        ("Licence", source.licence),
        ("What it argues", source.argues),
        ("Questions", asked),
    )
    list = "".join(f"<dt>{name}<dd>{escape(text)}\n" for name, text in terms if text)
    if source.url:
        url = escape(source.url)
        list += f'<dt>Read it<dd><a href="{url}" rel="external noreferrer">{url}</a>\n'
    heading = escape(f"{source.author}, “{source.title}”")
    return f"<section class=panel><h2>{heading}</h2>\n<dl>{list}</dl></section>\n"


def _sources(papers: Sequence[Paper]) -> list[Source]:
    """All that are asked about in any form, in the bank's order."""
    asked = {source.id for paper in papers for source in paper.sources}
    return [source for source in papers[0].bank.sources if source.id in asked]


def _text(text: str) -> bytes:
    """With the mark by which old editors know UTF-8; else they break the quotation marks."""
    return text.encode("utf-8-sig")
