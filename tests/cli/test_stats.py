"""quizgen stats on a terminal and for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from quizgen.cli import main
from tests.bank.lint.build import write_two_authors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(write_two_authors(tmp_path))


def test_a_terminal_shows_tables_whose_columns_line_up(folder: str) -> None:
    result = CliRunner().invoke(main, ["stats", folder])
    assert result.exit_code == 0
    assert result.stdout.startswith("The bridge of Lindenau: 6 claims, 7 questions\n\n")
    assert (
        "Author      claims  questions  share\n"
        "------------------------------------\n"
        "Ben Orr          3          3    43%\n"
        "Clara Voss       4          5    71%\n"
    ) in result.stdout


def test_every_table_is_there(folder: str) -> None:
    output = CliRunner().invoke(main, ["stats", folder]).stdout
    heads = [part.split("  ")[0].split("\n")[0] for part in output.split("\n\n")[1:]]
    assert heads == [
        *("Author", "Topic", "Kind", "Difficulty", "Skill", "Mode"),
        *("Keys of choice questions", "What teaches", "Claims"),
    ]
    assert re.search(r"the longest option +\d +\d+%\n", output)
    assert re.search(r"without questions +0 +0%\n", output)
    assert re.search(r"choice questions beyond recall +1 +14%\n", output)
    assert re.search(r"distractors with a reason +14 +67%\n", output)
    assert re.search(r"rationales that add something +7 +100%\n", output)


def test_paragraphs_are_shown_when_asked_for(folder: str) -> None:
    assert "Paragraphs of" not in CliRunner().invoke(main, ["stats", folder]).stdout
    output = CliRunner().invoke(main, ["stats", folder, "--paragraphs"]).stdout
    assert "Paragraphs of Ben Orr  claims\n" in output


def test_json_is_one_object_and_nothing_else(folder: str) -> None:
    result = CliRunner().invoke(main, ["stats", folder, "--json"])
    assert json.loads(result.stdout)["questions"] == 7
    assert result.stderr == ""


def test_a_bank_that_does_not_load_is_told_and_ends_with_status_1(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["stats", str(tmp_path / "nowhere")])
    assert result.exit_code == 1
    assert "error no-bank" in result.stderr
