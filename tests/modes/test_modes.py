from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.attribution import GAP, Prompt, Stem
from quizgen.bank.load import load_bank
from quizgen.bank.model import Distractor
from quizgen.modes import MODES, ask, modes_of

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
    assert {asked.mode.name for asked in put} == set(MODES)
    for asked in put:
        assert isinstance(asked.prompt, Prompt)
        assert asked.key
        assert bool(asked.options) == (asked.mode.way == "choose")
        assert not asked.options or asked.key in asked.options
        assert asked.judge(asked.key) == "right"
        assert asked.judge("something else") == "wrong"


def test_a_question_is_asked_in_the_ways_that_it_has_the_parts_for(bank: Bank) -> None:
    full = question(bank)
    assert modes_of(full, 2) == ("choice", "typed", "recall", "cloze", "who")
    assert modes_of(replace(full, distractors=full.distractors[:1]), 2)[0] == "typed"
    plain = replace(full, claim=replace(full.claim, statement=Stem("no blank stands here")))
    assert "cloze" not in modes_of(plain, 2)


def test_a_long_answer_is_typed_only_where_spellings_are_listed(bank: Bank) -> None:
    long = replace(question(bank), key="one two three four five", accept=())
    assert "typed" not in modes_of(long, 2)
    assert "typed" in modes_of(replace(long, accept=("one",)), 2)
    assert "typed" in modes_of(replace(long, key="one two three four"), 2)


def test_nobody_is_asked_for_the_author_where_there_is_nothing_to_choose(bank: Bank) -> None:
    full = question(bank)
    assert "who" not in modes_of(full, 1)
    also = replace(full, claim=replace(full.claim, also=("okafor",)))
    assert "who" not in modes_of(also, 2)
    compared = next(q for q in bank.questions if len(q.claim.sources) > 1)
    assert "who" not in modes_of(compared, 2)


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
    assert "".join(piece.text for piece in asked.stretches) == asked.prompt
    assert {piece.text for piece in asked.stretches if piece.blank} == {GAP}
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


@pytest.mark.parametrize("mode", MODES)
def test_what_is_shown_does_not_depend_on_which_option_is_the_key(bank: Bank, mode: str) -> None:
    asked_of = question(bank)
    texts = [asked_of.key, *(d.text for d in asked_of.distractors)]
    shown = set()
    for key, *wrong in permutations(texts):
        changed = replace(
            asked_of, key=key, accept=(), distractors=tuple(Distractor(text) for text in wrong)
        )
        asked = ask(bank, changed, mode, "seed")
        shown.add((asked.prompt, tuple(asked.options)))
    assert len(shown) == 1
