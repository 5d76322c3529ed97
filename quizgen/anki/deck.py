"""Notes -> decks as genanki writes them: a root, and under it one deck a topic."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import genanki.deck
import genanki.package

from quizgen.anki.description import description
from quizgen.anki.identity import deck_id
from quizgen.anki.note_types import NoteType
from quizgen.anki.text import deck_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from quizgen.anki.notes import Note
    from quizgen.bank.model import Bank, Mode


@dataclass(frozen=True, slots=True)
class Times:
    """When notes and note types last changed, in seconds since 1970.

    Anki takes an update only where it is newer than what a student has, and then replaces the
    whole note. So a time must be that of the release that first carried the words.
    """

    released: int
    """The time of this release: that of everything without a time of its own."""
    notes: Mapping[str, int] = field(default_factory=dict)
    """By guid."""
    note_types: Mapping[Mode, int] = field(default_factory=dict)


class Package(genanki.package.Package):
    """All decks of a bank, and the settings of their collection."""

    def __init__(self, bank: Bank, notes: Sequence[Note], times: Times) -> None:
        """Sort the notes into decks.

        Args:
            bank: gives names, topics and the description.
            notes: what the decks hold; a topic without notes gets no deck.
            times: when each note and note type last changed.
        """
        types = {
            mode: NoteType(bank, mode, times.note_types.get(mode, times.released))
            for mode in sorted({note.mode for note in notes})
        }
        root = deck_name(bank.title)
        decks = [Deck(deck_id(bank.id), root, types, [], times, description(bank, notes))]
        by_topic: dict[str, list[Note]] = {}
        for note in notes:
            by_topic.setdefault(note.topic.id, []).append(note)
        digits = max(2, len(str(len(bank.topics))))  # Anki sorts decks by name
        for number, topic in enumerate(bank.topics, 1):
            if own := by_topic.get(topic.id):
                name = f"{root}::{number:0{digits}} {deck_name(topic.title)}"
                decks.append(Deck(deck_id(bank.id, topic.id), name, types, own, times))
        super().__init__(decks)  # type: ignore[no-untyped-call]

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write the collection.

        Args:
            cursor: of an empty database.
            timestamp: the time of the release.
            id_gen: gives ids for notes and cards; Anki gives them others where it must.
        """
        super().write_to_db(cursor, timestamp, id_gen)
        (conf,) = cursor.execute("SELECT conf FROM col").fetchone()
        # Without this, Anki takes the reviews in a package for those of its first scheduler.
        settings = json.loads(conf) | {"schedVer": 2}
        cursor.execute("UPDATE col SET conf = ?", (json.dumps(settings),))


class Deck(genanki.deck.Deck):
    """A deck that writes its notes itself.

    genanki's own notes check their HTML in quadratic time and guess their cards from the
    templates; these are escaped already and know their cards.
    """

    def __init__(
        self,
        id: int,
        name: str,
        types: Mapping[Mode, NoteType],
        notes: Sequence[Note],
        times: Times,
        description: str = "",
    ) -> None:
        """Build a deck.

        Args:
            id: permanent, though Anki goes by the name.
            name: with the names of its parents, divided by ``::``.
            types: the note type of each kind of note.
            notes: what it holds.
            times: when each note last changed.
            description: Markdown, shown when the deck is opened.
        """
        super().__init__(id, name, description)  # type: ignore[no-untyped-call]
        self._types, self._notes, self._times = types, notes, times
        for note_type in types.values():
            self.add_model(note_type)  # type: ignore[no-untyped-call]

    def to_json(self) -> dict[str, Any]:
        """The deck's settings, with a description in Markdown."""
        settings: dict[str, Any] = super().to_json()  # type: ignore[no-untyped-call]
        return settings | {"md": True}

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write the deck, its note types, its notes and their cards."""
        super().write_to_db(cursor, timestamp, id_gen)
        cards: list[tuple[int, ...]] = []
        rows: list[tuple[int | str, ...]] = []
        for note in self._notes:
            id = next(id_gen)
            mtime = self._times.notes.get(note.guid, self._times.released)
            rows.append(
                (
                    id,
                    note.guid,
                    self._types[note.mode].model_id,
                    mtime,
                    f" {' '.join(note.tags)} ",
                    "\x1f".join(note.fields),
                    note.fields[0],
                )
            )
            cards += ((next(id_gen), id, self.deck_id, ord, mtime, note.due) for ord in note.cards)
        cursor.executemany("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')", rows)
        cursor.executemany(
            "INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')", cards
        )
