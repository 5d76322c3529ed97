from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main

BANK = Path(__file__).parents[1] / "anki" / "bank"


def _run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["anki", *map(str, arguments)])


def test_a_deck_is_written_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "mini.apkg"
    result = _run(BANK, "-o", path)
    assert result.exit_code == 0, result.output
    assert result.stdout == (
        f"{path}: notes 17 (3 choice, 2 cloze, 6 recall, 3 typed, 3 who), cards 18\n"
    )
    assert zipfile.is_zipfile(path)


@pytest.mark.parametrize(
    ("options", "counted"),
    [
        (["--mode", "cloze", "--mode", "who"], "notes 5 (2 cloze, 3 who), cards 6"),
        (["--kind", "quote"], "notes 4 (1 choice, 1 recall, 1 typed, 1 who), cards 4"),
        (["--author", "bell", "--mode", "recall"], "notes 2 (2 recall), cards 2"),
        (["--topic", "elections", "--mode", "choice"], "notes 1 (1 choice), cards 1"),
        (["--without-content-notes", "--mode", "recall"], "notes 5 (5 recall), cards 5"),
    ],
)
def test_filters_choose_what_goes_in(tmp_path: Path, options: list[str], counted: str) -> None:
    result = _run(BANK, "-o", tmp_path / "a.apkg", *options)
    assert result.exit_code == 0, result.output
    assert result.stdout.endswith(f": {counted}\n")


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        (["--topic", "electons"], "did you mean elections?"),
        (["--author", "abe1"], "did you mean abel?"),
        (["--kind", "quotes"], "did you mean quote?"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    tmp_path: Path, options: list[str], advice: str
) -> None:
    result = _run(BANK, "-o", tmp_path / "a.apkg", *options)
    assert result.exit_code == 1
    assert advice in result.output
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "arguments",
    [[BANK], [BANK, "-o", "deck.zip"], [BANK, "-o", "a.apkg", "--mode", "flash"]],
)
def test_wrong_usage_ends_with_status_2(arguments: list[str | Path]) -> None:
    assert _run(*arguments).exit_code == 2


def test_a_target_that_cannot_be_written_ends_with_status_1(tmp_path: Path) -> None:
    result = _run(BANK, "-o", tmp_path / "missing" / "a.apkg")
    assert result.exit_code == 1
    assert "cannot-write" in result.output
    assert "Traceback" not in result.output


def test_the_help_shows_an_example_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, quizgen.cli.anki as a; a.command.main(['--help'], standalone_mode=False);"
        "sys.exit(bool({'genanki', 'pydantic', 'yaml', 'sqlite3'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "Example: quizgen anki -o nato.apkg" in run.stdout


@pytest.fixture
def released(tmp_path: Path) -> Path:
    bank = Path(shutil.copytree(BANK, tmp_path / "bank"))
    arguments = ["release", str(bank), "--edition", "first", "--date", "2026-01-02"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    return bank


def _mend(bank: Path) -> None:
    path = bank / "abel.yaml"
    path.write_text(path.read_text("utf-8").replace("Abel cites the", "Abel cites a"), "utf-8")


def test_a_deck_that_was_never_released_says_what_updates_want(tmp_path: Path) -> None:
    assert "Run `quizgen release`" in _run(BANK, "-o", tmp_path / "a.apkg").stderr


def test_a_released_deck_is_the_same_file_whenever_it_is_written(
    released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "1.apkg", tmp_path / "2.apkg"
    assert _run(released, "-o", first).stderr == ""
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    _run(released, "-o", second)
    assert first.read_bytes() == second.read_bytes()


def test_a_draft_is_called_one(released: Path, tmp_path: Path) -> None:
    _mend(released)
    assert "this is a draft" in _run(released, "-o", tmp_path / "a.apkg").stderr


def test_a_patch_is_written_instead_of_a_deck(released: Path, tmp_path: Path) -> None:
    _mend(released)
    result = _run(released, "--patch", tmp_path / "fix.txt")
    assert result.stdout == (
        f"{tmp_path / 'fix-1.txt'}: notes 1, fields Why\n"
        f"{tmp_path / 'fix-2.txt'}: notes 1, fields Why\n"
    )


def test_either_a_deck_or_a_patch(tmp_path: Path) -> None:
    assert _run(BANK).exit_code == 2
    assert _run(BANK, "-o", tmp_path / "a.apkg", "--patch", tmp_path / "b.txt").exit_code == 2


def test_a_class_gets_what_it_has_covered(tmp_path: Path) -> None:
    result = _run(BANK, "-o", tmp_path / "a.apkg", "--through", "elections", "--mode", "recall")
    assert result.stdout.endswith("notes 4 (4 recall), cards 4\n")
    result = _run(BANK, "-o", tmp_path / "a.apkg", "--through", "electons")
    assert result.exit_code == 1
    assert "did you mean elections?" in result.output
