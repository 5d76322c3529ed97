"""Bank -> the notes of a deck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.anki.fields import fields
from quizgen.anki.identity import note_guid
from quizgen.anki.part import Part
from quizgen.anki.positions import groups
from quizgen.anki.text import UnshowableError, tag_name
from quizgen.errors import Problem, QuizgenError
from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from quizgen.anki.ledger import Key
    from quizgen.bank.model import Bank, Claim, Question

    Place = Callable[[str, str, str, str], Problem]
    """From the id of a question or claim, a code, a message and advice."""

_ALL = Part()


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it goes into a package."""

    id: str
    """Of the question, or of the claim for kinds that ask about a claim as a whole."""
    guid: str
    mode: str
    claim: Claim
    deck: str
    """The topic in whose deck its cards stand."""
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    due: int
    """Where its cards stand among the new cards of their deck."""
    cards: tuple[int, ...]
    """The numbers of its cards, from 0, as Anki itself would generate them."""
    changed: int = 0
    """The time of the release that first carried it as it is, in seconds since 1970."""

    @property
    def key(self) -> Key:
        """What it is known by in the ledger."""
        return self.id, self.mode


def unplaced(id: str, code: str, message: str, advice: str) -> Problem:
    """A problem of a bank whose files are not at hand."""
    return Problem(id, 0, 0, code, message, advice)


def notes(
    bank: Bank,
    part: Part = _ALL,
    numbers: Mapping[Key, Sequence[int]] | None = None,
    place: Place = unplaced,
) -> list[Note]:
    """The notes of a bank, or of a part of it, in the bank's order.

    A note is the same whatever part it is taken in, its position included.

    Args:
        bank: the bank.
        part: what to take of it.
        numbers: of a note the numbers of its blanks, where they are not 1, 2, 3.
        place: finds the place of a problem.

    Raises:
        QuizgenError: with every text that Anki cannot show.
    """
    made: list[Note] = []
    problems: list[Problem] = []
    for mode, due, group in groups(bank, part):
        try:
            made.append(note(bank, mode, group, due, numbers))
        except UnshowableError as error:
            id = note_id(mode, group[0])
            problems.append(place(id, error.code, f"{id}: {error}", error.advice))
    if problems:
        raise QuizgenError(*dict.fromkeys(problems))
    return made


def note_id(mode: str, question: Question) -> str:
    """The id of what a note of this kind about a question asks."""
    return question.claim.id if MODES[mode].of_claim else question.id


def note(
    bank: Bank,
    mode: str,
    group: Sequence[Question],
    due: int,
    numbers: Mapping[Key, Sequence[int]] | None = None,
    retired: str = "",
) -> Note:
    """One note.

    Args:
        bank: the bank.
        mode: the kind of note.
        group: its question; for a note about a claim all questions that allow it.
        due: its position among new cards.
        numbers: as for ``notes``.
        retired: why it is asked no more; empty while it is asked.

    Raises:
        UnshowableError: where a text cannot be shown in Anki.
    """
    question = group[0]
    claim = question.claim
    id = note_id(mode, question)
    blanks = (numbers or {}).get((id, mode)) or range(1, len(claim.statement.blanks) + 1)
    tags = _tags(bank, mode, claim, min(question.difficulty for question in group))
    return Note(
        id=id,
        guid=note_guid(bank.id, id, mode),
        mode=mode,
        claim=claim,
        deck=claim.topics[0].id,
        fields=fields(bank, mode, group, id, blanks, retired),
        tags=(*tags, f"{bank.id}::retired") if retired else tags,
        due=due,
        cards=tuple(sorted({number - 1 for number in blanks})) if MODES[mode].card.cloze else (0,),
    )


def _tags(bank: Bank, mode: str, claim: Claim, difficulty: int) -> tuple[str, ...]:
    return tuple(
        f"{bank.id}::{tag}"
        for tag in (
            *(f"topic::{topic.id}" for topic in claim.topics),
            *(f"author::{tag_name(author.name, author.id)}" for author in claim.authors),
            f"kind::{claim.kind}",
            f"difficulty::{difficulty}",
            f"mode::{mode}",
            *(["central"] if claim.weight == "central" else []),
        )
    )
