"""Texts that no paper can show are refused with their place, never dropped."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgen.bank.model import Question
    from quizgen.paper.paper import Heading

MAX_TITLE = 120
MAX_INSTRUCTIONS = 1000

_DIRECTIONS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def checked(heading: Heading) -> Heading:
    """The teacher's words, if they can be printed.

    Raises:
        QuizgenError: naming what is too long or holds a character that no paper can show.
    """
    problems: list[Problem] = []
    for name, text, most in (
        ("--title", heading.title, MAX_TITLE),
        ("--instructions", heading.instructions, MAX_INSTRUCTIONS),
    ):
        if len(text) > most:
            message = f"the text has {len(text)} characters; {most} fit"
            problems.append(Problem(name, 0, 0, "too-long", message, "write it shorter"))
        problems += unprintable(name, text)
    if problems:
        raise QuizgenError(*problems)
    return heading


def refuse_unprintable(questions: Iterable[Question]) -> None:
    """Look through all that is printed of some questions.

    Raises:
        QuizgenError: naming each character that shows nothing, or turns what stands around it.
    """
    problems = [
        problem
        for question in questions
        for place, text in _texts(question)
        for problem in unprintable(place, text)
    ]
    if problems:
        raise QuizgenError(*dict.fromkeys(problems))


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    """What is printed of a question, each text with the name of its place."""
    claim = question.claim
    yield f"{question.id}: ask", question.prompt
    yield f"{question.id}: short", question.brief or ""
    yield f"{question.id}: answer", question.key
    yield f"{question.id}: why", question.rationale
    for distractor in question.distractors:
        yield f"{question.id}: wrong", distractor.text
        yield f"{question.id}: why", distractor.why
    yield f"{claim.id}: text", claim.prompt
    yield f"{claim.id}: evidence", claim.citation
    for piece in claim.evidence:
        yield f"{claim.id}: evidence", piece.quote
    for text in (claim.context, claim.reference, claim.content_note):
        yield f"{claim.id}: context", text


def unprintable(place: str, text: str) -> Iterator[Problem]:
    """Characters that show nothing, or that turn what stands around them."""
    if text.isprintable():  # so are nearly all, and this is quick
        return
    for character in text:
        if character in "\n\t" and not place.startswith("--title"):
            continue
        if unicodedata.category(character) in ("Cc", "Cs", "Cn") or _DIRECTIONS.match(character):
            message = f"the character U+{ord(character):04X} cannot be printed"
            yield Problem(place, 0, 0, "unprintable", message, "remove it")
            return
