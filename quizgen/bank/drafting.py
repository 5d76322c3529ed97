"""Claims in the making -> the YAML of a draft bank, as a person would have written it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.evidence import DIGESTS_FILE, Digests, digest
from quizgen.bank.json_schema import json_schema
from quizgen.bank.load import BANK_FILE
from quizgen.bank.text_file import read_text
from quizgen.errors import QuizgenError
from quizgen.text.wording import fold, straight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

ESSAYS = "essays"
"""The folder of the essays' texts beside a bank."""

_SCHEMA = "# yaml-language-server: $schema=bank.schema.json\n"
_KEEP_OUT = """\
# The essays belong to others. They lie here so that evidence can be proven, and are not shared.
*
"""


@dataclass(frozen=True, slots=True)
class DraftSource:
    """A source as far as it is known, and its text."""

    id: str
    facts: Mapping[str, str]
    """Values of the source's keys; what is missing becomes something to do."""
    lines: Sequence[str]
    headings: Mapping[int, str]
    uncounted: Mapping[int, str]
    """Lines that are no paragraphs, each with the reason."""


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A place in the source that is worth a claim."""

    paragraph: int
    line: int
    quote: str
    kind: str
    todo: Sequence[str]
    speaker: str = ""
    heading: str = ""
    blanks: Sequence[str] = ()
    candidates: Sequence[str] = ()
    score: float = 0


def draft_files(
    folder: Path, source: DraftSource, claims: Sequence[DraftClaim]
) -> dict[str, bytes]:
    """The files of a draft: a new bank, or one more source for the bank in the folder.

    Raises:
        QuizgenError: where the folder holds other things, or a source of this name.
    """
    into_bank = (folder / BANK_FILE).exists()
    _require_room(folder, source.id, into_bank)
    topics = {} if into_bank else _topics(source)
    files = {
        f"{ESSAYS}/.gitignore": _KEEP_OUT,
        f"{ESSAYS}/{source.id}.txt": "\n".join(source.lines) + "\n",
        f"{source.id}.yaml": _SCHEMA
        + "".join(_source(source))
        + "".join(_claims(source, claims, topics)),
        DIGESTS_FILE: json.dumps(_digests(folder, source, claims), indent=1) + "\n",
    }
    if not into_bank:
        files["bank.schema.json"] = json.dumps(json_schema(), indent=1) + "\n"
        files[BANK_FILE] = _SCHEMA + "".join(_head(source, topics))
    return {name: text.encode() for name, text in files.items()}


def slug(text: str, fallback: str, words: int = 6) -> str:
    """A text as an id: small letters, figures and hyphens, a letter first."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    plain = "-".join(plain.split("-")[:words])[:60].strip("-")
    return plain if plain[:1].isalpha() else f"{fallback}-{plain}".strip("-")


def _require_room(folder: Path, id: str, into_bank: bool) -> None:
    try:
        there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        advice = "name a folder that is new or empty, or that holds a bank"
        raise QuizgenError.of(str(folder), "cannot-write", message, advice) from error
    if into_bank:
        taken = [n for n in (f"{id}.yaml", f"{ESSAYS}/{id}.txt") if (folder / n).exists()]
        if taken:
            message = f"there is a file {taken[0]} already"
            advice = "give the essay's file another name: a draft never overwrites a source"
            raise QuizgenError.of(str(folder), "exists", message, advice)
    elif there:
        advice = "name a folder that is new or empty, or that holds a bank"
        raise QuizgenError.of(str(folder), "not-empty", "the folder is not empty", advice)


def _text(value: str) -> str:
    """A value as YAML that stays the text it is."""
    return json.dumps(value, ensure_ascii=False)


def _head(source: DraftSource, topics: Mapping[str, str]) -> Iterator[str]:
    title = source.facts.get("title") or source.id
    yield f"\nbank:\n  id: {source.id}-bank\n  title: {_text(title)}\n"
    yield "\ntopics:  # one for each heading of the essay: rename, join and add as you like\n"
    for id, heading in topics.items():
        yield f"  - {{id: {id}, title: {_text(heading)}}}\n"


def _topics(source: DraftSource) -> dict[str, str]:
    """An id and a title for each heading; one for all where there is none."""
    topics: dict[str, str] = {}
    for heading in source.headings.values():
        topics.setdefault(slug(heading, "part"), heading)
    return topics or {"essay": source.facts.get("title") or "The essay"}


