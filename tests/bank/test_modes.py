from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from quizgen.bank.modes import possible_modes

from quizgen.bank.entries import ClaimEntry, QuestionEntry

if TYPE_CHECKING:
    from quizgen.bank.model import Mode


def modes(
    claim: dict[str, Any] | None = None, question: dict[str, Any] | None = None, authors: int = 2
) -> list[Mode]:
    basis = {"id": "a", "kind": "fact", "text": "x", "topics": ["t"]}
    evidence = {"paragraph": "1", "quote": "one two three"}
    asked = {"ask": "x?", "answer": "one", "wrong": ["two", "three"], "why": "so"}
    return list(
        possible_modes(
            ClaimEntry.model_validate(basis | {"evidence": evidence} | (claim or {})),
            QuestionEntry.model_validate(asked | (question or {})),
            authors,
        )
    )


def test_a_plain_question_can_be_chosen_typed_recalled_and_asked_for_its_author() -> None:
    assert modes() == ["choice", "typed", "recall", "who"]


@pytest.mark.parametrize("wrong", [[], ["two"]])
def test_a_choice_needs_two_distractors(wrong: list[str]) -> None:
    assert "choice" not in modes(question={"wrong": wrong})


def test_a_long_answer_is_typed_only_where_spellings_are_listed() -> None:
    long = "one two three four five"
    assert "typed" in modes(question={"answer": "one two three four"})
    assert "typed" not in modes(question={"answer": long})
    assert "typed" in modes(question={"answer": long, "accept": ["one"]})


def test_a_cloze_needs_a_blank() -> None:
    assert "cloze" in modes({"text": "a [[b]]"})
    assert "cloze" not in modes()


@pytest.mark.parametrize("claim", [{"also": ["b"]}, {"sources": ["a", "b"]}])
def test_a_claim_of_several_authors_is_not_asked_for_its_author(claim: dict[str, Any]) -> None:
    assert "who" not in modes(claim)


def test_a_bank_of_one_author_does_not_ask_for_authors() -> None:
    assert "who" not in modes(authors=1)
