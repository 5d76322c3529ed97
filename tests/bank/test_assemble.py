from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import load_bank
from quizgen.bank.model import Distractor

if TYPE_CHECKING:
    from pathlib import Path


def test_the_example_is_assembled_in_the_order_of_its_files(example: Path) -> None:
    bank = load_bank(example)
    assert (bank.id, bank.title, bank.language) == ("night-bus", "The night bus of Lindenau", "en")
    assert [topic.id for topic in bank.topics] == ["service", "money"]
    assert [source.id for source in bank.sources] == ["ellery", "okafor"]
    assert [claim.id for claim in bank.claims] == [
        "both-service",
        "ellery-founding",
        "ellery-mayor-quote",
        "ellery-thesis",
        "okafor-riders",
        "okafor-taxis",
    ]
    assert [question.id for question in bank.questions[:3]] == [
        "both-service.agree",
        "ellery-founding.year",
        "ellery-founding.route",
    ]
    assert list(bank.by_id) == [question.id for question in bank.questions]


def test_a_question_has_all_that_its_entry_says(example: Path) -> None:
    route = load_bank(example).by_id["ellery-founding.route"]
    assert route.key == "the hospital"
    assert route.accept == ("hospital",)
    assert route.distractors == (
        Distractor("the university"),
        Distractor("the town hall", "Ellery names the town hall as the place of the vote."),
        Distractor("the library", "Ellery names no library."),
    )
    assert (route.difficulty, route.skill) == (2, "recall")
    assert route.modes == ("choice", "typed", "recall", "cloze", "who")
    assert route.prompt == (
        "According to Martha Ellery, which building does the night bus link with the station?"
    )
    assert route.claim.citation == (
        "Martha Ellery, “Keep the Last Bus” (The Lindenau Courier, 3 May 2026), paragraph 1"
    )


def test_modes_that_an_entry_lists_are_the_only_ones(example: Path) -> None:
    assert load_bank(example).by_id["both-service.agree"].modes == ("choice", "recall")


def test_a_comparison_names_all_its_authors_and_places(example: Path) -> None:
    claim = load_bank(example).by_id["both-service.agree"].claim
    assert claim.attribution.line == "Martha Ellery and Daniel Okafor"
    assert claim.rests_on == ("ellery-thesis", "okafor-taxis")
    assert [piece.source.id for piece in claim.evidence] == ["ellery", "okafor"]
    assert claim.citation.count("paragraph") == 2


def test_a_quotation_names_its_speaker(example: Path) -> None:
    claim = load_bank(example).by_id["ellery-mayor-quote.what"].claim
    assert claim.attribution.line == "Martha Ellery, citing Mayor Ines Roth"


def test_a_bank_cannot_be_changed(example: Path) -> None:
    bank = load_bank(example)
    for thing in (bank, bank.claims[0], bank.questions[0], bank.sources[0], bank.topics[0]):
        for field in dataclasses.fields(thing):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(thing, field.name, None)
            assert not isinstance(getattr(thing, field.name), list | dict | set)


def test_two_loads_of_a_bank_are_equal(example: Path) -> None:
    assert load_bank(example) == load_bank(example)