_PLACEHOLDERS = {
    "author": ("not named yet", "name the author"),
    "title": ("not named yet", "write the essay's title"),
    "publisher": ("not named yet", "write where the essay was published"),
    "published": ("not dated yet", "write when it was published"),
    "genre": ("essay", "say what it is: opinion essay, report, speech"),
    "licence": ("not stated", "write on what terms the essay may be shared, or leave: not stated"),
}


def _source(source: DraftSource) -> Iterator[str]:
    yield f"\nsource:\n  id: {source.id}\n"
    todo = ["see whether headings and uncounted are right: other numbers move all evidence"]
    for key, (value, task) in _PLACEHOLDERS.items():
        if not source.facts.get(key):
            todo.append(f"{key}: {task}")
        yield f"  {key}: {_text(source.facts.get(key) or value)}\n"
    if source.facts.get("url"):
        yield f"  url: {_text(source.facts['url'])}\n"
    yield f"  file: {source.id}.txt\n"
    if source.headings:
        yield "  headings:            # by their line in the text file\n"
        for line, heading in source.headings.items():
            yield f"    {line}: {_text(heading)}\n"
    if source.uncounted:
        yield "  uncounted:           # lines of the text file that are no paragraph of the essay\n"
        for stretch, reason in _stretches(source.uncounted):
            yield f'    - "{stretch}"  # {reason}\n'
    yield "  todo:                # until this is done, nothing of this source is asked\n"
    yield from (f"    - {_text(task)}\n" for task in todo)


def _stretches(uncounted: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """Neighbouring lines with one reason as one stretch."""
    found: list[tuple[int, int, str]] = []
    for line, reason in sorted(uncounted.items()):
        if found and found[-1][1] == line - 1 and found[-1][2] == reason:
            found[-1] = (found[-1][0], line, reason)
        else:
            found.append((line, line, reason))
    for first, last, reason in found:
        yield (str(first) if first == last else f"{first}-{last}"), reason


def _claims(
    source: DraftSource, claims: Sequence[DraftClaim], topics: Mapping[str, str]
) -> Iterator[str]:
    """The claims by paragraph: a person goes through them beside the essay."""
    if not claims:
        return
    ids: dict[str, int] = {}
    paragraph = 0
    yield "\nclaims:\n"
    for claim in sorted(claims, key=lambda claim: claim.paragraph):
        if claim.paragraph != paragraph:
            paragraph = claim.paragraph
            yield f"  # ---- paragraph {paragraph}\n"
        name = slug(claim.blanks[0] if claim.blanks else claim.quote, "on", 4)
        id = f"{source.id}-{paragraph}-{name}"
        ids[id] = ids.get(id, 0) + 1
        yield f"  - id: {id if ids[id] == 1 else f'{id}-{ids[id]}'}\n    todo:\n"
        yield from (f"      - {_text(task)}\n" for task in claim.todo)
        yield f"    kind: {claim.kind}\n"
        if claim.speaker:
            yield f"    speaker: {_text(claim.speaker)}\n"
        yield f"    evidence: {{paragraph: {paragraph}, quote: {_text(claim.quote)}}}\n"
        if topics:
            topic = slug(claim.heading, "part") if claim.heading else next(iter(topics))
            yield f"    topics: [{topic}]\n"
        yield from _proposal(claim)


def _proposal(claim: DraftClaim) -> Iterator[str]:
    yield "    proposal:\n"
    yield f"      score: {claim.score:g}\n"
    for key, texts in (("blanks", claim.blanks), ("candidates", claim.candidates)):
        if texts:
            yield f"      {key}: [{', '.join(map(_text, texts))}]\n"


def _digests(folder: Path, source: DraftSource, claims: Iterable[DraftClaim]) -> Digests:
    """Those of the bank in the folder, and one for each paragraph that a claim cites."""
    path = folder / DIGESTS_FILE
    found: Digests = {}
    if path.exists():
        try:
            found = json.loads(read_text(path, str(path)))
        except ValueError as error:
            advice = "write it anew: quizgen check --essays DIR --record"
            raise QuizgenError.of(
                str(path), "digests", "this is no file of digests", advice
            ) from error
    lines = {claim.paragraph: source.lines[claim.line - 1] for claim in claims}
    found[source.id] = {str(n): digest(straight(text)) for n, text in sorted(lines.items())}
    return found
