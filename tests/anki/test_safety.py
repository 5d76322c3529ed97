"""Decks that could not be written to their end, and decks that carry more than notes."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen.anki.collection import Look
from quizgen.anki.edition import edition
from quizgen.anki.identity import preset_id
from quizgen.anki.ledger import Release
from quizgen.anki.package import package_bytes, write_package
from tests.anki.term import Term

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizgen.bank.model import Bank
    from tests.anki.conftest import Student

WRITE = """
import sys, resource, time
from pathlib import Path
from quizgen.anki import collection, package
from quizgen.anki.edition import edition
from quizgen.anki.ledger import Release
from quizgen.bank.load import load_bank
from quizgen.errors import QuizgenError
found = edition(load_bank(Path(sys.argv[1])), None, Release(1700000000, "a"))
if sys.argv[3] == "kill":  # stop in the middle, and wait for the end
    whole = collection._card_rows
    def rows(*arguments):
        for number, row in enumerate(whole(*arguments)):
            if number == 5:
                print("half", flush=True)
                time.sleep(60)
            yield row
    collection._card_rows = rows
if sys.argv[3] == "full":
    import signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]),) * 2)
try:
    package.write_package(found, Path(sys.argv[2]))
except QuizgenError as error:
    print(error)
    sys.exit(1)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "deck.apkg"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def test_a_kill_in_mid_write_leaves_the_old_file_and_nothing_else(
    folder: Path, target: Path
) -> None:
    command = [sys.executable, "-c", WRITE, str(folder), str(target), "kill"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("room", ["4096", "20000", "100000"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    folder: Path, target: Path, room: str
) -> None:
    command = [sys.executable, "-c", WRITE, str(folder), str(target), "full", room]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stderr
    assert "cannot-write" in run.stdout
    assert "room" in run.stdout
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_kill_leaves_the_old_ledger(folder: Path) -> None:
    term = Term(folder)
    term.release()
    before = (folder / "anki.lock").read_bytes()
    code = (
        "import os, sys; from pathlib import Path; from quizgen.cli import main;"
        "os.fsync = lambda file: os.kill(os.getpid(), 9); main(['release', sys.argv[1]])"
    )
    term.mend("Abel cites the clerk.", "Abel cites a clerk.")
    run = subprocess.run([sys.executable, "-c", code, str(folder)], check=False)
    assert run.returncode == -signal.SIGKILL
    assert (folder / "anki.lock").read_bytes() == before
    assert term.prepare().changed


def test_the_bytes_are_those_of_the_file(bank: Bank, tmp_path: Path, target: Path) -> None:
    found = edition(bank, None, Release(1_700_000_000, "first"))
    write_package(found, target)
    assert package_bytes(found, tmp_path) == target.read_bytes()


def _configured(student: Student, path: Path, with_configs: bool) -> dict[str, Any]:
    """The options of a topic's deck after an import."""
    options = ImportAnkiPackageOptions(with_deck_configs=with_configs)
    request = ImportAnkiPackageRequest(package_path=str(path), options=options)
    student.col.import_anki_package(request)
    deck = student.col.decks.id_for_name("A small bank::01 Powers")
    assert deck
    return dict(student.col.decks.config_dict_for_deck_id(deck))


def test_a_preset_keeps_siblings_apart_for_whoever_takes_it(
    bank: Bank, target: Path, new_student: Callable[[], Student]
) -> None:
    found = edition(bank, None, Release(1_700_000_000, "first"))
    write_package(found, target, look=Look(preset=True))
    options = _configured(new_student(), target, True)
    assert options["name"] == "A small bank: one card of a note a day"
    assert options["id"] == preset_id("mini")
    assert (options["new"]["bury"], options["rev"]["bury"]) == (True, True)
    assert options["buryInterdayLearning"] is True
    assert _configured(new_student(), target, False)["id"] == 1


def test_each_answer_links_to_its_question_on_the_site(
    bank: Bank, target: Path, student: Student
) -> None:
    found = edition(bank, None, Release(1_700_000_000, "first"))
    write_package(found, target, look=Look(site="https://example.org/a&b%20c"))
    student.imports(target)
    for card in student.cards():
        output = card.render_output()
        id = card.note()["Link"]
        assert id in bank.by_id
        link = f'href="https://example.org/a&amp;b%20c/q/{id}"'
        assert link in output.answer_text
        assert "href" not in output.question_text


def test_a_site_that_is_released_reaches_those_who_have_the_deck(
    folder: Path, student: Student
) -> None:
    term = Term(folder)
    term.release()
    student.imports(term.build())
    term.release(site="https://example.org")
    assert student.imports(term.build()) == {"duplicate": 17}
    assert "https://example.org/q/" in student.cards()[0].render_output().answer_text
    assert not term.prepare().changed
