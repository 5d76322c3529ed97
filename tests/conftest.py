"""What the tests of the core share: the example bank, and ways to change it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgen.bank.load import Loaded, load
from quizgen.bank.new import write_example
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The folder of a fresh example bank, with its essays in ``essays``."""
    folder = tmp_path / "example"
    write_example(folder)
    return folder


@pytest.fixture
def bank_of(tmp_path: Path) -> Callable[[Mapping[str, str]], Loaded]:
    """Write texts as the files of a bank, and load it."""

    def write_and_load(texts: Mapping[str, str]) -> Loaded:
        folder = tmp_path / "bank"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="")
        return load(folder)

    return write_and_load


@pytest.fixture
def changed(example: Path) -> Callable[[str, str, str], tuple[Problem, ...]]:
    """Change one place of the example bank; the problems of loading it, files named shortly."""

    def change_and_load(name: str, old: str, new: str) -> tuple[Problem, ...]:
        path = example / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="")
        problems: tuple[Problem, ...] = ()
        try:
            load(example)
        except QuizgenError as error:
            problems = error.problems
        assert all(problem.advice for problem in problems), "each problem has advice"
        return problems

    return change_and_load


@pytest.fixture
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run Python, as in ``run("-c", "print(1)")``, with the variables that are given."""

    def run_python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
            env={"PYTHONUTF8": "1", "PYTHONPATH": str(Path(__file__).parents[1])} | variables,
        )

    return run_python
