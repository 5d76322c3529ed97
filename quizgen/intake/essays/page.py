"""What every reader of a format gives: the lines of an essay, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_CHARACTERS = 8_000_000
MAX_LINES = 99_999
"""As many as the notation of a bank can number."""

Role = Literal["title", "heading", "aside"]
"""What a format can tell of a line: the essay's title, a heading, or no part of the body."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the essay's text; ``reason`` says why an aside is one."""

    text: str
    role: Role | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """An essay as it was read."""

    lines: tuple[Line, ...]
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the file tells by itself of title, author, publisher, published and url."""
    notes: tuple[str, ...] = ()
    """What the person who drafts should know of how it was read."""


def bounded(name: str, lines: list[Line]) -> tuple[Line, ...]:
    """The lines, if there is something in them and not too much.

    Raises:
        QuizgenError: where the essay is empty or too long.
    """
    if not any(line.text.strip() for line in lines):
        advice = "choose the file that holds the essay"
        raise QuizgenError.of(name, "empty", "there is no text in it", advice)
    size = sum(len(line.text) for line in lines)
    if size > MAX_CHARACTERS or len(lines) > MAX_LINES:
        message = f"the text has {size:,} characters in {len(lines):,} lines; at most "
        message += f"{MAX_CHARACTERS:,} in {MAX_LINES:,} are read"
        raise QuizgenError.of(name, "too-large", message, "draft it in parts, one file each")
    return tuple(lines)
