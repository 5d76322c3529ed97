"""The names of decks: numbered so that Anki, which sorts by name, keeps the bank's order.

Anki knows a deck by its name, so a name stays what it was in the first release, whatever
becomes of the topic's title or its place. A topic that comes in between is 03b.
"""

from __future__ import annotations

from dataclasses import replace
from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizgen.anki.ledger import ROOT, DeckEntry
from quizgen.anki.text import deck_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.anki.ledger import Ledger
    from quizgen.bank.model import Bank


def deck_entries(bank: Bank, ledger: Ledger) -> dict[str, DeckEntry]:
    """The root's deck and that of each topic that there is or was."""
    decks = {topic: replace(deck, line=0) for topic, deck in ledger.decks.items()}
    titles = {ROOT: bank.title} | {topic.id: topic.title for topic in bank.topics}
    for id in titles.keys() & decks.keys():
        decks[id] = replace(decks[id], title=titles[id])
    decks.setdefault(ROOT, DeckEntry(ROOT, deck_name(bank.title), bank.title))
    known = [len(label.rstrip(ascii_lowercase)) for label in _labels(decks)]
    digits = max(known or [2, len(str(len(bank.topics)))])
    before = ""
    for topic in bank.topics:
        if topic.id not in decks:
            label = _after(before, _labels(decks), digits)
            name = f"{label} {deck_name(topic.title)}"
            decks[topic.id] = DeckEntry(topic.id, name, topic.title)
        before = _label(decks[topic.id])
    return decks


def _label(deck: DeckEntry) -> str:
    return deck.name.split(" ", 1)[0]


def _labels(decks: Mapping[str, DeckEntry]) -> set[str]:
    return {_label(deck) for topic, deck in decks.items() if topic != ROOT}


def _after(before: str, taken: set[str], digits: int) -> str:
    """A label that sorts behind one label and, where there is room, before the next taken one."""
    if all(label <= before for label in taken):
        number = f"{int(before[:digits] or 0) + 1:0{digits}}"
        return number if len(number) == digits else f"{before}b"
    if not before:
        before = "0" * digits
        if before not in taken:
            return before
    following = min((label for label in taken if label > before), default="~")
    letters = "bcdefghijklmnopqrstuvwxyza"
    stems = (before[:-1], before) if before[-1].isalpha() else (before,)
    for label in (stem + letter for stem in stems for letter in letters):
        if before < label < following:
            return label
    return _after(following, taken, digits)
