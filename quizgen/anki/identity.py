"""Who is who in Anki, whatever the words: ids that never change.

Anki knows a note by its guid, a note type, its fields and its templates by their ids. All of
them come from permanent ids of the bank, so that mending a word updates a note in place and
renaming a field moves nothing. Note types belong to a bank: two banks that were built by two
versions of quizgen cannot overwrite each other's.
"""

from __future__ import annotations

import hashlib


def note_guid(bank_id: str, item_id: str, mode: str) -> str:
    """The guid of a note.

    Args:
        bank_id: the bank's id.
        item_id: the id of the question, or of the claim for cloze and who notes.
        mode: the kind of note; each kind of one question is a note of its own.

    Returns:
        20 hexadecimal digits, which stay what they are in any text file.
    """
    return _digest("note", bank_id, item_id, mode)[:20]


def note_type_id(bank_id: str, mode: str) -> int:
    """The id of the bank's note type of a kind."""
    return _number("note type", bank_id, mode)


def deck_id(bank_id: str, topic_id: str = "") -> int:
    """The id of the bank's root deck, or of the deck of a topic."""
    return _number("deck", bank_id, topic_id)


def preset_id(bank_id: str) -> int:
    """The id of the bank's deck options."""
    return _number("preset", bank_id)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(("quizgen", *parts)).encode()).hexdigest()


def _number(*parts: str) -> int:
    # Anki's own ids are times in milliseconds and it mends those of the future,
    # so these lie between 2001 and 2017.
    return 1_000_000_000_000 + int(_digest(*parts)[:16], 16) % 500_000_000_000
