"""Bank -> .apkg file."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from quizgen.anki.deck import Package, Times
from quizgen.anki.notes import notes
from quizgen.anki.part import Part
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quizgen.bank.model import Bank, Mode

_ALL = Part()


@dataclass(frozen=True, slots=True)
class Summary:
    """What went into a package."""

    notes: Mapping[Mode, int]
    """How many of each kind."""
    cards: int


def write_package(bank: Bank, path: Path, times: Times, part: Part = _ALL) -> Summary:
    """Write a bank as an Anki package. The same input gives the same bytes.

    Args:
        bank: the bank.
        path: the file; one that is there already is replaced as a whole or not at all.
        times: when each note and note type last changed.
        part: what to take of the bank.

    Raises:
        QuizgenError: where nothing is left to write, a text cannot be shown in Anki, or the
            file cannot be written.
    """
    chosen = notes(bank, part)
    if not chosen:
        raise QuizgenError.of(
            str(path), "empty-deck", "no question fits, so the deck would be empty", "ask for more"
        )
    write_atomically(path, _zip(_collection(Package(bank, chosen, times), times.released)))
    kinds = Counter(note.mode for note in chosen)
    return Summary(dict(kinds), sum(len(note.cards) for note in chosen))


def _collection(package: Package, released: int) -> bytes:
    """The package's database, built in memory: genanki itself leaves a temporary file behind."""
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), released, count(released * 1000))
        connection.commit()
        return connection.serialize()


def _zip(collection: bytes) -> bytes:
    members = {"collection.anki2": collection, "media": json.dumps({}).encode()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the file's bytes tell no time
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()
