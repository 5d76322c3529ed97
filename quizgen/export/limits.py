"""What a system has room for, and what is refused because it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError
from quizgen.text.cells import SHORT_STEM, length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.export.items import Item


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that fits; 0 where there is no limit."""

    name: str
    others: str
    """Formats with more room, for an advice."""
    stem: int = 0
    option: int = 0
    options: int = 0


KAHOOT = Limits("Kahoot", "--to quizizz, gforms or h5p", SHORT_STEM, 75, 4)
BLOOKET = Limits("Blooket", "--to quizizz, gforms or h5p", options=4)
GIMKIT = Limits("Gimkit", "--to quizizz, gforms or h5p", options=4)
QUIZIZZ = Limits("Quizizz", "--to gforms or h5p", options=5)


def stem(item: Item, limits: Limits) -> str:
    """The question with its short cite at the end: in full where that fits, else in few words.

    Returns:
        an empty text where neither fits.
    """
    for text in (item.cited, item.brief):
        if text and (not limits.stem or length(text) <= limits.stem):
            return text
    return ""


def no_room(item: Item, name: str, reason: str, advice: str) -> Problem:
    """Why a question cannot go into the format of a name, and what to do instead."""
    message = f"question {item.number} does not fit {name}: {reason}"
    return Problem(item.id, 0, 0, "does-not-fit", message, advice)


def unfit(items: Sequence[Item], limits: Limits) -> list[Problem]:
    """All that has no room, each with its reason and what to do instead."""
    return [
        no_room(item, limits.name, reason, advice)
        for item in items
        for reason, advice in _reasons(item, limits)
    ]


def refuse_unfit(items: Sequence[Item], limits: Limits) -> None:
    """Let pass what has room.

    Raises:
        QuizgenError: all that has none, at once.
    """
    if problems := unfit(items, limits):
        raise QuizgenError(*problems)


def _reasons(item: Item, limits: Limits) -> Iterator[tuple[str, str]]:
    instead = f"draw another question, or use {limits.others}, which hold it whole"
    if not stem(item, limits):
        shortest = min(length(text) for text in (item.cited, item.brief) if text)
        reason = f"with its author the shortest stem has {shortest} characters of {limits.stem}"
        yield reason, f"give it a `short` stem in the bank, or {instead}"
    if limits.options and len(item.options) > limits.options:
        yield f"it has {len(item.options)} options of {limits.options}", instead
    for option in item.options:
        if limits.option and length(option.text) > limits.option:
            reason = f"option {option.letter} has {length(option.text)} characters"
            yield f"{reason} of {limits.option}", f"write it shorter in the bank, or {instead}"
