"""The sheet of sources that goes along where a format keeps only the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.citation import essay_of
from quizgen.export.content import credit
from quizgen.export.systems.markup import one_line
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.export import ItemSet, Layout

HEAD = (
    "Number",
    "Id",
    "Question",
    "Author",
    "Essay",
    "Publisher",
    "Published",
    "Licence",
    "Heading",
    "Paragraph",
    "Phrase",
    "Address",
)


def rows(items: ItemSet) -> Iterator[tuple[str, ...]]:
    """A row for each piece of evidence, under a head: for the second sheet of a workbook."""
    yield HEAD
    for item in items.items:
        for proof in item.evidence:
            source = proof.source
            yield (
                str(item.number),
                item.id,
                item.prompt,
                source.author,
                source.title,
                source.publisher,
                source.published,
                source.licence,
                proof.heading,
                str(proof.paragraph),
                proof.phrase,
                proof.url,
            )


def write(items: ItemSet, layout: Layout) -> bytes:
    """The same as a text to read."""
    _ = words(items.language).gettext
    lines = [f"{items.title} · {_('Form %(form)s', form=items.form)} · {items.code}", ""]
    for item in items.items:
        lines.append(one_line(f"{item.number}. {item.prompt}"))
        for proof in item.evidence:
            lines.append(one_line(f"   {proof.place}: “{proof.phrase}”"))
            lines += [f"   {proof.url}"] if proof.url else []
        lines += [f"   {item.id}", ""]
    lines.append(_("Where the questions come from"))
    for source in items.sources:
        licence = _("licence: %(licence)s", licence=source.licence)
        essay = essay_of(items.bank.patterns, source)
        lines.append(one_line(f"   {essay}, {licence}" + (f", {source.url}" if source.url else "")))
    return "\n".join([*lines, *filter(None, ["", credit(items.bank)]), ""]).encode("utf-8-sig")
