"""The ledger's entries as rows of JSON, and back."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from quizgen.anki.ledger import DeckEntry, Ledger, NoteEntry, Release, TypeEntry
from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizgen.anki.ledger import Key

_VERSION = 1
_TIME = "%Y-%m-%dT%H:%M:%SZ"


class RowError(ValueError):
    """A row that ``quizgen release`` would not have written; ``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def date_text(time: int) -> str:
    """A time as it stands in the ledger."""
    return datetime.fromtimestamp(time, UTC).strftime(_TIME)


def rows(ledger: Ledger) -> Iterator[list[Any]]:
    """All of a ledger, sorted so that an addition moves no other line."""
    yield ["bank", _VERSION, ledger.bank, ledger.site]
    for release in ledger.releases:
        yield ["release", date_text(release.time), release.edition, release.new]
    for _, deck in sorted(ledger.decks.items()):
        yield ["deck", deck.topic, deck.name, deck.title]
    for _, kind in sorted(ledger.types.items()):
        yield [
            *("type", kind.mode, date_text(kind.changed), kind.digest),
            *(kind.cloze, list(kind.fields), list(kind.templates)),
        ]
    for _, note in sorted(ledger.notes.items()):
        yield [
            *("note", note.id, note.mode, date_text(note.first), date_text(note.changed)),
            *(note.deck, note.due, " ".join(digest or "-" for digest in note.digests)),
            *(list(note.blanks), note.retired),
        ]


def ledger_of(numbered: Iterable[tuple[int, Sequence[Any]]], file: str) -> Ledger:
    """A ledger from its rows, each with the number of its line, and the file they stand in.

    Raises:
        RowError: where a row is no row of a ledger, or contradicts another.
    """
    bank, site = "", ""
    releases: list[Release] = []
    decks: dict[str, DeckEntry] = {}
    types: dict[str, TypeEntry] = {}
    notes: dict[Key, NoteEntry] = {}
    seen: dict[tuple[str, ...], int] = {}
    line = 1
    try:
        for line, row in numbered:
            kind, *values = row
            # What stands once: a release's date, a topic, a kind, a note; and the bank itself.
            identity = (kind, *map(str, values[: {"bank": 0, "note": 2}.get(kind, 1)]))
            if (first := seen.setdefault(identity, line)) != line:
                raise RowError(line, f"the line repeats line {first}")
            if kind == "bank":
                version, bank, site = values
                if version != _VERSION:
                    raise RowError(line, "a newer quizgen wrote this ledger")
            elif kind == "release":
                releases.append(Release(_time(values[0]), *values[1:]))
            elif kind == "deck":
                decks[values[0]] = _deck(line, *values)
            elif kind == "type":
                if values[0] not in MODES:
                    raise RowError(line, f"this quizgen makes no {values[0]} cards")
                types[values[0]] = _type(line, *values)
            elif kind == "note":
                notes[values[0], values[1]] = _note(line, *values)
            else:
                raise RowError(line, "the line is of no kind that a ledger has")
    except RowError:
        raise
    except (TypeError, ValueError) as error:
        raise RowError(line, "the line is malformed") from error
    ledger = Ledger(bank, site, tuple(releases), decks, types, notes, file)
    _agree(ledger, seen)
    return ledger


def _agree(ledger: Ledger, seen: dict[tuple[str, ...], int]) -> None:
    """Refuse what no single line shows: rows that are missing or do not fit together."""
    if not ledger.bank or not ledger.releases:
        raise RowError(1, "the lines of the bank and of its releases are missing")
    times = [release.time for release in ledger.releases]
    if times != sorted(times):
        raise RowError(_line(seen, ledger.last), "releases are out of order")
    names: dict[str, str] = {}
    for deck in ledger.decks.values():
        if (other := names.setdefault(deck.name, deck.topic)) != deck.topic:
            raise RowError(deck.line, f"two decks have one name: those of {other} and {deck.topic}")
    stated = [(kind.line, kind.changed) for kind in ledger.types.values()]
    stated += [(note.line, time) for note in ledger.notes.values() for time in _times(note)]
    for line, time in stated:
        if time not in times:
            raise RowError(line, "the line names a release that is not in the ledger")
    for note in ledger.notes.values():
        if note.deck not in ledger.decks or note.mode not in ledger.types:
            raise RowError(note.line, "the line of the note's deck or of its type is missing")
    new = Counter(entry.first for entry in ledger.notes.values())
    for release in ledger.releases:
        if new[release.time] != release.new:
            message = f"{release.new} notes were new in this release, and {new[release.time]} stand"
            raise RowError(_line(seen, release), message)


def _times(note: NoteEntry) -> tuple[int, int]:
    return note.first, note.changed


def _line(seen: dict[tuple[str, ...], int], release: Release) -> int:
    return seen["release", date_text(release.time)]


def _time(text: str) -> int:
    return int(datetime.strptime(text, _TIME).replace(tzinfo=UTC).timestamp())


def _deck(line: int, topic: str, name: str, title: str) -> DeckEntry:
    return DeckEntry(topic, name, title, line)


def _type(
    line: int,
    mode: str,
    changed: str,
    digest: str,
    cloze: bool,
    fields: list[int],
    templates: list[int],
) -> TypeEntry:
    return TypeEntry(mode, _time(changed), tuple(fields), tuple(templates), cloze, digest, line)


def _note(
    line: int,
    id: str,
    mode: str,
    first: str,
    changed: str,
    deck: str,
    due: int,
    digests: str,
    blanks: list[str],
    retired: bool,
) -> NoteEntry:
    parts = tuple("" if digest == "-" else digest for digest in digests.split(" "))
    return NoteEntry(
        *(id, mode, _time(first), _time(changed), deck, due, parts, tuple(blanks), retired, line)
    )
