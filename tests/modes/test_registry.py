from __future__ import annotations

import pytest

from quizgen.modes import MODES, Mode, register
from quizgen.modes.card import ROUNDS, Card, Field


def mode(name: str, card: Card) -> Mode:
    members = {"name": name, "label": "New", "explained": "New.", "way": "type", "card": card}
    return type("New", (Mode,), members)()  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("name", "card", "words"),
    [
        ("who", Card(5, ()), "a mode 'who' already"),
        ("new", Card(4, ()), "'who' has round 4"),
        ("new", Card(ROUNDS, ()), "0 to 12"),
        ("new", Card(5, (Field("Question", 1002),)), "the field 'Question'"),
        ("new", Card(5, (Field("Words", 1001),)), "the field 'Words'"),
    ],
)
def test_a_mode_takes_nothing_that_another_one_has(name: str, card: Card, words: str) -> None:
    before = dict(MODES)
    with pytest.raises(ValueError, match=words):
        register(mode(name, card))
    assert before == MODES


def test_there_is_room_for_at_least_twelve_modes_before_anki_moves_cards() -> None:
    from quizgen.anki.positions import RETIRED_DUE, ROUND

    assert ROUNDS >= 12
    assert (ROUNDS - 1) * ROUND + ROUND - 1 < RETIRED_DUE < 1_000_000


def test_people_read_one_label_and_one_sentence_a_mode() -> None:
    assert [mode.label for mode in MODES.values()] == [
        "Choose",
        "Type",
        "Flashcards",
        "Fill the gap",
        "Who says it?",
    ]
    for mode in MODES.values():
        assert mode.explained.endswith(".")
    assert [mode.name for mode in sorted(MODES.values(), key=lambda mode: mode.card.round)] == [
        "choice",
        "cloze",
        "recall",
        "typed",
        "who",
    ]
