"""What becomes of a student's deck from edition to edition, in the real Anki."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from quizgen.anki import note_types
from quizgen.anki.part import Part, taught_through
from quizgen.bank.load import load_bank
from quizgen.modes.card import Field
from tests.anki.conftest import Student
from tests.anki.term import DAY, Term

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHAT = "Id:abel-purse.what tag:mini::mode::recall"
YEAR = "Id:abel-first-vote.year tag:mini::mode::recall"
SAYS_SO = "        why: Abel says so."
NEW_QUESTION = """
      late:
        ask: where did the sitting end?
        answer: in the hall
        why: Abel says so.
        modes: [recall]
"""


@pytest.fixture
def term(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Term:
    """A term in which students import and edit half a day after the last release."""
    term = Term(folder)
    monkeypatch.setattr(Student, "clock", lambda _: term.now - DAY // 2)
    return term


def _edit(student: Student, search: str) -> None:
    """Tag a note and add words to it, as a student does."""
    note = student.card(search).note()
    note["Why"] += "<br>my own words"
    note.tags.append("mine")
    student.col.update_note(note)
    student.set_clock()


def _is_edited(student: Student, search: str) -> bool:
    note = student.card(search).note()
    return "mine" in note.tags and "my own words" in note["Why"]


def _words(student: Student) -> list[Any]:
    """All notes of a collection, but for what Anki numbers as it likes."""
    return sorted((guid, tags, fields) for _, guid, _, _, tags, fields in student.content())


def test_an_unchanged_bank_gives_the_same_bytes_whenever_it_is_built(term: Term) -> None:
    term.release()
    first = term.build().read_bytes()
    term.now += 1000
    assert term.build().read_bytes() == first
    assert not term.prepare().changed


def test_only_what_changed_reaches_the_student(term: Term, student: Student) -> None:
    term.release()
    assert student.imports(term.build()) == {"new": 17}
    for search in (WHAT, YEAR):
        student.answers(search)
        _edit(student, search)
    before, content = student.progress(), {row[1]: row for row in student.content()}
    term.mend("Abel dates the vote to 1867.", "Abel dates the first vote to 1867.")
    term.release("second")
    package = term.build()
    assert student.imports(package) == {"updated": 5, "duplicate": 12}
    assert student.progress() == before
    assert _is_edited(student, WHAT)
    note = student.card(YEAR).note()
    assert "first vote to 1867" in note["Why"]
    assert "mini::edition::second" in note.tags
    changed = [row for row in student.content() if content[row[1]] != row]
    assert len(changed) == 5
    assert all("mini::edition::second" in row[4] for row in changed)
    again = (student.content(), student.progress())
    assert student.imports(package) == {"duplicate": 17}
    assert (student.content(), student.progress()) == again


def test_a_package_without_a_newer_release_touches_nothing(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    _edit(student, WHAT)
    term.now += 1_000_000
    assert student.imports(term.build()) == {"duplicate": 17}
    assert _is_edited(student, WHAT)


def test_students_who_joined_at_different_times_end_with_the_same_notes(
    term: Term, new_student: Callable[[], Student]
) -> None:
    early, late = new_student(), new_student()
    term.release()
    early.imports(term.build())
    term.mend("Abel cites the clerk.", "Abel cites the clerk of the house.")
    term.mend("        modes: [recall]\n", "        modes: [recall]" + NEW_QUESTION)
    term.release()
    late.imports(term.build())
    term.mend("Abel holds that a ruler", "Abel argues that a ruler")
    term.mend(
        "        why: Abel says so.\n        modes: [recall]\n      late",
        "        why: Abel says so.\n        retired: the essay was mended\n"
        "        modes: [recall]\n      late",
    )
    term.release()
    package = term.build()
    early.imports(package)
    late.imports(package)
    fresh = new_student()
    fresh.imports(package)
    assert _words(early) == _words(late) == _words(fresh)


def test_a_retired_question_stays_and_says_why(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    student.answers("Id:abel-riot.end")
    before = student.progress()
    term.mend(
        "        why: Abel says so.", "        why: Abel says so.\n        retired: It was two."
    )
    edition = term.release()
    assert edition.changed
    assert student.imports(term.build()) == {"updated": 1, "duplicate": 16}
    assert student.progress() == before
    front, back = student.sides("tag:mini::retired")
    assert "This question is retired." in front
    assert "It was two." in back
    assert "According to Ada Abel" in front
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    term.release()
    assert student.imports(term.build()) == {"updated": 2, "duplicate": 15}


def test_a_retired_question_names_its_successor(term: Term, student: Student) -> None:
    term.release()
    term.mend(
        "        why: Abel says so.", "        why: Abel says so.\n        retired: abel-purse.what"
    )
    term.release()
    student.imports(term.build())
    _, back = student.sides("tag:mini::retired")
    assert "Replaced by: According to Ada Abel, what restrains a ruler? (abel-purse.what)" in back


def test_a_kind_that_is_no_longer_made_retires_its_note_alone(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    term.mend("        modes: [recall, cloze]", "        modes: [cloze]")
    term.release()
    assert student.imports(term.build()) == {"updated": 1, "duplicate": 16}
    _, back = student.sides("tag:mini::retired")
    assert "no longer made of the question" in back


def test_a_question_taken_back_from_retirement_is_asked_again(term: Term, student: Student) -> None:
    term.release()
    term.mend(SAYS_SO, f"{SAYS_SO}\n        retired: Wrong.")
    term.release()
    student.imports(term.build())
    term.mend("        retired: Wrong.\n", "")
    term.release()
    assert student.imports(term.build()) == {"updated": 1, "duplicate": 16}
    assert not student.cards("tag:mini::retired")


def test_a_late_question_is_met_between_its_neighbours(
    term: Term, new_student: Callable[[], Student]
) -> None:
    term.release()
    early = new_student()
    early.imports(term.build())
    term.mend(
        "      how:\n",
        "      between:\n        ask: whose records begin?\n        answer: the house’s\n"
        "        why: Abel says so.\n        modes: [recall]\n      how:\n",
    )
    term.release()
    package = term.build()
    assert early.imports(package) == {"new": 1, "duplicate": 17}
    late = new_student()
    late.imports(package)
    for student in (early, late):
        cards = student.cards('"deck:A small bank::02 Elections" tag:mini::mode::recall')
        order = [card.note()["Id"] for card in sorted(cards, key=lambda card: card.due)]
        assert order == [
            "abel-first-vote.year",
            "abel-first-vote.between",
            "abel-first-vote.how",
        ]


def test_a_late_topic_and_a_new_title_split_no_deck(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    term.mend("title: Elections}", "title: Voting}\n  - {id: late, title: Late}", "bank")
    term.mend("title: A small bank", "title: A large bank", "bank")
    term.mend("    topics: [courts]\n    content_note", "    topics: [late]\n    content_note")
    term.mend("        modes: [recall]\n", "        modes: [recall]" + NEW_QUESTION)
    term.release(keep_deck_names=True)
    student.imports(term.build())
    names = [deck.name for deck in student.col.decks.all_names_and_ids()]
    assert names == [
        "A small bank",
        "A small bank::01 Powers",
        "A small bank::02 Elections",
        "A small bank::02b Late",
        "A small bank::04 Courts: who judges",
        "Default",
    ]
    assert len(student.cards('"deck:A small bank::02b Late"')) == 1


def test_a_field_that_is_added_through_a_spare_arrives(
    term: Term, student: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    term.release()
    student.imports(term.build())
    student.answers(WHAT)
    _edit(student, YEAR)
    before = student.progress()
    monkeypatch.setattr(note_types, "SPARES", (Field("Hint", 1101), *note_types.SPARES[1:]))
    edition = term.release()
    assert {kind.changed for kind in edition.ledger.types.values()} == {edition.ledger.last.time}
    assert student.imports(term.build()) == {"duplicate": 17}
    assert "Hint" in student.card(WHAT).note()
    assert _is_edited(student, YEAR)
    assert student.progress() == before


def test_a_renamed_field_keeps_what_stands_in_it(
    term: Term, student: Student, monkeypatch: pytest.MonkeyPatch
) -> None:
    term.release()
    student.imports(term.build())
    student.answers(WHAT)
    before = student.progress()
    monkeypatch.setattr(
        note_types,
        "_BASIS",
        note_types._BASIS.replace("{{#Note}}", "{{#Context}}")
        .replace("{{Note}}", "{{Context}}")
        .replace("{{/Note}}", "{{/Context}}"),
    )
    renamed = tuple(
        Field("Context", field.id) if field.name == "Note" else field for field in note_types.BACK
    )
    monkeypatch.setattr(note_types, "BACK", renamed)
    term.release()
    # Only the notes with an editors' note would lose it, had the field been another one.
    assert student.imports(term.build()).get("conflicting") is None
    assert student.progress() == before
    assert "Context" in student.card(WHAT).note()


def test_a_blank_keeps_its_card_when_another_is_put_before_it(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    student.answers("Id:abel-purse tag:mini::mode::cloze card:1")
    before = student.progress()["log"]
    term.mend("text: control of the [[purse]]", "text: the [[control]] of the [[purse]]")
    term.release()
    student.imports(term.build())
    assert student.progress()["log"] == before
    front, _ = student.sides("Id:abel-purse tag:mini::mode::cloze card:1")
    assert "the control of the [...] restrains a ruler" in front
    front, _ = student.sides("Id:abel-purse tag:mini::mode::cloze card:3")
    assert "the [...] of the purse" in front
    assert not student.col.get_empty_cards().notes


def test_weeks_build_on_each_other(term: Term, student: Student) -> None:
    edition = term.release()
    weeks = [
        Part(taught=taught_through(load_bank(term.folder), topic))
        for topic in ("powers", "elections", "courts")
    ]
    counts = [student.imports(term.build(week)) for week in weeks]
    assert sum(count["new"] for count in counts) == len(edition.notes) == 17
    assert counts[0]["new"] < 17
    assert counts[1]["duplicate"] == counts[0]["new"]
    assert all("updated" not in count for count in counts)


def test_a_draft_comes_after_the_release_and_before_the_next(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    assert student.imports(term.build()) == {"updated": 2, "duplicate": 15}
    assert student.cards("tag:mini::edition::draft")
    term.now += 60 * 60
    term.release("second")
    assert student.imports(term.build()) == {"updated": 2, "duplicate": 15}
    assert not student.cards("tag:mini::edition::draft")


def test_a_student_who_moved_or_suspended_cards_finds_them_so(term: Term, student: Student) -> None:
    term.release()
    student.imports(term.build())
    card = student.card(WHAT)
    student.col.sched.suspend_cards([card.id])
    own = student.col.decks.id("My own")
    assert own
    student.col.set_deck([card.id], own)
    before = student.progress()
    term.mend("Abel holds that a ruler", "Abel argues that a ruler")
    term.release()
    student.imports(term.build())
    assert student.progress() == before
