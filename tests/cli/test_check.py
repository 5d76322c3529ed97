"""quizgen check: status, formats, strictness, the essays and their digests."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizgen.bank.text_file import read_text
from quizgen.cli import main
from tests.bank.lint.build import write_two_authors


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound bank, named from the folder above it, with its essays inside."""
    monkeypatch.chdir(tmp_path)
    return write_two_authors(Path("bank"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def check(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


def warn(bank: Path) -> None:
    edit(bank / "orr.yaml", "ask: how many", "ask: How many")


def fail(bank: Path) -> None:
    edit(bank / "orr.yaml", "does the bridge cost", "do you think it costs")


def test_a_sound_bank_gives_status_0_and_says_what_was_checked(bank: Path) -> None:
    result = check(bank, "--essays", bank, "--strict")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "bank: 6 claims, 7 questions; 8 of 8 phrases of evidence verified",
        "0 errors, 0 warnings",
    ]


def test_without_the_essays_it_says_so(bank: Path) -> None:
    assert "not held against the essays (no --essays DIR)" in check(bank).stdout


def test_a_warning_fails_only_a_strict_check(bank: Path) -> None:
    warn(bank)
    assert check(bank).exit_code == 0
    strict = check(bank, "--strict")
    assert strict.exit_code == 1
    assert "0 errors, 1 warnings" in strict.stdout


def test_a_warning_with_a_reason_does_not_count_and_is_told(bank: Path) -> None:
    warn(bank)
    edit(
        bank / "orr.yaml",
        "        answer: 900",
        "        answer: 900\n        allow: {capital-start: It is a name.}",
    )
    result = check(bank, "--strict")
    assert result.exit_code == 0
    assert "1 findings allowed with a reason" in result.stdout


def test_text_shows_place_line_caret_and_advice(bank: Path) -> None:
    fail(bank)
    result = check(bank)
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "bank/orr.yaml:18:14: error asks-opinion: 'you' addresses the student\n"
        "  18 |         ask: how many crowns do you think it costs each month?\n"
        "     |              ^\n"
        "    ask what the author says"
    )


def document(result: Result) -> Any:
    return json.loads(result.stdout)


def codes(result: Result, format: str) -> list[str]:
    data = document(result)
    if format == "json":
        return [problem["code"] for problem in data]
    return [found["ruleId"] for found in data["runs"][0]["results"]]


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_a_machine_format_prints_only_the_document(format: str, bank: Path) -> None:
    fail(bank)
    result = check(bank, "--format", format)
    assert result.exit_code == 1
    assert codes(result, format) == ["asks-opinion"]
    assert "1 errors, 0 warnings" in result.stderr


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_errors_of_loading_come_in_the_same_format(format: str, bank: Path) -> None:
    edit(bank / "orr.yaml", "kind: fact", "kind: opinion")
    edit(bank / "voss.yaml", "answer: 1911\n", "\n")
    result = check(bank, "--format", format)
    assert result.exit_code == 1
    assert codes(result, format) == ["value", "missing-key"]


def test_errors_of_loading_are_told_as_text_with_their_number(bank: Path) -> None:
    edit(bank / "orr.yaml", "kind: fact", "kind: opinion")
    result = check(bank)
    assert result.exit_code == 1
    assert "bank/orr.yaml:12:11: error value: the value of 'kind' is 'opinion'" in result.stdout
    assert result.stdout.endswith("bank: not loaded\n1 errors, 0 warnings\n")


def test_a_missing_folder_of_essays_is_an_error_in_the_format_asked_for(bank: Path) -> None:
    result = check(bank, "--essays", "nowhere", "--format", "json")
    assert result.exit_code == 1
    assert codes(result, "json") == ["missing-folder"]


def test_evidence_and_quotations_are_both_held_against_the_essays(bank: Path) -> None:
    edit(bank / "voss.yaml", "built in 1911 by", "built in 1911 for")
    edit(bank / "voss.yaml", "the bridge “our oldest friend”\n", "the bridge “our old friend”\n")
    result = check(bank, "--essays", bank, "--format", "json")
    found = codes(result, "json")
    assert found == ["evidence-not-found", "quotation-not-found"]
    assert "7 of 8 phrases of evidence verified" in result.stderr


def test_record_needs_the_essays(bank: Path) -> None:
    result = check(bank, "--record")
    assert result.exit_code == 2
    assert "--record needs --essays DIR" in result.stderr


def test_record_notes_the_digests_and_a_changed_essay_shows(bank: Path) -> None:
    essays = ("--essays", bank)
    assert "digests recorded" in check(bank, *essays, "--record").stdout
    edit(bank / "orr.txt", "nine hundred", "just nine hundred")
    result = check(bank, *essays)
    assert result.exit_code == 1
    assert "error paragraph-changed" in result.stdout


def test_record_accepts_a_changed_paragraph_as_its_advice_says(bank: Path) -> None:
    essays = ("--essays", bank)
    check(bank, *essays, "--record")
    edit(bank / "orr.txt", "nine hundred", "just nine hundred")
    assert check(bank, *essays, "--record").exit_code == 0
    assert check(bank, *essays, "--strict").exit_code == 0


def test_record_notes_nothing_while_there_are_errors(bank: Path) -> None:
    fail(bank)
    result = check(bank, "--essays", bank, "--record")
    assert result.exit_code == 1
    assert "digests not recorded, because there are errors" in result.stdout
    assert not (bank / "evidence.json").exists()


def test_record_notes_nothing_where_an_essay_is_missing(bank: Path) -> None:
    (bank / "orr.txt").unlink()
    assert check(bank, "--essays", bank, "--record").exit_code == 1
    assert not (bank / "evidence.json").exists()


def test_an_info_is_told_and_never_fails(bank: Path) -> None:
    edit(bank / "orr.yaml", "{text: 9000, why: That is a year.}", "9000")
    result = check(bank, "--strict")
    assert result.exit_code == 0
    assert "info few-reasons: 1 of 3 distractors have a reason" in result.stdout
    assert result.stdout.endswith("0 errors, 0 warnings, 1 infos\n")
    sarif = document(check(bank, "--format", "sarif"))["runs"][0]
    assert sarif["results"][0]["level"] == "note"
    (rule,) = sarif["tool"]["driver"]["rules"]
    assert rule["defaultConfiguration"] == {"level": "note"}


def test_the_essays_are_read_once(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def noted(path: Path, shown: str) -> str:
        read.append(path)
        return read_text(path, shown)

    monkeypatch.setattr("quizgen.bank.evidence.read_text", noted)
    check(bank, "--essays", bank)
    assert sorted(path.name for path in read) == ["orr.txt", "voss.txt"]


def test_the_garbage_collector_runs_again_afterwards(bank: Path) -> None:
    assert gc.isenabled()
    check(bank)
    edit(bank / "orr.yaml", "kind: fact", "kind: opinion")
    check(bank)
    assert gc.isenabled()


def test_help_shows_an_example() -> None:
    assert "Example: quizgen check" in check("--help").stdout
