"""Loading a bank of 10,000 questions, against PyYAML's C loader on the same bytes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from bench.banks import write_bank
from bench.measure import Figure, fastest
from quizgen.bank.load import load_bank


def figures() -> list[Figure]:
    """Load and validate."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "bank"
        path = write_bank(folder, 10_000)

        def reference() -> object:
            return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)

        ours, theirs = fastest(lambda: load_bank(folder), reference, 3)
    return [Figure("load and validate 10,000 questions", ours, theirs, "s", 1.3)]
