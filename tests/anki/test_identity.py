from __future__ import annotations

from quizgen.anki.identity import deck_id, note_guid, note_type_id


def test_identities_are_what_they_were_in_the_first_release() -> None:
    assert note_guid("nato", "ng-first-combat.year", "recall") == "cae2a2308942727bfe62"
    assert note_type_id("nato", "choice") == 1_323_700_699_807
    assert deck_id("nato") == 1_096_617_322_297
    assert deck_id("nato", "ukraine") == 1_471_645_176_209


def test_each_kind_of_each_question_of_each_bank_is_a_note_of_its_own() -> None:
    guids = {
        note_guid(bank, question, mode)
        for bank in ("nato", "un")
        for question in ("a.b", "a")
        for mode in ("recall", "who")
    }
    assert len(guids) == 8


def test_note_types_of_two_banks_differ() -> None:
    assert note_type_id("nato", "recall") != note_type_id("un", "recall")
