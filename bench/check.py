"""Checking the shipped bank against its essays, against the bare imports and PyYAML's load."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bench.measure import Figure, fastest
from quizgen.bank.load import default_bank

ESSAYS = Path(os.environ.get("QUIZGEN_ESSAYS", Path(__file__).parents[2] / "shared" / "essays"))

REFERENCE = """
import sys, yaml, pydantic, click
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""


def figures() -> list[Figure]:
    """``quizgen check --essays``, if the essays are at hand."""
    if not ESSAYS.is_dir():
        print(f"the essays are not at {ESSAYS}: name their folder in QUIZGEN_ESSAYS")
        return []
    command = Path(sys.executable).with_name("quizgen")
    files = sorted(default_bank().glob("*.yaml"))

    def run(*words: str | Path) -> object:
        return subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

    ours, theirs = fastest(
        lambda: run(command, "check", "--essays", ESSAYS),
        lambda: run(sys.executable, "-c", REFERENCE, *files),
        7,
    )
    return [Figure("check --essays on the shipped bank", ours, theirs, "s", 2.0)]
