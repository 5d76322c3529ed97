from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizgen.anki.note_types import fields_of
from quizgen.anki.notes import Note, notes
from quizgen.anki.part import Part
from quizgen.bank.filters import Selection
from quizgen.bank.load import load_bank
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.bank.model import Bank


def _fields(note: Note) -> dict[str, str]:
    return dict(zip((field.name for field in fields_of(note.mode)), note.fields, strict=True))


def _find(bank: Bank, mode: str, id: str) -> dict[str, str]:
    (fields,) = [
        fields
        for note in notes(bank)
        if note.mode == mode and (fields := _fields(note))["Id"] == id
    ]
    return fields


def test_each_question_gives_a_note_for_each_of_its_modes(bank: Bank) -> None:
    made = Counter(note.mode for note in notes(bank))
    modes = Counter(mode for question in bank.questions for mode in question.modes)
    assert made["choice"] == modes["choice"] == 3
    assert made["recall"] == modes["recall"] == 6
    assert made["typed"] == modes["typed"]


def test_a_claim_gives_one_cloze_and_one_who_note_whatever_its_questions(bank: Bank) -> None:
    ids = [_fields(note)["Id"] for note in notes(bank) if note.mode in ("cloze", "who")]
    assert sorted(ids) == [
        "abel-first-vote",
        "abel-first-vote",
        "abel-purse",
        "abel-purse",
        "bell-judges",
    ]


def test_a_citation_leads_to_the_very_words_where_the_address_is_known(example: Path) -> None:
    path = example / "ellery.yaml"
    lines = "  url: https://e.org/?a&b\n  licence: "
    path.write_text(path.read_text("utf-8").replace("  licence: ", lines, 1), "utf-8")
    bank = load_bank(example)
    known = _find(bank, "recall", "ellery-founding.year")["Source"]
    address = "https://e.org/?a&amp;b#:~:text=running%20since%202011"
    assert f'<a href="{address}">Martha Ellery, “' in known
    assert "<a" not in _find(bank, "recall", "okafor-riders.number")["Source"]


def test_a_cloze_note_has_a_card_for_each_blank(bank: Bank) -> None:
    (note,) = [
        note for note in notes(bank) if note.mode == "cloze" and _fields(note)["Id"] == "abel-purse"
    ]
    assert note.cards == (0, 1)
    assert note.fields[0] == (
        "According to Ada Abel, control of the {{c1::purse}} restrains a {{c2::ruler}}"
    )


def test_a_note_tells_on_what_its_answer_rests(bank: Bank) -> None:
    fields = _find(bank, "recall", "abel-first-vote.year")
    assert (
        fields["Question"] == "According to Ada Abel, in which year was the first vote on a budget?"
    )
    assert fields["Answer"] == "1867"
    assert fields["Why"] == "<p dir=auto>Abel dates the vote to 1867.</p>"
    assert fields["Claim"] == "Claim of fact"
    assert fields["Author"] == "Ada Abel, citing the clerk of the house"
    assert "<q>first vote of a budget</q>" in fields["Source"]
    assert (
        "Ada Abel, “The Purse &amp; the Sword” (Civic Review, 2024), paragraph 9"
        in fields["Source"]
    )
    assert fields["Note"] == "The records of the house begin in 1869."
    assert fields["Reference"] == "Journal of the House, volume 1"


def test_a_comparison_names_each_essay_with_its_evidence(bank: Bank) -> None:
    source = _find(bank, "recall", "compare-restraint.need")["Source"]
    assert source.index("cannot pay") < source.index("Ada Abel") < source.index("last word")
    assert source.index("last word") < source.index("Bo Bell")


def test_a_who_note_names_the_author_only_after_the_answer(bank: Bank) -> None:
    fields = _find(bank, "who", "abel-first-vote")
    assert "Abel" not in fields["Question"]
    assert fields["Answer"] == "Ada Abel"


def test_a_note_of_a_claim_gives_each_rationale_once(bank: Bank) -> None:
    assert _find(bank, "cloze", "abel-first-vote")["Why"] == (
        "<p dir=auto>Abel dates the vote to 1867.</p><p dir=auto>Abel cites the clerk.</p>"
    )


