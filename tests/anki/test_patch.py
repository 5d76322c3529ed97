from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from anki.collection import ImportCsvRequest

from quizgen.anki.part import Part
from quizgen.anki.patch import write_patch
from quizgen.anki.releasing import draft
from quizgen.bank.load import load
from quizgen.errors import QuizgenError
from tests.anki.term import Term

if TYPE_CHECKING:
    from pathlib import Path

    from tests.anki.conftest import Student

WHAT = "Id:abel-purse.what tag:mini::mode::typed"


@pytest.fixture
def term(folder: Path) -> Term:
    return Term(folder)


def _import(student: Student, path: Path) -> int:
    """Import a text file as Anki's dialog does; how many notes it updated."""
    metadata = student.col.get_csv_metadata(str(path), None)
    log = student.col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    assert not log.new
    return len(log.updated)


def test_a_patch_mends_single_fields_and_keeps_what_a_student_made(
    term: Term, tmp_path: Path, student: Student
) -> None:
    term.release()
    student.imports(term.build())
    student.answers(WHAT)
    note = student.card(WHAT).note()
    note["Why"] = "my own words"
    note.tags.append("mine")
    student.col.update_note(note)
    before = student.progress()
    term.mend("accept: [the purse, money]", 'accept: [the purse, "money & \\"gold\\"; #1"]')
    edition = draft(load(term.folder), term.now)
    (written,) = write_patch(edition, tmp_path / "fix.txt", Part())
    assert (written.path, written.notes, written.fields) == (
        tmp_path / "fix.txt",
        1,
        ("Also Right",),
    )
    assert _import(student, written.path) == 1
    note = student.card(WHAT).note()
    assert note["Also Right"] == 'the purse · money &amp; "gold"; #1'
    assert note["Why"] == "my own words"
    assert "mine" in note.tags
    assert student.progress() == before


def test_each_set_of_fields_has_a_file_of_its_own(
    term: Term, tmp_path: Path, student: Student
) -> None:
    term.release()
    student.imports(term.build())
    term.mend("accept: [the purse, money]", "accept: [the purse, coins]")
    term.mend("Abel holds that", "Abel argues that")
    written = write_patch(draft(load(term.folder), term.now), tmp_path / "fix.txt", Part())
    assert [(file.path.name, file.fields) for file in written] == [
        ("fix-1.txt", ("Why",)),
        ("fix-2.txt", ("Why",)),
        ("fix-3.txt", ("Why",)),
        ("fix-4.txt", ("Also Right", "Why")),
        ("fix-5.txt", ("Why",)),
    ]
    assert sum(_import(student, file.path) for file in written) == 5
    for card in student.cards("Id:abel-purse*"):
        assert "Abel argues that" in card.note()["Why"]


def test_a_patch_needs_a_release_and_a_change(term: Term, tmp_path: Path) -> None:
    for code in ("no-release", "empty-patch"):
        with pytest.raises(QuizgenError, match=code):
            write_patch(draft(load(term.folder), term.now), tmp_path / "fix.txt", Part())
        term.release()
    assert not (tmp_path / "fix.txt").exists()
