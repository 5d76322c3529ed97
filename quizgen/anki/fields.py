"""What stands in the fields of a note."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.anki.note_types import FIELDS
from quizgen.anki.options import answer_list, question_list
from quizgen.anki.text import attribute, cloze, html
from quizgen.bank.citation import Citation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.bank.model import Claim, Mode, Question
    from quizgen.bank.patterns import Patterns
    from quizgen.bank.source import Evidence


def fields(
    mode: Mode, group: Sequence[Question], id: str, numbers: Sequence[int], retired: str
) -> tuple[str, ...]:
    """The fields of a note in the order of its type.

    Args:
        mode: the kind of note.
        group: its question, or all questions of its claim.
        id: of what it asks.
        numbers: those of the claim's blanks, in the order of the text.
        retired: why it is asked no more; empty while it is asked.

    Raises:
        UnshowableError: where a text cannot be shown in Anki.
    """
    question = group[0]
    values = _back(question.claim, group, id) | _front(mode, question, numbers)
    if retired:
        values["Retired"] = html(retired)
    return tuple(values.get(name, "") for name in FIELDS[mode])


def _front(mode: Mode, question: Question, numbers: Sequence[int]) -> dict[str, str]:
    """The fields that one kind of note has and another has not."""
    claim = question.claim
    if mode == "cloze":
        parts = claim.attribution.parts(claim.statement)
        return {
            "Text": "".join(
                cloze(part.text, numbers[part.blank - 1]) if part.blank else _between(part.text)
                for part in parts
            )
        }
    if mode == "who":
        return {
            "Question": html(claim.attribution.who(claim.statement)),
            "Answer": html(claim.attribution.authors),
        }
    fields = {"Question": html(question.prompt), "Answer": html(question.key)}
    if mode == "choice":
        fields |= {
            "Options": question_list(question),
            "Options Explained": answer_list(question),
        }
    if mode == "typed":
        fields["Also Right"] = " · ".join(html(spelling) for spelling in question.accept)
    return fields


def _between(text: str) -> str:
    """A stretch between two blanks, which may well be a single space."""
    return html(text) if text.strip() else " "


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
    words = html(cited.text)
    return f'<a href="{attribute(cited.url)}">{words}</a>' if cited.url else words


def _back(claim: Claim, group: Sequence[Question], id: str) -> dict[str, str]:
    """The fields of the answer side: on what the answer rests."""
    rationales = dict.fromkeys(question.rationale for question in group)
    optional = {
        "Note": claim.context,
        "Reference": claim.reference,
        "Content Note": claim.content_note,
    }
    return {
        "Why": "".join(f"<p dir=auto>{html(rationale)}</p>" for rationale in rationales),
        "Claim": html(claim.label),
        "Author": html(claim.attribution.line),
        "Source": _proof(claim.evidence, claim.attribution.patterns),
        "Id": id,
        "Link": group[0].id,
    } | {name: html(text) for name, text in optional.items() if text}
