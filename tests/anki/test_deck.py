from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.anki.deck import Times
from quizgen.anki.identity import deck_id, note_type_id
from quizgen.anki.notes import notes
from quizgen.anki.package import write_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.bank.model import Bank


@pytest.fixture
def decks(
    bank: Bank, build: Callable[..., Path], database: Callable[[Path, str], Any]
) -> dict[str, Any]:
    ((text,),) = database(build(bank), "select decks from col")
    return {deck["name"]: deck for deck in json.loads(text).values() if deck["id"] != 1}


def test_decks_stand_under_one_root_in_the_banks_order_of_topics(decks: dict[str, Any]) -> None:
    assert list(decks) == [
        "A small bank",
        "A small bank::01 Powers",
        "A small bank::02 Elections",
        "A small bank::04 Courts: who judges",
    ]
    assert decks["A small bank::01 Powers"]["id"] == deck_id("mini", "powers")


def test_the_root_says_what_the_deck_is(decks: dict[str, Any]) -> None:
    root = decks["A small bank"]
    assert root["md"] is True
    for part in (
        "Two short essays on parliaments",
        "- Ada Abel, “The Purse \\& the Sword” (Civic Review, 2024). Opinion essay, CC BY 4.0.",
        "The claims are the authors’ own",
        "**Updating.**",
        "`tag:mini::author::ada-abel`",
    ):
        assert part in root["desc"]
    assert all(not deck["desc"] for name, deck in decks.items() if "::" in name)


def test_the_collection_says_which_scheduler_it_is_for(
    bank: Bank, build: Callable[..., Path], database: Callable[[Path, str], Any]
) -> None:
    ((conf,),) = database(build(bank), "select conf from col")
    assert json.loads(conf)["schedVer"] == 2


def test_notes_and_note_types_can_have_times_of_their_own(
    bank: Bank, tmp_path: Path, database: Callable[[Path, str], Any]
) -> None:
    old = notes(bank)[0]
    path = tmp_path / "a.apkg"
    write_package(bank, path, Times(2000, {old.guid: 1000}, {"who": 500}))
    times = dict(database(path, "select guid, mod from notes"))
    assert times.pop(old.guid) == 1000
    assert set(times.values()) == {2000}
    ((models,),) = database(path, "select models from col")
    by_id = {int(id): model["mod"] for id, model in json.loads(models).items()}
    assert by_id.pop(note_type_id("mini", "who")) == 500
    assert set(by_id.values()) == {2000}
    cards = dict(database(path, "select nid, mod from cards"))
    assert cards == dict(database(path, "select id, mod from notes"))
