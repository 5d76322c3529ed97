"""Bank -> the notes of a deck."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.anki.identity import note_guid
from quizgen.anki.note_types import FIELDS
from quizgen.anki.options import answer_list, question_list
from quizgen.anki.part import Part
from quizgen.anki.text import UnshowableError, cloze, html, tag_name
from quizgen.bank.model import KIND_LABELS
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.bank.model import Bank, Claim, Mode, Question, Topic

ROUNDS: tuple[Mode, ...] = ("choice", "cloze", "recall", "typed", "who")
"""The order in which Anki introduces the kinds: first recognise, then recall."""

OF_CLAIM: tuple[Mode, ...] = ("cloze", "who")
"""The kinds that ask about a claim as a whole; the others ask one of its questions."""

# Anki's database check moves new cards from position 1,000,000 on, so all rounds fit below.
_ROUND, _GAP = 200_000, 1000
_ALL = Part()


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it goes into a package."""

    guid: str
    mode: Mode
    topic: Topic
    """The topic in whose deck its cards stand."""
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    due: int
    """Where its cards stand among the new cards of their deck."""
    cards: tuple[int, ...]
    """The numbers of its cards, from 0, as Anki itself would generate them."""


def notes(bank: Bank, part: Part = _ALL) -> list[Note]:
    """The notes of a bank, or of a part of it, in the bank's order.

    A note is the same whatever part it is taken in, its position included.

    Raises:
        QuizgenError: with every text that Anki cannot show.
    """
    made: list[Note] = []
    problems: list[Problem] = []
    for mode, due, group in _groups(bank, part):
        id = group[0].claim.id if mode in OF_CLAIM else group[0].id
        try:
            made.append(_note(bank, mode, id, due, group))
        except UnshowableError as error:
            problems.append(Problem(id, 0, 0, error.code, str(error), error.advice))
    if problems:
        raise QuizgenError(*dict.fromkeys(problems))
    return made


def _groups(bank: Bank, part: Part) -> Iterator[tuple[Mode, int, list[Question]]]:
    """For each note its kind, its position and its questions: several for a note of a claim."""
    per_claim: dict[tuple[Mode, str], list[Question]] = {}
    for question in bank.questions:
        for mode in OF_CLAIM:
            if mode in question.modes:
                per_claim.setdefault((mode, question.claim.id), []).append(question)
    sizes = Counter(question.claim.topics[0].id for question in bank.questions)
    places: Counter[str] = Counter()
    for question in bank.questions:
        topic = question.claim.topics[0].id
        places[topic] += 1
        if not part.takes(question.claim):
            continue
        place = min(_GAP, (_ROUND - 1) // sizes[topic]) * places[topic]
        for index, mode in enumerate(ROUNDS):
            if mode not in question.modes or mode not in part.modes:
                continue
            group = per_claim.get((mode, question.claim.id), [question])
            if group[0] is question:
                yield mode, index * _ROUND + place, group


def _note(bank: Bank, mode: Mode, id: str, due: int, group: Sequence[Question]) -> Note:
    question = group[0]
    claim = question.claim
    values = _back(claim, group, id) | _front(mode, question)
    blanks = len(claim.statement.blanks) if mode == "cloze" else 1
    return Note(
        guid=note_guid(bank.id, id, mode),
        mode=mode,
        topic=claim.topics[0],
        fields=tuple(values.get(name, "") for name in FIELDS[mode]),
        tags=_tags(bank, mode, claim, min(question.difficulty for question in group)),
        due=due,
        cards=tuple(range(blanks)),
    )


def _front(mode: Mode, question: Question) -> dict[str, str]:
    """The fields that one kind of note has and another has not."""
    claim = question.claim
    if mode == "cloze":
        parts = claim.attribution.parts(claim.statement)
        return {
            "Text": "".join(
                cloze(part.text, part.blank) if part.blank else _between(part.text)
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


def _back(claim: Claim, group: Sequence[Question], id: str) -> dict[str, str]:
    """The fields of the answer side: on what the answer rests."""
    rationales = dict.fromkeys(question.rationale for question in group)
    cite = claim.attribution.patterns.cite
    optional = {
        "Note": claim.context,
        "Reference": claim.reference,
        "Content Note": claim.content_note,
    }
    return {
        "Why": "".join(f"<p dir=auto>{html(rationale)}</p>" for rationale in rationales),
        "Claim": html(KIND_LABELS[claim.kind]),
        "Author": html(claim.attribution.line),
        "Source": "".join(
            f"<blockquote dir=auto><q>{html(piece.quote)}</q></blockquote>"
            f'<p class="cite" dir=auto>{html(cite(piece.source, piece.paragraph))}</p>'
            for piece in claim.evidence
        ),
        "Id": html(id),
    } | {name: html(text) for name, text in optional.items() if text}


def _tags(bank: Bank, mode: Mode, claim: Claim, difficulty: int) -> tuple[str, ...]:
    return tuple(
        f"{bank.id}::{tag}"
        for tag in (
            *(f"topic::{topic.id}" for topic in claim.topics),
            *(f"author::{tag_name(source.author, source.id)}" for source in claim.sources),
            f"kind::{claim.kind}",
            f"difficulty::{difficulty}",
            f"mode::{mode}",
        )
    )
