from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizgen.bank.filters import Selection
from quizgen.bank.load import load_bank
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.bank.model import Bank


@pytest.fixture
def bank(example: Path) -> Bank:
    return load_bank(example)


def ids(bank: Bank, **wanted: list[str]) -> list[str]:
    return [question.claim.id for question in Selection.of(bank, **wanted).questions(bank)]


def test_without_a_wish_everything_is_chosen_in_the_order_of_the_bank(bank: Bank) -> None:
    assert Selection.of(bank).questions(bank) == list(bank.questions)


def test_topics_authors_and_kinds_narrow_one_another(bank: Bank) -> None:
    assert ids(bank, topics=["money"]) == ["ellery-thesis", "okafor-taxis"]
    assert ids(bank, topics=["money"], authors=["okafor"]) == ["okafor-taxis"]
    assert ids(bank, topics=["money"], authors=["okafor"], kinds=["fact"]) == []


def test_two_words_of_one_filter_widen_it(bank: Bank) -> None:
    assert ids(bank, kinds=["fact", "quote"], authors=["ellery"]) == [
        "ellery-founding",
        "ellery-founding",
        "ellery-mayor-quote",
    ]


@pytest.mark.parametrize("author", ["okafor", "Okafor", "daniel", "DANIEL OKAFOR", "el o"])
def test_an_author_is_found_by_id_or_by_a_part_of_the_name(bank: Bank, author: str) -> None:
    assert Selection.of(bank, authors=[author]).authors == {"okafor"}


def test_a_comparison_belongs_to_each_of_its_authors(bank: Bank) -> None:
    for author in ("ellery", "okafor"):
        assert "both-service" in ids(bank, authors=[author])


@pytest.mark.parametrize(
    ("wanted", "message", "advice"),
    [
        ({"topics": ["mony"]}, "--topic: error unknown: there is no topic 'mony'",
         "did you mean money? There are: service, money"),
        ({"topics": [""]}, "there is no topic ''", "There are: service, money"),
        ({"topics": ["Money"]}, "there is no topic 'Money'", "did you mean money?"),
        ({"authors": ["Smith"]}, "--author: error unknown", "There are: ellery, okafor"),
        ({"authors": [""]}, "there is no author ''", "There are: ellery, okafor"),
        ({"kinds": ["opinion"]}, "--kind: error unknown: there is no kind 'opinion'",
         "There are: fact, quote, interpretation"),
    ],
)  # fmt: skip
def test_a_word_that_fits_nothing_is_told_with_what_there_is(
    bank: Bank, wanted: dict[str, list[str]], message: str, advice: str
) -> None:
    with pytest.raises(QuizgenError) as caught:
        Selection.of(bank, **wanted)
    assert message in str(caught.value)
    assert advice in str(caught.value)


def test_all_unknown_words_are_told_at_once(bank: Bank) -> None:
    with pytest.raises(QuizgenError) as caught:
        Selection.of(bank, ["a", "b"], ["c"], ["d"])
    assert len(caught.value.problems) == 4
