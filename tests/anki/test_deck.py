from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.anki.identity import deck_id

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
