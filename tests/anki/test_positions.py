from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.anki.blanks import digests, numbers
from quizgen.anki.deck_names import deck_entries
from quizgen.anki.ledger import Ledger
from quizgen.anki.positions import positions
from quizgen.bank.model import Bank, Topic

if TYPE_CHECKING:
    from collections.abc import Sequence
from dataclasses import replace

from quizgen.anki.ledger import NoteEntry
from quizgen.anki.notes import Note, notes


def _bank(*ids: str) -> Bank:
    topics = tuple(Topic(id, id.upper()) for id in ids)
    return Bank("b", "B", "", "en", topics, (), (), ())


@pytest.mark.parametrize(
    ("later", "labels"),
    [
        ("a b c", "01 02 03"),
        ("a b c d", "01 02 03 04"),
        ("a x b c", "01 01b 02 03"),
        ("a x y b c", "01 01b 01c 02 03"),
        ("x a b c", "00 01 02 03"),
        ("x y a b c", "00 00b 01 02 03"),
        ("c b a", "03 02 01"),
    ],
)
def test_a_topic_that_comes_in_between_gets_a_label_in_between(later: str, labels: str) -> None:
    before = deck_entries(_bank("a", "b", "c"), Ledger("b"))
    bank = _bank(*later.split())
    after = deck_entries(bank, Ledger("b", decks=before))
    assert [after[id].name.split()[0] for id in later.split()] == labels.split()
    assert all(after[id].name == deck.name for id, deck in before.items())


def test_labels_stay_apart_and_in_order_whatever_is_put_in(bank: Bank) -> None:
    decks = deck_entries(_bank("a", "b"), Ledger("b"))
    order = ["a", "b"]
    for place, new in enumerate("cdefghijklmnopq"):
        order.insert(1 if place % 2 else len(order) - 1, new)
        decks = deck_entries(_bank(*order), Ledger("b", decks=decks))
    names = [decks[id].name for id in order]
    assert len({name.split()[0] for name in names}) == len(order)


def test_a_removed_topic_keeps_its_deck() -> None:
    before = deck_entries(_bank("a", "b"), Ledger("b"))
    after = deck_entries(_bank("a", "c"), Ledger("b", decks=before))
    assert after["b"].name == "02 B"
    assert len({deck.name for deck in after.values()}) == 4


def test_the_hundredth_topic_sorts_behind_the_others() -> None:
    ids = [f"t{number}" for number in range(99)]
    before = deck_entries(_bank(*ids), Ledger("b"))
    after = deck_entries(_bank(*ids, "late"), Ledger("b", decks=before))
    assert sorted(deck.name for deck in after.values() if deck.topic != "-")[-1] == "99b LATE"


def _places(bank: Bank, made: Sequence[Note], old: dict[str, int]) -> list[int]:
    entries = {
        (id, made[0].mode): NoteEntry(id, made[0].mode, 1, 1, "powers", due, ())
        for id, due in old.items()
    }
    ledger = Ledger(bank.id, notes=entries)
    found = positions(made, {note.key: "powers" for note in made}, ledger)
    return [found[note.key] for note in made]


def _row(bank: Bank, ids: str) -> list[Note]:
    (first, *_) = [note for note in notes(bank) if note.mode == "choice"]
    return [replace(first, id=id, due=index) for index, id in enumerate(ids)]


@pytest.mark.parametrize(
    ("ids", "old", "places"),
    [
        ("abc", {}, [0, 1, 2]),
        ("abc", {"a": 1000, "c": 2000}, [1000, 1500, 2000]),
        ("abcd", {"a": 1000, "d": 4000}, [1000, 2000, 3000, 4000]),
        ("abc", {"a": 1000}, [1000, 2000, 3000]),
        ("abc", {"c": 900}, [300, 600, 900]),
        ("abc", {"a": 5, "c": 5}, [5, 5, 5]),
        ("abc", {"a": 7, "c": 5}, [7, 7, 5]),
        ("ab", {"a": 74_999}, [74_999, 74_999]),
    ],
)
def test_late_notes_stand_between_their_neighbours(
    bank: Bank, ids: str, old: dict[str, int], places: list[int]
) -> None:
    assert _places(bank, _row(bank, ids), old) == places


@pytest.mark.parametrize(
    ("old", "new", "found", "lost"),
    [
        ("", "a b", [1, 2], 0),
        ("a b", "a b", [1, 2], 0),
        ("a b", "b a", [2, 1], 0),
        ("a b", "c a b", [3, 1, 2], 0),
        ("a b", "a x", [1, 2], 0),
        ("a b", "b", [2], 1),
        ("a a", "a a b", [1, 2, 3], 0),
        ("a b c", "x c", [1, 3], 1),
    ],
)
def test_a_blank_keeps_its_number(old: str, new: str, found: list[int], lost: int) -> None:
    terms = old.split()
    before = digests(terms, range(1, len(terms) + 1))
    assert numbers(new.split(), before) == (found, lost)
