from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from quizgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def test_a_bank_is_written_that_the_next_command_finds_nothing_wrong_with(tmp_path: Path) -> None:
    folder = tmp_path / "mybank"
    done = CliRunner().invoke(main, ["new", str(folder)])
    assert done.exit_code == 0
    *written, blank, following = done.stdout.splitlines()
    assert sorted(written) == sorted(str(path) for path in folder.rglob("*") if path.is_file())
    assert blank == ""
    assert following.startswith("Next: quizgen ")
    checked = CliRunner().invoke(main, following.removeprefix("Next: quizgen ").split())
    assert checked.exit_code == 0, checked.output


def test_a_folder_that_holds_something_is_left_alone(example: Path) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}
    done = CliRunner().invoke(main, ["new", str(example)])
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith(f"{example}: error not-empty: ")
    assert before == {path: path.read_bytes() for path in example.rglob("*") if path.is_file()}


def test_new_needs_to_be_told_where() -> None:
    done = CliRunner().invoke(main, ["new"])
    assert done.exit_code == 2
    assert "DIR" in done.stderr
