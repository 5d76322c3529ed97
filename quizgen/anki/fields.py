"""What stands in the fields of a note."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.anki.content import shown
from quizgen.anki.note_types import fields_of
from quizgen.anki.text import attribute, html
from quizgen.bank.citation import Citation
from quizgen.modes import MODES
from quizgen.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Bank, Claim, Question
    from quizgen.bank.patterns import Patterns
    from quizgen.bank.source import Evidence


def fields(
    bank: Bank,
    mode: str,
    group: Sequence[Question],
    id: str,
    numbers: Sequence[int],
    retired: str,
) -> tuple[str, ...]:
    """The fields of a note in the order of its type.

    Args:
        bank: the bank.
        mode: the kind of note.
        group: its question, or all questions of its claim.
        id: of what it asks.
        numbers: those of the claim's blanks, in the order of the text.
        retired: why it is asked no more; empty while it is asked.

    Raises:
        UnshowableError: where a text cannot be shown in Anki.
    """
    question = group[0]
    values = _back(bank, question.claim, group, id)
    for name, content in MODES[mode].content(bank, question).items():
        values[name] = shown(content, numbers, words(bank.language))
    if retired:
        values["Retired"] = html(retired)
    return tuple(values.get(field.name, "") for field in fields_of(mode))


@lru_cache(maxsize=64)  # all notes of a claim have the same, and they follow one another
def _proof(evidence: tuple[Evidence, ...], patterns: Patterns) -> str:
    """Each phrase with its place."""
    return "".join(
        f"<blockquote dir=auto><q>{html(piece.quote)}</q></blockquote>"
        f'<p class="cite" dir=auto>{_linked(Citation(piece.source, (piece,), patterns))}</p>'
        for piece in evidence
    )


def _linked(cited: Citation) -> str:
    """Author, essay and place; they lead to the very words where the essay has an address."""
    text = html(cited.text)
    return f'<a href="{attribute(cited.url)}">{text}</a>' if cited.url else text


def _back(bank: Bank, claim: Claim, group: Sequence[Question], id: str) -> dict[str, str]:
    """The fields of the answer side: on what the answer rests."""
    rationales = dict.fromkeys(question.rationale for question in group)
    optional = {
        "Note": claim.context,
        "Reference": claim.reference,
        "Content Note": claim.content_note,
    }
    return {
        "Why": "".join(f"<p dir=auto>{html(rationale)}</p>" for rationale in rationales),
        "Claim": html(words(bank.language).gettext(claim.label)),
        "Author": html(claim.attribution.line),
        "Source": _proof(claim.evidence, claim.attribution.patterns),
        "Id": id,
        "Link": group[0].id,
    } | {name: html(text) for name, text in optional.items() if text}
