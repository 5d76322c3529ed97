from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from quizgen.intake.essays.proposals import propose
from tests.intake.essays.made import BODY, HEADING

if TYPE_CHECKING:
    from quizgen.intake.essays import Proposal

FOUND = propose([("", BODY[0]), (HEADING, BODY[1]), (HEADING, BODY[2])])


def holding(words: str) -> Proposal:
    return next(proposal for proposal in FOUND if words in proposal.phrase)


def test_each_phrase_stands_in_its_sentence_letter_for_letter_and_has_3_to_12_words() -> None:
    for proposal in FOUND:
        assert proposal.phrase in proposal.sentence
        assert proposal.sentence in BODY[proposal.paragraph - 1]
        assert 3 <= len(proposal.phrase.split()) <= 12
        assert all(blank in proposal.phrase for blank in proposal.blanks)


def test_the_likeliest_come_first() -> None:
    assert [p.score for p in FOUND] == sorted((p.score for p in FOUND), reverse=True)


def test_dates_numbers_treaties_and_firsts_are_found() -> None:
    for words in (
        "1911",
        "40 Italian",
        "1954",
        "two arches",
        "June 1961",
        "first bridge",
        "30 per",
    ):
        assert holding(words)
    assert "Treaty of Altstadt" in holding("Treaty").blanks
    assert "June 1961" in holding("June 1961").blanks


def test_a_quotation_has_its_speaker() -> None:
    proposal = holding("never build in wood again")
    assert (proposal.kind, proposal.speaker) == ("quote", "Mayor Karl Brandt")


def test_a_report_has_its_speaker_and_stays_a_fact() -> None:
    proposal = holding("30 percent")
    assert (proposal.kind, proposal.speaker) == ("fact", "Ada Lindgren")


def test_the_speaker_of_a_second_sentence_is_the_one_of_the_first() -> None:
    text = "“It was expected,” Mayor Karl Brandt explained in 1954. “Everyone knew it well.”"
    assert {proposal.speaker for proposal in propose([("", text)])} == {"Mayor Karl Brandt"}


def test_a_question_is_not_proposed_and_the_first_person_counts_less() -> None:
    text = "Did the town build 40 bridges in 1911? I built 40 bridges in 1911. It built 40 in 1911."
    assert [p.sentence for p in propose([("", text)])] == [
        "It built 40 in 1911.",
        "I built 40 bridges in 1911.",
    ]


def test_candidates_are_of_the_same_kind_and_form() -> None:
    assert set(holding("1954").candidates) == {"1911"}
    assert "Ada Lindgren" in holding("Mayor Karl").candidates or holding("never build").speaker


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    text = "Clearly the old bridge held well. Yesterday nobody clearly looked at all of it."
    assert propose([("", text)]) == []


def test_a_record_has_exactly_the_keys_that_are_promised() -> None:
    keys = ["paragraph", "heading", "sentence", "phrase", "kind", "speaker", "blanks", "score"]
    assert list(FOUND[0].as_record()) == keys


@given(st.text(alphabet=st.sampled_from("Aa b1,.“”?—-’éعن\t"), max_size=300))
def test_whatever_stands_there_phrases_are_letter_for_letter(text: str) -> None:
    for proposal in propose([("", text)]):
        assert proposal.phrase in text
        assert 3 <= len(proposal.phrase.split()) <= 12
