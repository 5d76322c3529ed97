"""What a teacher reads first in a packet: what is what, the essays, and whose they are."""

from __future__ import annotations

from html import escape
from textwrap import fill
from typing import TYPE_CHECKING

import quizgen
from quizgen.bank.citation import essay_of
from quizgen.export.content import NOT_THE_ONLY_VIEW, credit
from quizgen.export.print.html_page import document
from quizgen.paper.paper import Heading
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank
    from quizgen.bank.source import Source
    from quizgen.export import ItemSet, Layout
    from quizgen.words import Words

_WIDTH = 96
_COLUMN = 15
"""The width of the names of files, before what is said of them."""


def readme(sets: Sequence[ItemSet], layout: Layout) -> bytes:
    """What is what, and how to make a form again."""
    first = sets[0]
    say = words(first.language)
    _ = say.gettext
    return _text(
        _headline(_("%(title)s: teacher’s packet", title=first.title), "="),
        "\n".join(
            fill(about, _WIDTH, initial_indent=name.ljust(_COLUMN), subsequent_indent=" " * _COLUMN)
            for name, about in _files(say)
        ),
        fill(
            _(
                "Keep teacher/ to yourself until the papers are in. Whoever has the code of a "
                "paper, quizgen and the bank can make the key: if your students have them, cut "
                "the code off."
            ),
            _WIDTH,
        ),
        _headline(_("Make a form again"), "-"),
        "\n".join(_again(items, layout, say) for items in sets),
        fill(
            _(
                "Name the folder of the bank after “quiz” unless it is the bank that comes with "
                "quizgen."
            ),
            _WIDTH,
        ),
        *_standards(sets, say),
        *_own_words(first.heading, say),
        _(
            "Made with quizgen %(version)s from the bank “%(title)s” (%(id)s).",
            version=quizgen.__version__,
            title=first.bank.title,
            id=first.bank.id,
        ),
        *filter(None, [credit(first.bank)]),
    )


def _files(say: Words) -> tuple[tuple[str, str], ...]:
    _ = say.gettext
    return (
        (
            "students/",
            _(
                "the quiz to hand out: PDF to print, DOCX to edit, "
                "HTML for a browser. They hold no key."
            ),
        ),
        (
            "teacher/",
            _(
                "the keys, with reasons and the place in the essay, and as letters only. "
                "manifest.json lists the questions of each form, and every file with its size and "
                "SHA-256. The quiz file makes all of it again."
            ),
        ),
        (
            "SOURCES.html",
            _("the essays: author, outlet, date, genre, licence, and what each argues"),
        ),
        ("LICENCE.txt", _("whose words these are")),
    )


def _again(items: ItemSet, layout: Layout, say: Words) -> str:
    options = f"--page {layout.page}" + " --large-print" * layout.large
    options += " --roomy" * layout.roomy + " --sheet" * layout.sheet
    options += f" --online {layout.online}" if layout.online else ""
    number = len(items.items)
    said = say.ngettext(
        "Form %(form)s, %(num)s question:",
        "Form %(form)s, %(num)s questions:",
        number,
        form=items.form,
    )
    return f"  {said}\n  quizgen quiz --code {items.code} --to pdf {options} -o again"


def _standards(sets: Sequence[ItemSet], say: Words) -> list[str]:
    """The codes of standards that the questions serve, each with the forms' numbers."""
    numbers: dict[str, list[str]] = {}
    for items in sets:
        for item in items.items:
            for code in dict.fromkeys(c for topic in item.topics for c in topic.standards):
                numbers.setdefault(code, []).append(f"{items.form}{item.number}")
    if not numbers:
        return []
    lines = [f"  {code}: {', '.join(where)}" for code, where in numbers.items()]
    return ["\n".join([say.gettext("Standards, by their questions:"), *lines])]


def _own_words(heading: Heading, say: Words) -> list[str]:
    """The words that a teacher chose: the code does not hold them."""
    usual = Heading()
    lines = [
        f"  {option:<16}{text}"
        for option, text, unchanged in (
            ("--title", heading.title, usual.title),
            ("--instructions", heading.instructions, usual.instructions),
        )
        if text != unchanged
    ]
    again = say.gettext("Give the words of the heading again:")
    return ["\n".join([again, *lines])] if lines else []


