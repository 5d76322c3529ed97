"""Each folder beside this file is a bank with one slip, and the findings that it must give.

Where a slip cannot be committed as text (another encoding, a huge file), the test writes it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from quizgen.bank.lint.allow import UNUSED
from quizgen.bank.lint.rule import RULES
from quizgen.bank.text_file import MAX_BYTES
from quizgen.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent
BANKS = sorted(path.name for path in FOLDER.iterdir() if (path / "expected.txt").exists())


def findings(bank: Path) -> list[str]:
    """What check finds, one line a problem, with files named from the bank's folder.

    The essays are looked for in the bank's own folder where it holds any.
    """
    essays = any(path.name != "expected.txt" for path in bank.glob("*.txt"))
    arguments = [str(bank), "--format", "json", *(["--essays", str(bank)] if essays else [])]
    result = CliRunner().invoke(main, ["check", *arguments])
    problems = json.loads(result.stdout)
    errors = any(problem["severity"] == "error" for problem in problems)
    assert result.exit_code == errors, result.output
    return [_line(problem).replace(f"{bank}/", "").replace(str(bank), ".") for problem in problems]


def _line(problem: dict[str, str]) -> str:
    place = problem["file"]
    if problem["line"]:
        place += f":{problem['line']}:{problem['column']}"
    return f"{place}: {problem['severity']} {problem['code']}: {problem['message']}"


def test_every_rule_of_the_lint_has_a_bad_bank() -> None:
    assert {f"lint-{code}" for code in (*RULES, UNUSED)} <= set(BANKS)


@pytest.mark.parametrize("name", BANKS)
def test_a_bad_bank_gives_its_findings_and_no_others(name: str) -> None:
    expected = (FOLDER / name / "expected.txt").read_text("utf-8").splitlines()
    assert findings(FOLDER / name) == expected


def _utf_16(path: Path) -> None:
    path.write_bytes(path.read_text("utf-8").encode("utf-16"))


def _latin_1(path: Path) -> None:
    path.write_bytes(path.read_text("utf-8").replace("Bridge", "Brücke").encode("latin-1"))


def _binary(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")


def _null_byte(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Our Bridge", b"Our\x00Bridge"))


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(MAX_BYTES + 1)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere.yaml")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (_utf_16, "voss.yaml:1:1: error not-utf-8: byte 0xff is not UTF-8 text"),
        (_latin_1, "voss.yaml:4:16: error not-utf-8: byte 0xfc is not UTF-8 text"),
        (_binary, "voss.yaml:1:1: error not-utf-8: byte 0x89 is not UTF-8 text"),
        (
            _null_byte,
            "voss.yaml:4:13: error control-character: "
            "the character U+0000 cannot stand in a text file",
        ),
        (
            _huge,
            f"voss.yaml: error too-large: "
            f"the file has {MAX_BYTES + 1:,} bytes; at most {MAX_BYTES:,} are read",
        ),
        (_folder, "voss.yaml: error not-a-file: this is not a file"),
        (
            _dangling_link,
            "voss.yaml: error cannot-read: the file cannot be read: No such file or directory",
        ),
    ],
)
def test_a_file_that_is_no_text_is_refused(
    damage: Callable[[Path], None], expected: str, tmp_path: Path
) -> None:
    sound = FOLDER / "evidence-nowhere"
    for name in ("bank.yaml", "voss.yaml"):
        (tmp_path / name).write_bytes((sound / name).read_bytes())
    damage(tmp_path / "voss.yaml")
    assert findings(tmp_path) == [expected]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    assert findings(tmp_path / "nowhere") == [".: error no-bank: there is no such folder"]
