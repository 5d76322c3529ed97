from __future__ import annotations

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
    assert result.output == (
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
    assert result.output.endswith(f": {counted}\n")


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