def licence(sets: Sequence[ItemSet]) -> bytes:
    """Whose words the papers hold and on what terms, as the bank states them."""
    bank = sets[0].bank
    _ = words(bank.language).gettext
    essays = (
        f"- {essay_of(bank.patterns, source)}\n  "
        + _("Licence: %(licence)s", licence=source.licence)
        + (f"\n  {source.url}" if source.url else "")
        for source in _sources(sets)
    )
    return _text(
        _headline(_("Licence"), "="),
        fill(
            _(
                "The essays are their authors'. The papers give what they claim in the bank's own "
                "words, and the keys quote short phrases as evidence. No essay is in this packet."
            ),
            _WIDTH,
        ),
        *essays,
        fill(
            _(
                "The questions, reasons and notes are those of the bank “%(title)s” (%(id)s).",
                title=bank.title,
                id=bank.id,
            ),
            _WIDTH,
        ),
        _terms(bank),
    )


def _terms(bank: Bank) -> str:
    """Who wrote the bank's own words, and on what terms they are shared."""
    _ = words(bank.language).gettext
    lines = []
    if bank.editors:
        lines.append(_("Editors: %(names)s.", names=bank.patterns.join(bank.editors)))
    if bank.licence:
        lines.append(_("Licence: %(licence)s.", licence=bank.licence))
    else:
        lines.append(_("For a licence ask whoever made it."))
    return "\n".join(lines)


def sources(sets: Sequence[ItemSet], layout: Layout) -> bytes:
    """A page on each essay: who wrote what, where, when, as what and on which terms."""
    bank = sets[0].bank
    say = words(bank.language)
    _ = say.gettext
    heading = _("%(title)s: the essays", title=bank.title)
    body = f"""\
<h1>{escape(heading)}</h1>
<p>{escape(bank.about)}</p>
<p>{escape(_(NOT_THE_ONLY_VIEW))}</p>
{"".join(_essay(source, sets, say) for source in _sources(sets))}
<p>{escape(credit(bank))}</p>"""
    return document(bank.language, _("%(title)s · The essays", title=bank.title), body, layout)


def _essay(source: Source, sets: Sequence[ItemSet], say: Words) -> str:
    _ = say.gettext
    asked = ", ".join(
        _(
            "form %(form)s %(count)s",
            form=items.form,
            count=sum(source in item.sources for item in items.items),
        )
        for items in sets
    )
    terms = (
        (_("Author"), f"{source.author}. {source.about}" if source.about else source.author),
        (_("Title"), source.title),
        (_("Outlet"), source.publisher),
        (_("Date"), source.published),
        (_("Genre"), source.genre),
        (_("Licence"), source.licence),
        (_("What it argues"), source.argues),
        (_("Questions"), asked),
    )
    list = "".join(f"<dt>{escape(name)}<dd>{escape(text)}\n" for name, text in terms if text)
    if source.url:
        url = escape(source.url)
        link = f'<a href="{url}" rel="external noreferrer">{url}</a>'
        list += f"<dt>{escape(_('Read it'))}<dd>{link}\n"
    heading = escape(f"{source.author}, “{source.title}”")
    return f"<section class=panel><h2>{heading}</h2>\n<dl>{list}</dl></section>\n"


def _sources(sets: Sequence[ItemSet]) -> list[Source]:
    """All that are asked about in any form, in the bank's order."""
    asked = {source.id: source for items in sets for source in items.sources}
    return sorted(asked.values(), key=lambda source: _place(source, sets[0]))


def _place(source: Source, items: ItemSet) -> int:
    """Where a source stands in the bank; what is not of the bank comes last."""
    ids = [known.id for known in items.bank.sources]
    return ids.index(source.id) if source.id in ids else len(ids)


def _headline(text: str, line: str) -> str:
    return f"{text}\n{line * len(text)}"


def _text(*parts: str) -> bytes:
    """With the mark by which old editors know UTF-8; else they break the quotation marks."""
    return ("\n\n".join(parts) + "\n").encode("utf-8-sig")
