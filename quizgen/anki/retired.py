"""Tombstones: what becomes of a note whose question is asked no more.

A student who has the note keeps it, and Anki replaces a note as a whole. So its words go out
once more, with a word on why it is retired, for as long as there are editions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.anki.notes import note
from quizgen.anki.text import UnshowableError
from quizgen.errors import Problem, QuizgenError
from quizgen.modes import MODES
from quizgen.words import N_, words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from quizgen.anki.ledger import Key, Ledger
    from quizgen.anki.notes import Note, Place
    from quizgen.bank.model import Bank, Question

_KIND_GONE = N_("This kind of card is no longer made of the question. Its other cards stay.")
_ID = re.compile(r"[a-z0-9-]+\.[a-z0-9-]+")


def tombstones(
    bank: Bank,
    ledger: Ledger,
    asked: Collection[Key],
    numbers: Mapping[Key, Sequence[int]],
    due: int,
    place: Place,
) -> list[Note]:
    """The notes that were released and are asked no more.

    Args:
        bank: the bank.
        ledger: knows what was released.
        asked: the notes that stay.
        numbers: of a note the numbers of its blanks.
        due: their position.
        place: finds the place of a problem.

    Raises:
        QuizgenError: where the bank no longer knows what a released note asks.
    """
    questions = (*bank.questions, *bank.retired)
    by_id = {question.id: [question] for question in questions}
    claims: dict[str, list[Question]] = {}
    for question in questions:
        claims.setdefault(question.claim.id, []).append(question)
    made: list[Note] = []
    problems: dict[str, Problem] = {}
    for key, entry in ledger.notes.items():
        id, mode = key
        if key in asked:
            continue
        group = (claims if MODES[mode].of_claim else by_id).get(id)
        if not group:
            problems.setdefault(id, _lost(id, ledger.file, entry.line, claims, place))
            continue
        group = [question for question in group if mode in question.modes] or group
        try:
            reason = _reason(bank, group)
            made.append(note(bank, mode, group, due, numbers, reason))
        except UnshowableError as error:
            at = group[0].id
            problems[at] = place(at, error.code, f"{at}: {error}", error.advice)
    if problems:
        raise QuizgenError(*problems.values())
    return made


def _reason(bank: Bank, group: Sequence[Question]) -> str:
    _ = words(bank.language).gettext
    if not all(question.retired for question in group):
        return _(_KIND_GONE)
    reason = group[0].retired
    if not _ID.fullmatch(reason):
        return reason
    if successor := bank.by_id.get(reason):
        question = f"{successor.prompt} ({successor.id})"
        return _("Replaced by: %(question)s", question=question)
    raise UnshowableError(
        "retired-for",
        f"its successor {reason} is no question of the bank that is asked",
        "name a question that is asked, or write the reason in words",
    )


def _lost(
    id: str, file: str, line: int, claims: Mapping[str, Sequence[Question]], place: Place
) -> Problem:
    """A problem at the claim if it is still there, else at the ledger's line."""
    message = f"{id} was released and is gone from the bank; students keep its cards"
    advice = (
        "put it back; to retire it, write `retired: the reason` below the question, "
        "or the id of the question that takes its place"
    )
    claim = id.split(".", maxsplit=1)[0]
    if claim in claims:
        return place(claim, "lost-id", message, advice)
    return Problem(file, line, 1, "lost-id", message, advice)
