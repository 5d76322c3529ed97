from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from quizgen.modes import MODES, WAYS, ask

from quizgen.bank.attribution import GAP, Prompt, Stem
from quizgen.bank.load import load_bank
from quizgen.bank.model import Distractor

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.bank.model import Bank, Question


@pytest.fixture
def bank(example: Path) -> Bank:
    return load_bank(example)


def question(bank: Bank, id: str = "ellery-founding.route") -> Question:
    return bank.by_id[id]


def test_every_question_can_be_put_in_each_of_its_modes(bank: Bank) -> None:
    put = [ask(bank, q, mode, "seed") for q in bank.questions for mode in q.modes]
    assert {asked.mode for asked in put} == set(MODES) == set(WAYS)
    for asked in put:
        assert isinstance(asked.prompt, Prompt)
        assert asked.key
        assert bool(asked.options) == (WAYS[asked.mode] == "choose")
        assert not asked.options or asked.key in asked.options
        assert asked.judge(asked.key) == "right"
        assert asked.judge("something else") == "wrong"


def test_only_who_hides_the_author_and_its_answer_names_him(bank: Bank) -> None:
    for q in bank.questions:
        for mode in q.modes:
            asked = ask(bank, q, mode, "seed")
            names = [source.author for source in q.claim.sources]
            assert all(name in (asked.key if mode == "who" else asked.prompt) for name in names)


def test_a_cloze_hides_its_answer_and_shows_the_rest(bank: Bank) -> None:
    asked = ask(bank, question(bank), "cloze", "seed")
    assert GAP in asked.prompt
    assert asked.key.casefold() not in asked.prompt.casefold()
    others = [term for term in asked.question.claim.statement.blanks if term != asked.key]
    assert all(term in asked.prompt for term in others)


def test_a_cloze_asks_for_the_blank_that_the_question_does_not_tell(bank: Bank) -> None:
    claim = replace(
        question(bank).claim, statement=Stem("[[Ann]] met [[Bob]] in [[1987]] and [[ann]] left")
    )
    stem = Stem("when did Ann meet Bob?")
    asked = ask(bank, replace(question(bank), claim=claim, stem=stem), "cloze", "seed")
    assert asked.key == "1987"
    stem = Stem("who met Bob in 1987?")
    asked = ask(bank, replace(question(bank), claim=claim, stem=stem), "cloze", "seed")
    assert asked.key == "Ann"
    assert asked.prompt.count(GAP) == 2
    assert not asked.asks_the_same


def test_a_slip_in_a_gap_is_forgiven_but_another_word_is_not(bank: Bank) -> None:
    claim = replace(question(bank).claim, statement=Stem("they met in [[Brussels]]"))
    asked = ask(bank, replace(question(bank), claim=claim), "cloze", "seed")
    assert asked.judge("Brusels") == "spelling"
    assert asked.judge("Lisbon") == "wrong"


@pytest.mark.parametrize("mode", ["choice", "typed", "recall", "cloze", "who"])
def test_what_is_shown_does_not_depend_on_which_option_is_the_key(bank: Bank, mode: str) -> None:
    asked_of = question(bank)
    texts = [asked_of.key, *(d.text for d in asked_of.distractors)]
    shown = set()
    for key, *wrong in permutations(texts):
        changed = replace(
            asked_of, key=key, accept=(), distractors=tuple(Distractor(text) for text in wrong)
        )
        asked = ask(bank, changed, mode, "seed")  # type: ignore[arg-type]
        shown.add((asked.prompt, tuple(asked.options)))
    assert len(shown) == 1
