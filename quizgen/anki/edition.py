"""Bank and ledger -> the next edition: each note with its time, deck, place and tags."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from quizgen.anki import blanks
from quizgen.anki.deck_names import deck_entries
from quizgen.anki.digests import note_digests
from quizgen.anki.ledger import Ledger, NoteEntry, Release
from quizgen.anki.notes import notes, unplaced
from quizgen.anki.positions import RETIRED_DUE, positions
from quizgen.anki.retired import tombstones
from quizgen.anki.text import tag_name
from quizgen.anki.types_released import type_entries
from quizgen.errors import Problem, QuizgenError
from quizgen.modes import MODES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.anki.ledger import Key
    from quizgen.anki.notes import Note, Place
    from quizgen.bank.model import Bank


@dataclass(frozen=True, slots=True)
class Edition:
    """What a package holds, and the ledger as it is once the package is out."""

    bank: Bank
    notes: tuple[Note, ...]
    """Retired ones come last."""
    ledger: Ledger
    before: Ledger
    """The ledger as it was."""

    @property
    def changed(self) -> bool:
        """Whether there is anything to release."""
        return self.ledger.releases != self.before.releases


def edition(
    bank: Bank, before: Ledger | None, release: Release, place: Place = unplaced, site: str = ""
) -> Edition:
    """The next edition of a bank's deck; without a change the last one once more.

    Args:
        bank: the bank.
        before: the ledger of earlier releases, if there were any.
        release: time and name, for what is new or changed.
        place: finds the place of a problem.
        site: the address of the site to link to; that of the last release if empty.

    Raises:
        QuizgenError: with all that Anki cannot show, or that its import could not carry out.
    """
    before = before or Ledger(bank.id)
    if before.bank != bank.id:
        message = f"the deck was released as {before.bank!r}, and the bank is now {bank.id!r}"
        advice = f"write `id: {before.bank}`, or remove the ledger to begin a deck of its own"
        raise QuizgenError.of(before.file, "bank-id", message, advice)
    site = site or before.site
    numbers = _numbers(bank, before, place)
    asked = notes(bank, numbers=numbers, place=place)
    keys = {note.key for note in asked}
    gone = tombstones(bank, before, keys, numbers, RETIRED_DUE, place)
    decks = {
        note.key: old.deck if (old := before.notes.get(note.key)) else note.deck
        for note in (*asked, *gone)
    }
    dues = positions(asked, decks, before) | {note.key: RETIRED_DUE for note in gone}
    entries = dict(before.notes) | {
        note.key: _entry(note, decks, dues, numbers, before, release.time)
        for note in (*asked, *gone)
    }
    types = type_entries(bank, {mode for _, mode in entries}, before, release.time, site)
    ledger = Ledger(bank.id, site, before.releases, deck_entries(bank, before), types, entries)
    if (entries, types, site) != (before.notes, before.types, before.site):
        new = len(entries.keys() - before.notes.keys())
        ledger = replace(ledger, releases=(*before.releases, replace(release, new=new)))
    return Edition(bank, tuple(_finished((*asked, *gone), ledger)), ledger, before)


def _numbers(bank: Bank, before: Ledger, place: Place) -> dict[Key, list[int]]:
    """By note the numbers of its blanks; a blank that is gone would leave a blank card."""
    found: dict[Key, list[int]] = {}
    problems: list[Problem] = []
    gapped = [mode.name for mode in MODES.values() if mode.card.cloze]
    for claim, mode in product(bank.claims, gapped):
        key = claim.id, mode
        old = before.notes.get(key)
        if old is None:
            continue
        found[key], lost = blanks.numbers(claim.statement.blanks, old.blanks)
        if lost:
            message = f"{claim.id}: of {len(old.blanks)} blanks that were released {lost} are gone"
            advice = "mark as many terms as before: [[...]]; to drop a blank, make a new claim"
            problems.append(place(claim.id, "lost-blank", message, advice))
    if problems:
        raise QuizgenError(*problems)
    return found


def _entry(
    note: Note,
    decks: Mapping[Key, str],
    dues: Mapping[Key, int],
    numbers: Mapping[Key, Sequence[int]],
    before: Ledger,
    time: int,
) -> NoteEntry:
    """The ledger's line on a note: the old one if nothing changed."""
    old = before.notes.get(note.key)
    digests = note_digests(note)
    if old and old.digests == digests:
        return old
    terms = note.claim.statement.blanks if MODES[note.mode].card.cloze else ()
    own = numbers.get(note.key) or range(1, len(terms) + 1)
    return NoteEntry(
        id=note.id,
        mode=note.mode,
        first=old.first if old else time,
        changed=time,
        deck=decks[note.key],
        due=dues[note.key],
        digests=digests,
        blanks=blanks.digests(terms, own) if terms else (),
        retired=f"{before.bank}::retired" in note.tags,
    )


def _finished(notes: Sequence[Note], ledger: Ledger) -> list[Note]:
    """The notes with what the ledger says of them."""
    tags = {
        release.time: f"{ledger.bank}::edition::{tag_name(release.edition, str(release.time))}"
        for release in ledger.releases[1:]
    }
    finished = []
    for note in notes:
        entry = ledger.notes[note.key]
        own = (*note.tags, tags[entry.changed]) if entry.changed in tags else note.tags
        finished.append(
            replace(note, deck=entry.deck, due=entry.due, changed=entry.changed, tags=own)
        )
    return finished
