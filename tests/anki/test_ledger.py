from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from quizgen.anki import note_types
from quizgen.anki.ledger_file import LEDGER_FILE, read_ledger
from quizgen.bank.load import load_bank
from quizgen.errors import Problem, QuizgenError
from quizgen.modes.card import Field
from tests.anki.term import START, Term

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def term(folder: Path) -> Term:
    return Term(folder)


@pytest.fixture
def ledger(term: Term) -> Path:
    """The file after two releases."""
    term.release("first")
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    term.release("second — β")
    return term.folder / LEDGER_FILE


def _problem(work: Callable[[], object]) -> Problem:
    with pytest.raises(QuizgenError) as error:
        work()
    (problem,) = error.value.problems
    assert problem.advice
    return problem


def test_a_ledger_reads_as_it_was_written(ledger: Path, term: Term) -> None:
    found = read_ledger(term.folder)
    assert found is not None
    assert [(release.time, release.edition, release.new) for release in found.releases] == [
        (START, "first", 17),
        (START + 86_400, "second — β", 0),
    ]
    assert found == term.prepare().ledger
    assert found.file == str(ledger)


def test_a_ledger_has_a_line_a_note_and_the_bank_still_loads(ledger: Path, term: Term) -> None:
    lines = ledger.read_text(encoding="utf-8").splitlines()
    assert sum(json.loads(line)[0] == "note" for line in lines) == 17
    assert len(lines) == 1 + 2 + 5 + 5 + 17
    assert load_bank(term.folder).id == "mini"


def test_a_release_moves_only_the_lines_that_it_changes(term: Term) -> None:
    term.release()
    before = (term.folder / LEDGER_FILE).read_text(encoding="utf-8").splitlines()
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    term.release()
    after = (term.folder / LEDGER_FILE).read_text(encoding="utf-8").splitlines()
    assert len(after) == len(before) + 1
    assert len(set(before) - set(after)) == 2


def _edited(lines: list[str]) -> tuple[list[str], int]:
    line = next(n for n, line in enumerate(lines) if "abel-purse.what" in line)
    lines[line] = lines[line].replace("2023-11-14", "2023-11-13")
    return lines, line + 1


def _moved(lines: list[str]) -> tuple[list[str], int]:
    """A line that is sound in itself, but not as it was written."""
    line = next(n for n, line in enumerate(lines) if '"powers", 1000,' in line)
    lines[line] = lines[line].replace('"powers", 1000,', '"powers", 1001,')
    return lines, line + 1


def _conflict(lines: list[str]) -> tuple[list[str], int]:
    return [*lines[:9], "<<<<<<< HEAD", *lines[9:]], 10


def _doubled(lines: list[str]) -> tuple[list[str], int]:
    return [*lines, lines[-1]], len(lines) + 1


def _lost(lines: list[str]) -> tuple[list[str], int]:
    return lines[:-1], 2  # the release in which the note was new


def _unreleased(lines: list[str]) -> tuple[list[str], int]:
    del lines[2]
    return lines, next(n for n, line in enumerate(lines, 1) if "2023-11-15" in line)


def _disordered(lines: list[str]) -> tuple[list[str], int]:
    lines[1], lines[2] = lines[2], lines[1]
    return lines, 3


def _no_deck(lines: list[str]) -> tuple[list[str], int]:
    deck = next(n for n, line in enumerate(lines) if '"deck", "courts"' in line)
    del lines[deck]
    return lines, next(n for n, line in enumerate(lines, 1) if "abel-riot.end" in line)


def _headless(lines: list[str]) -> tuple[list[str], int]:
    return lines[1:], 1


def _empty(lines: list[str]) -> tuple[list[str], int]:
    return [], 1


@pytest.mark.parametrize(
    "spoil",
    [
        _edited,
        _moved,
        _conflict,
        _doubled,
        _lost,
        _unreleased,
        _disordered,
        _no_deck,
        _headless,
        _empty,
    ],
)
def test_a_ledger_that_was_edited_or_badly_merged_is_refused_with_the_line(
    ledger: Path, term: Term, spoil: Callable[[list[str]], tuple[list[str], int]]
) -> None:
    lines, line = spoil(ledger.read_text(encoding="utf-8").splitlines())
    spoilt = "".join(f"{text}\n" for text in lines)
    ledger.write_text(spoilt, encoding="utf-8")
    for work in (lambda: read_ledger(term.folder), term.prepare, term.build):
        problem = _problem(work)
        assert (problem.file, problem.code, problem.line) == (str(ledger), "ledger", line)
    assert ledger.read_text(encoding="utf-8") == spoilt


def test_an_unreadable_ledger_is_told(term: Term) -> None:
    (term.folder / LEDGER_FILE).write_bytes(b"\xff\xfe\x00")
    assert _problem(lambda: read_ledger(term.folder)).code == "ledger"


def test_two_branches_that_released_on_different_lines_merge(term: Term) -> None:
    # As git does it where the lines are apart: each branch has its release and its notes.
    term.release("base")
    path = term.folder / LEDGER_FILE
    base = path.read_text(encoding="utf-8").splitlines()
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    term.release("ours")
    ours = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(base) + "\n", encoding="utf-8")
    term.mend("Abel cites a clerk.", "Abel cites the clerk.")
    term.mend("Bell quotes Cole.", "Bell quotes Cara Cole.", "bell")
    term.release("theirs")
    theirs = path.read_text(encoding="utf-8").splitlines()
    kept = [line for line in base if line in ours and line in theirs]
    added = [line for line in (*ours, *theirs) if line not in base]
    path.write_text("\n".join([*kept, *added]) + "\n", encoding="utf-8")
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    found = term.prepare()
    assert not found.changed
    assert [release.edition for release in found.ledger.releases] == ["base", "ours", "theirs"]


