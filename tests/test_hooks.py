"""The hook by which other repositories check their bank before each commit."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from quizgen.cli import main

HOUSE = Path(__file__).parents[1]
MANIFEST = HOUSE / ".pre-commit-hooks.yaml"
HOW_TO = HOUSE / "docs" / "how-to" / "a-bank-in-its-own-repository.md"


@pytest.fixture
def hook() -> dict[str, str]:
    (found,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def validate(what: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", f"validate-{what}", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_takes_the_manifest() -> None:
    validate("manifest", MANIFEST)


def test_pre_commit_takes_what_the_how_to_writes(tmp_path: Path, hook: dict[str, str]) -> None:
    found = re.search(r"```yaml\n(repos:.*?)```", HOW_TO.read_text("utf-8"), re.S)
    assert found
    (tmp_path / "config.yaml").write_text(found[1], "utf-8")
    validate("config", tmp_path / "config.yaml")
    assert f"id: {hook['id']}\n" in found[1]


def test_it_passes_a_sound_bank_and_stops_a_broken_one(
    example: Path, monkeypatch: pytest.MonkeyPatch, hook: dict[str, str]
) -> None:
    monkeypatch.chdir(example)
    program, *arguments = [*hook["entry"].split(), *hook["args"]]
    assert program == "quizgen"
    assert CliRunner().invoke(main, arguments).exit_code == 0
    (example / "ellery.yaml").write_text("claims: [\n", "utf-8")
    assert CliRunner().invoke(main, arguments).exit_code == 1


def test_it_runs_when_any_file_changes_on_which_the_check_depends(
    example: Path, hook: dict[str, str]
) -> None:
    (example / "evidence.json").touch()
    names = {path.relative_to(example).as_posix() for path in example.rglob("*") if path.is_file()}
    watched = {name for name in names if re.search(hook["files"], name)}
    assert names - watched == {"bank.schema.json"}
