"""Short digests by which the ledger sees what changed."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from quizgen.anki.note_types import NoteType

if TYPE_CHECKING:
    from quizgen.anki.notes import Note
    from quizgen.bank.model import Bank


@lru_cache(maxsize=4096)  # authors, sources and tags are those of many notes
def digest(text: str, size: int = 3) -> str:
    """The digest of a text in hexadecimal digits, two for each of ``size`` bytes."""
    return blake2b(text.encode(), digest_size=size).hexdigest()


def note_digests(note: Note) -> tuple[str, ...]:
    """One for each field, empty for an empty one, and last that of the tags."""
    texts = (*note.fields, " ".join(note.tags))
    return tuple(digest(text) if text else "" for text in texts)


def type_digest(bank: Bank, mode: str, site: str) -> str:
    """The digest of all that a note type is, but for its time."""
    settings = NoteType(bank, mode, 0, site).to_json(0, 0)
    return digest(json.dumps(settings, sort_keys=True), 8)
