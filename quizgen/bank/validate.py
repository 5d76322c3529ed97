"""A document -> its entry; pydantic's findings become problems with place and advice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from quizgen.bank.builder import KEY
from quizgen.bank.file_entries import AS_CLAIM, AS_DRAFT, CompareFile, DraftEntry, SourceFile
from quizgen.bank.places import IN_KEY, advice_at, keys_at
from quizgen.bank.values import LINE
from quizgen.bank.yaml_schema import (
    AS_MAPPING,
    AS_TEXT,
    ClaimEntry,
    Entry,
    SourceEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic_core import ErrorDetails

    from quizgen.bank.builder import Route, Step
    from quizgen.bank.document import Document
    from quizgen.errors import Problem

E = TypeVar("E", bound=Entry)

_TAGS = (AS_TEXT, AS_MAPPING, AS_CLAIM, AS_DRAFT)
"""Pydantic's steps for the branch of a union, which are not in the file."""


def shape(document: Document, model: type[E]) -> tuple[E | None, list[Problem]]:
    """Validate a document.

    Returns:
        the entry, or None together with all that is wrong in the document.
    """
    if document.problems:
        return None, document.problems
    if not document.data:
        advice = "`quizgen new DIR` writes a small bank to start from"
        return None, [document.problem((), "empty", "the file is empty", advice)]
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [
            _problem(document, model, detail) for detail in error.errors(include_url=False)
        ]


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A file of claims: of one source, or comparing several where ``source`` is None."""

    document: Document
    source: SourceEntry | None
    claims: list[tuple[Route, ClaimEntry]]
    drafts: list[tuple[Route, DraftEntry]]
    """Claims in the making."""
    compares: bool
    """Whether the file belongs to no single source; a misspelt ``source:`` counts as one."""

    @property
    def names_all(self) -> bool:
        """Whether the ids of its source and claims can be told, broken entries counted."""
        return isinstance(self.document.data, dict) and (self.compares or self.source is not None)


def claims_file(document: Document) -> tuple[ClaimsFile, list[Problem]]:
    """Validate a file of claims.

    Returns:
        all that is sound in the file, and all that is wrong in it, so that one broken claim
        does not hide what is wrong with the others.
    """
    data = document.data if isinstance(document.data, dict) else {}
    compares = not get_close_matches("source", data, 1)
    model: type[CompareFile] | type[SourceFile] = CompareFile if compares else SourceFile
    entry, problems = shape(document, model)
    if entry is not None:
        source = entry.source if isinstance(entry, SourceFile) else None
        return _file(document, source, enumerate(entry.claims), compares), []
    raw = data.get("claims")
    sound = (
        (index, _sound(DraftEntry if isinstance(c, dict) and "todo" in c else ClaimEntry, c))
        for index, c in enumerate(raw if isinstance(raw, list) else [])
    )
    source = _sound(SourceEntry, data.get("source"))
    return _file(document, source, sound, compares), problems


def _file(
    document: Document,
    source: SourceEntry | None,
    entries: Iterable[tuple[int, Entry | None]],
    compares: bool,
) -> ClaimsFile:
    """The file's sound entries, the finished apart from those in the making."""
    file = ClaimsFile(document, source, [], [], compares)
    for index, entry in entries:
        if isinstance(entry, ClaimEntry):
            file.claims.append((("claims", index), entry))
        elif isinstance(entry, DraftEntry):
            file.drafts.append((("claims", index), entry))
    return file


def _sound(model: type[E], data: Any) -> E | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _problem(document: Document, model: type[Entry], detail: ErrorDetails) -> Problem:
    kind, location = detail["type"], detail["loc"]
    route = _route(document.data, location)
    steps = [step for step in location if step not in (*_TAGS, IN_KEY)]
    name = str(steps[-1]) if steps else ""
    where = "".join(f" of {step!r}" for step in route[-1:] if isinstance(step, str))
    if kind == "missing":
        return document.problem(
            route, "missing-key", f"the key {name!r}{where} is missing", f"add the line {name}: ..."
        )
    if kind == "extra_forbidden":
        known = keys_at(model, location[:-1])
        close = get_close_matches(name, known, 1)
        advice = f"did you mean {close[0]}?" if close else f"the keys here are {', '.join(known)}"
        if " " in name and detail["input"] == "":
            advice = "a comma between braces begins a new key: put the whole text in double quotes"
        return document.problem((*route, KEY), "unknown-key", f"unknown key {name!r}", advice)
    wanted = advice_at(model, location)
    if IN_KEY in location:
        what = "line" if detail.get("ctx", {}).get("pattern") == LINE else "name"
        message = f"{_short(name)} cannot be a {what}"
        return document.problem((*route, KEY), what, message, wanted)
    subject = f"the value of {name!r}" if name else "the whole file"
    if steps and isinstance(steps[-1], int):
        subject = "this item"
    message, advice = _wrong_value(kind, detail, subject, wanted)
    if kind == "list_type" and name == "evidence":
        advice = "write {paragraph: 3, quote: some words of it}, or a list of such mappings"
    return document.problem(route, "value", message, advice)


def _wrong_value(kind: str, detail: ErrorDetails, subject: str, wanted: str) -> tuple[str, str]:
    context: dict[str, Any] = detail.get("ctx", {})
    value = detail["input"]
    if kind == "string_too_short" or value == "":
        return f"{subject} is empty", "write a value, or remove the key if it is optional"
    if kind == "literal_error":
        return f"{subject} is {_short(value)}", f"write one of {context['expected']}"
    if kind == "string_pattern_mismatch":
        parts = dict.fromkeys(re.findall(r"\\{\w+\\}", context["pattern"]))
        if parts:
            wanted_parts = " and ".join(parts).replace("\\", "")
            return f"{subject} lacks a part in braces", f"keep {wanted_parts} as they are"
        return f"{subject} is {_short(value)}", wanted
    if kind in {"int_type", "greater_than_equal", "less_than_equal"}:
        return f"{subject} is {_short(value)}", "write a whole number from 1, in figures"
    if kind == "string_too_long":
        return f"{subject} is too long", f"write at most {context['max_length']} characters"
    if kind == "too_long":
        return f"{subject} is too long", f"give it at most {context['max_length']} items"
    if kind == "too_short":
        return f"{subject} is an empty list", "give it at least one item"
    type_wanted = {
        "string_type": (
            "a text",
            "write a single text here; put it in double quotes if it holds : or ,",
        ),
        "list_type": ("a list", "write a list: [one, two], or a line '- one' for each item"),
        "dict_type": ("a mapping", "write lines of key: value below, indented by two spaces"),
        "model_type": ("a mapping", "write lines of key: value below, indented by two spaces"),
        "model_attributes_type": (
            "a mapping",
            "write lines of key: value below, indented by two spaces",
        ),
    }.get(kind)
    if type_wanted is None:
        return f"{subject} does not fit: {detail['msg']}", "see docs/bank-format.md"
    return f"{subject} must be {type_wanted[0]}", type_wanted[1]


def _short(value: Any) -> str:
    """A wrong value as a message shows it: never pages of it."""
    if not isinstance(value, str):
        return "a mapping" if isinstance(value, dict) else "a list"
    return repr(value if len(value) <= 60 else f"{value[:59]}…")


def _route(data: Any, location: tuple[Step, ...]) -> Route:
    """Pydantic's location as a route through the data.

    Pydantic counts an item even where one mapping stands for a list of one, and names the
    branch of a union; neither is in the file.
    """
    route: list[Step] = []
    for step in location:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            continue
        route.append(step)
    return tuple(route)
