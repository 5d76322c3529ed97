"""Notes -> Anki's database, written row by row.

The schema and the JSON of note types and decks are genanki's. The rows are written here:
genanki's own notes check their HTML in quadratic time, guess their cards from the templates
and hold every row in memory; these are escaped already and know their cards.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from genanki.deck import Deck

from quizgen.anki.description import description
from quizgen.anki.identity import deck_id, preset_id
from quizgen.anki.ledger import ROOT
from quizgen.anki.note_types import NoteType
from quizgen.anki.preset import preset

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from quizgen.anki.edition import Edition
    from quizgen.anki.notes import Note


@dataclass(frozen=True, slots=True)
class Look:
    """What a deck has besides its notes."""

    site: str = ""
    """The address of a site to link to; empty for the one of the last release, if any."""
    preset: bool = False
    """Whether to bring deck options that keep the cards of a note apart."""


def write_collection(
    connection: sqlite3.Connection, edition: Edition, notes: Sequence[Note], look: Look
) -> None:
    """Write the collection of a package.

    Args:
        connection: of an empty database.
        edition: gives bank and ledger.
        notes: those of the edition that are wanted.
        look: what else the deck has.
    """
    start = edition.ledger.first * 1000
    models = _models(edition, notes, look)
    # Nobody reads the file before it is whole, and it is thrown away where it is not.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    tables, indexes = APKG_SCHEMA.split("CREATE INDEX", 1)
    connection.executescript(tables)
    connection.executescript(APKG_COL)
    _settings(connection, models, edition, notes, look)
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')",
        _note_rows(notes, start, {mode: model.model_id for mode, model in models.items()}),
    )
    decks = {note.deck for note in notes}
    connection.executemany(
        "INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')",
        _card_rows(notes, start, {deck: deck_id(edition.bank.id, deck) for deck in decks}),
    )
    connection.execute("COMMIT")
    connection.executescript(f"CREATE INDEX{indexes}")


def _note_rows(
    notes: Sequence[Note], start: int, types: Mapping[str, int]
) -> Iterator[tuple[Any, ...]]:
    for id, note in enumerate(notes, start):
        tags = f" {' '.join(note.tags)} "
        fields = "\x1f".join(note.fields)
        yield id, note.guid, types[note.mode], note.changed, tags, fields, note.fields[0]


def _card_rows(
    notes: Sequence[Note], start: int, decks: Mapping[str, int]
) -> Iterator[tuple[int, ...]]:
    id = start
    for note_id, note in enumerate(notes, start):
        for number in note.cards:
            yield id, note_id, decks[note.deck], number, note.changed, note.due
            id += 1


def _models(edition: Edition, notes: Sequence[Note], look: Look) -> dict[str, NoteType]:
    site = look.site or edition.ledger.site
    return {
        mode: NoteType(edition.bank, mode, edition.ledger.types[mode].changed, site)
        for mode in sorted({note.mode for note in notes})
    }


def _settings(
    connection: sqlite3.Connection,
    models: Mapping[str, NoteType],
    edition: Edition,
    notes: Sequence[Note],
    look: Look,
) -> None:
    """Fill the collection's only row: its settings, note types, decks and presets."""
    query = "SELECT conf, decks, dconf FROM col"
    conf, decks, presets = map(json.loads, connection.execute(query).fetchone())
    # Without this, Anki takes the reviews in a package for those of its first scheduler.
    conf["schedVer"] = 2
    own = preset_id(edition.bank.id)
    for deck in _decks(edition, notes):
        decks[str(deck["id"])] = deck | ({"conf": own} if look.preset else {})
    if look.preset:
        presets[str(own)] = preset(presets["1"], edition)
    root = deck_id(edition.bank.id)
    types = {model.model_id: model.to_json(0, root) for model in models.values()}
    connection.execute(
        "UPDATE col SET conf = ?, models = ?, decks = ?, dconf = ?",
        tuple(map(json.dumps, (conf, types, decks, presets))),
    )


def _decks(edition: Edition, notes: Sequence[Note]) -> Iterator[dict[str, Any]]:
    """The root with its description, and a deck for each topic that has notes."""
    id, names = edition.bank.id, edition.ledger.decks
    root = names[ROOT].name
    used = {note.deck for note in notes}
    yield _deck(deck_id(id), root, description(edition, notes))
    for topic, deck in sorted(names.items(), key=lambda item: item[1].name):
        if topic in used:
            yield _deck(deck_id(id, topic), f"{root}::{deck.name}", "")


def _deck(id: int, name: str, description: str) -> dict[str, Any]:
    deck = Deck(id, name, description)  # type: ignore[no-untyped-call]
    settings: dict[str, Any] = deck.to_json()  # type: ignore[no-untyped-call]
    return settings | {"md": True}
