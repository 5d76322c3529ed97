"""Where new cards stand: a late question between its neighbours, a known one where it was."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from quizgen.anki.notes import GAP, ROUND
from quizgen.modes import MODES
from quizgen.modes.card import ROUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.anki.ledger import Key, Ledger
    from quizgen.anki.notes import Note

RETIRED_DUE = ROUNDS * ROUND
"""Behind all others: whoever starts now meets retired questions last."""


def positions(notes: Sequence[Note], decks: Mapping[Key, str], ledger: Ledger) -> dict[Key, int]:
    """The position of each note.

    Args:
        notes: all that are asked, in the bank's order.
        decks: the topic of each note's deck.
        ledger: knows the notes that were released before.
    """
    rows: dict[tuple[str, int], list[Note]] = {}
    for note in notes:
        rows.setdefault((decks[note.key], MODES[note.mode].card.round), []).append(note)
    return {
        key: due
        for (_, index), row in rows.items()
        for key, due in _row(row, index * ROUND, ledger).items()
    }


def _row(notes: Sequence[Note], start: int, ledger: Ledger) -> dict[Key, int]:
    """The positions of one kind in one deck."""
    old = {
        note.key: entry.due
        for note in notes
        if (entry := ledger.notes.get(note.key)) and not entry.retired
    }
    if not old:
        return {note.key: note.due for note in notes}
    dues: dict[Key, int] = {}
    before = start
    runs = [(known, list(run)) for known, run in groupby(notes, lambda note: note.key in old)]
    for number, (known, run) in enumerate(runs):
        if known:
            dues |= {note.key: old[note.key] for note in run}
            before = old[run[-1].key]
            continue
        if number + 1 < len(runs):
            step = (old[runs[number + 1][1][0].key] - before) / (len(run) + 1)
        else:
            step = min(GAP, (start + ROUND - before) / (len(run) + 1))
        step = max(0, step)  # the bank's order may have changed since
        dues |= {note.key: int(before + step * place) for place, note in enumerate(run, 1)}
    return dues
