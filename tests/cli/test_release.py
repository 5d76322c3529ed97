from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main

BANK = Path(__file__).parents[1] / "anki" / "bank"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BANK, tmp_path / "bank"))


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def _mend(bank: Path, old: str, new: str) -> None:
    path = bank / "abel.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_a_first_release_makes_the_ledger(bank: Path) -> None:
    result = _run("release", bank, "--edition", "Autumn", "--date", "2026-01-02T03:04")
    assert result.exit_code == 0, result.output
    assert result.output == (
        "edition Autumn, 2026-01-02T03:04:00Z\nnew: 17 notes\nchanged: 0 notes\n"
        f"retired: 0 notes\nrecorded in {bank / 'anki.lock'}: commit it, then write the deck\n"
    )
    assert (bank / "anki.lock").is_file()


def test_a_dry_run_writes_nothing(bank: Path) -> None:
    result = _run("release", bank, "--dry-run")
    assert result.exit_code == 0
    assert result.output.endswith("dry run: nothing was written\n")
    assert not (bank / "anki.lock").exists()


def test_release_notes_tell_what_changes_and_what_a_student_keeps(bank: Path) -> None:
    _run("release", bank, "--date", "2026-01-02")
    _mend(bank, "Abel cites the clerk.", "Abel cites a clerk.")
    _mend(bank, "why: Abel says so.", "why: Abel says so.\n        retired: It was two.")
    result = _run("release", bank, "--edition", "second")
    assert result.exit_code == 0, result.output
    for line in (
        "new: 0 notes",
        "changed: 2 notes",
        "  abel-first-vote (cloze)",
        "  abel-first-vote.how (recall)",
        "retired: 1 notes",
        "  abel-riot.end (recall)",
        "untouched: 14 notes",
        "what a student keeps: every review and every schedule, on all notes; words and tags of "
        "their own on the 14 untouched notes",
    ):
        assert line in result.output.splitlines()


def test_without_a_change_there_is_nothing_to_release(bank: Path) -> None:
    _run("release", bank, "--edition", "first", "--date", "2026-01-02")
    before = (bank / "anki.lock").read_bytes()
    result = _run("release", bank)
    assert result.exit_code == 0
    assert result.output == "nothing changed since the edition first\n"
    assert (bank / "anki.lock").read_bytes() == before


def test_a_title_may_change_while_the_deck_keeps_its_name(bank: Path) -> None:
    _run("release", bank, "--date", "2026-01-02")
    path = bank / "bank.yaml"
    path.write_text(path.read_text("utf-8").replace("A small bank", "Another"), "utf-8")
    refused = _run("release", bank)
    assert refused.exit_code == 1
    assert "deck-renamed" in refused.output
    assert "--keep-deck-names" in refused.output
    assert _run("release", bank, "--keep-deck-names").exit_code == 0
    assert _run("release", bank).exit_code == 0


@pytest.mark.parametrize(
    ("options", "status", "message"),
    [
        (["--date", "2025-12-31"], 1, "release-date"),
        (["--date", "2999-01-01"], 2, "still to come"),
        (["--date", "soon"], 2, "is no time"),
        (["--edition", "FIRST!"], 1, "there is an edition 'first' already"),
        (["--edition", "—"], 2, "needs a letter"),
        (["--site", "example.org"], 2, "does not begin with https://"),
        (["--site", "https://x y"], 2, "is no address"),
    ],
)
def test_what_cannot_be_released_is_refused(
    bank: Path, options: list[str], status: int, message: str
) -> None:
    _run("release", bank, "--edition", "first", "--date", "2026-01-02")
    before = (bank / "anki.lock").read_bytes()
    result = _run("release", bank, *options)
    assert result.exit_code == status, result.output
    assert message in result.output
    assert "Traceback" not in result.output
    assert (bank / "anki.lock").read_bytes() == before


def test_the_help_shows_an_example_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, quizgen.cli.release as a; a.command.main(['--help'], standalone_mode=False);"
        "sys.exit(bool({'genanki', 'pydantic', 'yaml', 'sqlite3'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "Example: quizgen release mybank" in run.stdout