def test_tags_tell_topic_author_kind_difficulty_and_mode(bank: Bank) -> None:
    (note,) = [
        note for note in notes(bank, Part(modes=frozenset({"choice"}))) if "purse" in note.fields[2]
    ]
    assert note.tags == (
        "mini::topic::powers",
        "mini::topic::courts",
        "mini::author::ada-abel",
        "mini::kind::interpretation",
        "mini::difficulty::1",
        "mini::mode::choice",
    )


def test_spare_fields_are_empty(bank: Bank) -> None:
    for note in notes(bank):
        assert note.fields[-4:] == ("", "", "", "")


@pytest.mark.parametrize(
    ("part", "count"),
    [
        (Part(modes=frozenset({"recall"})), 6),
        (Part(Selection(kinds=frozenset({"quote"}))), 4),
        (Part(Selection(topics=frozenset({"elections"}))), 6),
        (Part(Selection(authors=frozenset({"bell"}))), 5),
        (Part(Selection(topics=frozenset({"unused"}))), 0),
    ],
)
def test_a_part_holds_what_is_asked_for(bank: Bank, part: Part, count: int) -> None:
    assert len(notes(bank, part)) == count


def test_claims_with_a_content_note_can_be_left_out(bank: Bank) -> None:
    left = notes(bank, Part(content_notes=False))
    assert len(left) == len(notes(bank)) - 1
    assert not any(_fields(note)["Content Note"] for note in left)


def test_a_note_is_the_same_in_a_part_as_in_the_whole(bank: Bank) -> None:
    whole = notes(bank)
    for part in (
        Part(modes=frozenset({"who"})),
        Part(Selection(topics=frozenset({"courts"}))),
        Part(content_notes=False),
    ):
        assert set(notes(bank, part)) <= set(whole)


def test_kinds_are_introduced_round_by_round_in_the_banks_order(bank: Bank) -> None:
    in_deck = [note for note in notes(bank) if note.deck == "elections"]
    order = [(note.mode, _fields(note)["Id"]) for note in sorted(in_deck, key=lambda n: n.due)]
    assert order == [
        ("choice", "abel-first-vote.year"),
        ("cloze", "abel-first-vote"),
        ("recall", "abel-first-vote.year"),
        ("recall", "abel-first-vote.how"),
        ("typed", "abel-first-vote.year"),
        ("who", "abel-first-vote"),
    ]


def test_positions_leave_gaps_and_stay_below_a_million(bank: Bank) -> None:
    assert notes(bank)[0].due == 1000
    question = bank.questions[0]
    many = replace(
        bank, questions=tuple(replace(question, id=f"abel-purse.q{n}") for n in range(1500))
    )
    made = notes(many)
    assert max(note.due for note in made) < 1_000_000
    choices = [note.due for note in made if note.mode == "choice"]
    assert len(set(choices)) == 1500
    assert choices == sorted(choices)


def test_mended_words_leave_the_guid(bank: Bank) -> None:
    questions = tuple(
        replace(question, key="another", rationale="other") for question in bank.questions
    )
    before, after = notes(bank), notes(replace(bank, questions=questions))
    assert [note.guid for note in before] == [note.guid for note in after]
    assert before != after


def test_all_texts_that_cannot_be_shown_are_told_at_once(bank: Bank) -> None:
    questions = tuple(
        replace(question, key="\u200b", modes=("recall",)) for question in bank.questions
    )
    with pytest.raises(QuizgenError) as error:
        notes(replace(bank, questions=questions))
    assert len(error.value.problems) == len(questions)
    assert {problem.file for problem in error.value.problems} == set(bank.by_id)


def test_in_each_topic_the_central_claims_come_first(bank: Bank) -> None:
    last = bank.questions[-1].claim
    heavy = replace(last, weight="central")
    questions = [replace(q, claim=heavy) if q.claim is last else q for q in bank.questions]
    made = notes(replace(bank, questions=tuple(questions)))
    own = [note for note in made if note.claim is heavy]
    assert own
    for note in own:
        assert f"{bank.id}::central" in note.tags
        beside = [n for n in made if (n.deck, n.mode) == (note.deck, note.mode)]
        assert min(beside, key=lambda n: n.due).claim is heavy
    assert all(f"{bank.id}::central" not in n.tags for n in made if n.claim is not heavy)
