"""The release ledger: what was released, when, and under which names.

Anki takes an update only where it is newer than what a student has, and then replaces the whole
note. So a note may carry a new time only when its words are new, and that time must be the
one of the release that first carried them. The ledger remembers both, and all else that a
later edition must not change: the names of decks, the places of cards, the fields of types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


Key = tuple[str, str]
"""A note: the id of the question (or the claim) and the kind of note."""

ROOT = "-"
"""The root deck's place among the topics."""


@dataclass(frozen=True, slots=True)
class Release:
    """One edition that went out."""

    time: int
    """In seconds since 1970."""
    edition: str
    new: int = 0
    """How many notes it was the first to carry; a ledger that lost one is found out by it."""


@dataclass(frozen=True, slots=True)
class DeckEntry:
    """The deck of a topic, or the root. Anki knows decks by their names alone."""

    topic: str
    name: str
    """In Anki, for good; without the names of its parents."""
    title: str
    """In the bank, at the last release."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """A note type as it was last released."""

    mode: str
    changed: int
    fields: tuple[int, ...]
    templates: tuple[int, ...]
    cloze: bool
    digest: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """A note as it was last released."""

    id: str
    mode: str
    first: int
    """The time of the first release that carried it."""
    changed: int
    """The time of the release that first carried it as it is now."""
    deck: str
    """The topic of its deck."""
    due: int
    digests: tuple[str, ...]
    """One for each field, empty for an empty one, and last that of the tags."""
    blanks: tuple[str, ...] = ()
    """Digests of the terms in a cloze note's blanks, by their numbers."""
    retired: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was released of a bank; empty before the first release."""

    bank: str
    """The bank's id."""
    site: str = ""
    """The address of the site to which cards link."""
    releases: tuple[Release, ...] = ()
    """From the first to the last."""
    decks: Mapping[str, DeckEntry] = field(default_factory=dict)
    types: Mapping[str, TypeEntry] = field(default_factory=dict)
    notes: Mapping[Key, NoteEntry] = field(default_factory=dict)
    file: str = field(default="", compare=False)
    """Where it was read, for messages."""

    @property
    def first(self) -> int:
        """The time of the first release."""
        return self.releases[0].time

    @property
    def last(self) -> Release:
        """The last release."""
        return self.releases[-1]

    def edition(self, time: int) -> str:
        """The name of the edition that was released at a time."""
        return next(release.edition for release in self.releases if release.time == time)
