"""An edition -> .apkg file."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from quizgen.anki.collection import Look, write_collection
from quizgen.anki.part import Part
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.anki.edition import Edition
    from quizgen.anki.notes import Note

_ALL, _PLAIN = Part(), Look()
_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Summary:
    """What went into a package."""

    notes: Mapping[str, int]
    """How many of each kind."""
    cards: int


def write_package(edition: Edition, path: Path, part: Part = _ALL, look: Look = _PLAIN) -> Summary:
    """Write an edition, or a part of it, as an Anki package. The same input gives the same bytes.

    Args:
        edition: bank, notes and times.
        path: the file; one that is there already is replaced as a whole or not at all.
        part: what to take of it.
        look: what else the deck has.

    Raises:
        QuizgenError: where nothing is left to write, or the file cannot be written.
    """
    chosen = chosen_notes(edition, part)
    write_atomically(path, _package(edition, chosen, look, path.parent))
    kinds = Counter(note.mode for note in chosen)
    return Summary(dict(kinds), sum(len(note.cards) for note in chosen))


def package_bytes(edition: Edition, folder: Path, part: Part = _ALL, look: Look = _PLAIN) -> bytes:
    """The bytes of a package, for whoever sends them on.

    Args:
        edition: bank, notes and times.
        folder: where a file may stand while the database is built; nothing stays there.
        part: what to take of it.
        look: what else the deck has.

    Raises:
        QuizgenError: where nothing is left to write, or the folder cannot be written to.
    """
    return _package(edition, chosen_notes(edition, part), look, folder)


def chosen_notes(edition: Edition, part: Part) -> Sequence[Note]:
    """The notes of a part of an edition.

    Raises:
        QuizgenError: where there are none.
    """
    chosen = [note for note in edition.notes if part.makes(note.mode) and part.takes(note.claim)]
    if not chosen:
        message = "no question fits, so the deck would be empty"
        raise QuizgenError.of("anki", "empty-deck", message, "ask for more")
    return chosen


def _package(edition: Edition, notes: Sequence[Note], look: Look, folder: Path) -> bytes:
    """The zip file in memory, made from a database on disk that has no name any more."""
    path = Path(os.path.realpath(folder)) / f".quizgen-{token_hex(8)}"
    try:
        with path.open("x+b") as file, closing(_connect(path)) as connection:
            connection.execute("SELECT * FROM sqlite_master")  # it opens the file here
            with suppress(PermissionError):  # on Windows it keeps its name to the end
                path.unlink()
            write_collection(connection, edition, notes, look)
            return _zip(file)
    except (OSError, sqlite3.Error) as error:
        message = f"the deck cannot be built here: {getattr(error, 'strerror', None) or error}"
        advice = "choose a folder that you may write to and that has room"
        raise QuizgenError.of(str(folder), "cannot-write", message, advice) from error
    finally:
        with suppress(OSError):  # as a rule it is long gone
            path.unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)  # transactions begin where they are begun


def _zip(collection: io.BufferedRandom) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(_member("collection.anki2"), "w") as member:
            while chunk := collection.read(_CHUNK):
                member.write(chunk)
        archive.writestr(_member("media"), b"{}")
    return buffer.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))  # the file's bytes tell no time
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