def test_a_lost_question_is_refused_where_it_stood(term: Term) -> None:
    term.release()
    text = (term.folder / "abel.yaml").read_text(encoding="utf-8")
    start, end = text.index("      how:\n"), text.index("  - id: abel-riot")
    (term.folder / "abel.yaml").write_text(text[:start] + text[end:], encoding="utf-8")
    for work in (term.prepare, term.build):
        problem = _problem(work)
        assert problem.code == "lost-id"
        assert problem.file.endswith("abel.yaml")
        assert problem.line == 26
        assert "abel-first-vote.how" in problem.message
        assert "retired:" in problem.advice


def test_a_lost_claim_is_refused_at_its_line_of_the_ledger(term: Term) -> None:
    term.release()
    text = (term.folder / "abel.yaml").read_text(encoding="utf-8")
    (term.folder / "abel.yaml").write_text(text[: text.index("  - id: abel-riot")], "utf-8")
    problem = _problem(term.prepare)
    assert (problem.code, problem.file) == ("lost-id", str(term.folder / LEDGER_FILE))
    line = (term.folder / LEDGER_FILE).read_text("utf-8").splitlines()[problem.line - 1]
    assert "abel-riot.end" in line


def test_a_lost_blank_is_refused_at_its_claim(term: Term) -> None:
    term.release()
    term.mend("a [[ruler]]", "a ruler")
    problem = _problem(term.prepare)
    assert problem.code == "lost-blank"
    assert problem.place.endswith("abel.yaml:10:5")


@pytest.mark.parametrize(
    ("old", "new", "topic"),
    [("title: A small bank", "title: B", "the bank"), ("Elections", "Votes", "elections")],
)
def test_a_renamed_deck_is_refused_unless_its_name_is_kept(
    term: Term, old: str, new: str, topic: str
) -> None:
    term.release()
    term.mend(old, new, "bank")
    problem = _problem(term.prepare)
    assert problem.code == "deck-renamed"
    assert topic in problem.message
    edition = term.prepare(keep_deck_names=True)
    assert not edition.changed
    assert edition.ledger != edition.before


def test_a_release_dated_before_the_last_is_refused(term: Term) -> None:
    term.release()
    for back in (1, 2):
        term.now = START + 1 - back
        problem = _problem(lambda: term.prepare("another"))
        assert problem.code == "release-date"
        assert "2023-11-14T22:13:20Z" in problem.message


def test_two_editions_of_one_name_are_refused(term: Term) -> None:
    term.release("Autumn")
    assert _problem(lambda: term.prepare("autumn")).code == "edition"


def test_another_bank_id_is_refused(term: Term) -> None:
    term.release()
    term.mend("id: mini", "id: other", "bank")
    assert _problem(term.prepare).code == "bank-id"


def test_a_successor_that_is_not_asked_is_refused(term: Term) -> None:
    term.release()
    says = "        why: Abel says so."
    term.mend(says, f"{says}\n        retired: abel-riot.start")
    problem = _problem(term.prepare)
    assert problem.code == "retired-for"
    assert problem.line


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        (lambda names: names[:-1], "lost fields"),
        (lambda names: (*names, Field("Extra", 1200)), "has further fields"),
        (lambda names: (names[1], names[0], *names[2:]), "fields in another order"),
    ],
)
def test_a_note_type_that_anki_would_refuse_is_refused(
    term: Term,
    monkeypatch: pytest.MonkeyPatch,
    fields: Callable[[tuple[Field, ...]], tuple[Field, ...]],
    what: str,
) -> None:
    term.release()

    def changed(mode: str) -> tuple[Field, ...]:
        known = fields_of(mode)
        return fields(known) if mode == "recall" else known

    fields_of = note_types.fields_of
    monkeypatch.setattr(note_types, "fields_of", changed)
    monkeypatch.setattr("quizgen.anki.fields.fields_of", changed)
    problem = _problem(term.prepare)
    assert problem.code == "note-type"
    assert what in problem.message
    assert problem.line


def test_a_type_that_becomes_a_cloze_type_is_refused(
    term: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    term.release()
    monkeypatch.setattr(note_types.NoteType, "FRONT_BACK", 1)
    with pytest.raises(QuizgenError) as error:
        term.prepare()
    assert {problem.code for problem in error.value.problems} == {"note-type"}
    assert all("changed its kind" in problem.message for problem in error.value.problems)


def test_a_text_that_anki_cannot_show_is_named_with_file_line_and_question(term: Term) -> None:
    term.mend("answer: a riot", 'answer: "\\u200b"')
    for work in (term.prepare, term.build):
        with pytest.raises(QuizgenError) as error:
            work()
        (problem,) = error.value.problems
        assert problem.code == "anki-blank"
        assert problem.file.endswith("abel.yaml")
        assert problem.line > 40
        assert "abel-riot.end" in problem.message
    assert not list(term.folder.parent.glob("*.apkg"))
