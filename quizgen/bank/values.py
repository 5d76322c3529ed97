"""The single values of a bank's files: what each looks like, and what to write instead."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from quizgen.bank.model import Difficulty
from quizgen.bank.places import ADVICE
from quizgen.modes import MODES

LINE = r"^[1-9][0-9]{0,4}$"


def _like(pattern: str, advice: str, length: int | None = None) -> Any:
    """A text of a pattern, with what to write in the place of one that does not fit it."""
    return Field(pattern=pattern, max_length=length, json_schema_extra={ADVICE: advice})


def _mode(name: str) -> str:
    if name not in MODES:
        raise PydanticCustomError(
            "literal_error", "no such mode", {"expected": " or ".join(map(repr, MODES))}
        )
    return name


def read_number(value: Any) -> Any:
    """Only plain figures are a number: pydantic alone would take ``1_000`` and ``+3``, too."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else value


def with_parts(one: str, other: str) -> str:
    """The pattern of a sentence that holds two names in braces, in either order."""
    return rf"\{{{one}\}}.*\{{{other}\}}|\{{{other}\}}.*\{{{one}\}}"


Text = Annotated[str, Field(min_length=1, max_length=2000)]
Name = Annotated[
    str,
    _like(
        r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
        "use small letters, figures and single hyphens, and begin with a letter: first-combat",
        80,
    ),
]
Line = Annotated[str, _like(LINE, "write the number of the heading's line in the text file")]
Lines = Annotated[
    str,
    _like(
        r"^[1-9][0-9]{0,4}(-[1-9][0-9]{0,4})?$",
        "write a line's number, or the first and the last of a stretch: 7 or 1-4",
    ),
]
# No name or password before the host, and nothing that an address must write with %.
Url = Annotated[
    str,
    _like(
        r'^https?://[^\s/?#@<>"{}|\\^`]+([/?#][^\s<>"{}|\\^`]*)?$',
        "write the address as a browser shows it, from https:// on, with %20 for a space",
        2000,
    ),
]
Language = Annotated[
    str, _like(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "write its short code, as in en, de or pt-BR")
]
CitationPattern = Annotated[
    str,
    _like(
        with_parts("(essay|author)", "(place|paragraph)"),
        "keep {essay} or {author}, and {place} or {paragraph}",
    ),
]
Paragraph = Annotated[int, BeforeValidator(read_number), Field(ge=1, le=100_000, strict=True)]
Level = Annotated[Difficulty, BeforeValidator(read_number)]
ModeName = Annotated[
    str,
    AfterValidator(_mode),
    Field(json_schema_extra=lambda schema: schema.update({"enum": list(MODES)})),
]
