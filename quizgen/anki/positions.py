"""The order in which Anki introduces cards, and the places of those that come later."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from quizgen.modes import MODES
from quizgen.modes.card import ROUNDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizgen.anki.ledger import Key, Ledger
    from quizgen.anki.notes import Note
    from quizgen.anki.part import Part
    from quizgen.bank.model import Bank, Question

# Anki's database check moves new cards from position 1,000,000 on: all rounds fit below, and
# the retired behind them. Notes of one kind stand a thousand apart, for those that come later.
ROUND, GAP = 75_000, 1000
RETIRED_DUE = ROUNDS * ROUND
"""Behind all others: whoever starts now meets retired questions last."""


def by_claim(questions: Iterable[Question], mode: str) -> dict[str, list[Question]]:
    """The questions that allow a kind of note, by the id of their claim."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        if mode in question.modes:
            found.setdefault(question.claim.id, []).append(question)
    return found


def groups(bank: Bank, part: Part) -> Iterator[tuple[str, int, Sequence[Question]]]:
    """For each note its kind, its position and its questions: several for a note of a claim.

    In each topic the central claims come first: whoever stops halfway has met what matters.
    """
    rounds = sorted(MODES.values(), key=lambda mode: mode.card.round)
    per_claim = {m.name: by_claim(bank.questions, m.name) for m in rounds if m.of_claim}
    sizes = Counter(question.claim.topics[0].id for question in bank.questions)
    places: Counter[str] = Counter()
    for question in sorted(bank.questions, key=lambda q: q.claim.weight != "central"):
        topic = question.claim.topics[0].id
        places[topic] += 1
        if not part.takes(question.claim):
            continue
        place = min(GAP, (ROUND - 1) // sizes[topic]) * places[topic]
        for mode in rounds:
            name = mode.name
            if name not in question.modes or not part.makes(name):
                continue
            group = per_claim[name][question.claim.id] if name in per_claim else [question]
            if group[0] is question:
                yield name, mode.card.round * ROUND + place, group


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
