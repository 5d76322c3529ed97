"""Starting the command line, against Python that imports click."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.measure import Figure, fastest


def figures() -> list[Figure]:
    """``quizgen --help``."""
    command = Path(sys.executable).with_name("quizgen")

    def run(*words: str | Path) -> object:
        return subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

    ours, theirs = fastest(
        lambda: run(command, "--help"), lambda: run(sys.executable, "-c", "import click"), 20
    )
    return [Figure("quizgen --help", ours, theirs, "s", 1.6)]
