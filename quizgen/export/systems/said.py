"""What is told of a question beside its stem: before the answer a warning, after it the source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.export.systems.markup import attribute, html
from quizgen.words import words

if TYPE_CHECKING:
    from quizgen.export.items import Item


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that stand before a remark, in the language of the questions."""

    source: str
    note: str
    warning: str


@lru_cache
def labels(language: str) -> Labels:
    """Looked up once, since each question needs them."""
    _ = words(language).gettext
    return Labels(_("Source."), _("Editors’ note."), _("Content note."))


def tags(item: Item) -> list[str]:
    """What a question is about and what it is, as ``name:value``."""
    return [
        *[f"author:{author.name}" for author in item.authors],
        *[f"topic:{topic.id}" for topic in item.topics],
        f"kind:{item.kind}",
        f"weight:{item.weight}",
        f"difficulty:{item.difficulty}",
        f"skill:{item.skill}",
    ]


def remarks(item: Item, say: Labels) -> list[tuple[str, str, str]]:
    """What follows the rationale: a label, a text, and the address where it is read."""
    found = [
        (say.source, f"{proof.place}: “{proof.phrase}”" if proof.phrase else proof.place, proof.url)
        for proof in item.evidence
    ]
    if item.context:
        reference = f" ({item.reference})" if item.reference else ""
        found.append((say.note, item.context + reference, ""))
    return found


def after_html(item: Item, say: Labels) -> str:
    """All that is said after the answer, as HTML that is well-formed XML, too."""
    parts = [f"<p>{html(item.rationale)}</p>"]
    for label, text, url in remarks(item, say):
        shown = f'<a href="{attribute(url)}">{html(text)}</a>' if url else html(text)
        parts.append(f"<p><strong>{html(label)}</strong> {shown}</p>")
    return "".join(parts).replace("<br>", "<br/>")


def after_text(item: Item, say: Labels) -> str:
    """The same as lines of plain text."""
    found = [
        f"{label} {text}" + (f" {url}" if url else "") for label, text, url in remarks(item, say)
    ]
    return "\n".join([item.rationale, *found])


def stem_html(item: Item, say: Labels) -> str:
    """The question with its warning before it, as HTML that is well-formed XML, too."""
    shown = f"<p>{html(item.prompt)}</p>"
    if item.content_note:
        shown = f"<p><em>{html(say.warning)} {html(item.content_note)}</em></p>" + shown
    return shown.replace("<br>", "<br/>")
