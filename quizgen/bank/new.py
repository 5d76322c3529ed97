"""The example bank that an author starts from."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from quizgen.bank.json_schema import json_schema
from quizgen.errors import QuizgenError
from quizgen.files import write_all

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path


def write_example(folder: Path) -> list[Path]:
    """Write the example bank, its essays and its schema into a new or empty folder.

    Returns:
        the files written, in order.

    Raises:
        QuizgenError: where the folder holds something already or cannot be written to.
    """
    example = {
        path: source.read_bytes() for path, source in _tree(files("quizgen.bank") / "example")
    }
    example["bank.schema.json"] = json.dumps(json_schema(), indent=1).encode() + b"\n"
    try:
        if folder.exists() and any(folder.iterdir()):
            advice = "name a folder that is new or empty"
            raise QuizgenError.of(str(folder), "not-empty", "the folder is not empty", advice)
    except OSError as error:
        message = f"the folder cannot be read: {error.strerror}"
        raise QuizgenError.of(
            str(folder), "cannot-write", message, "choose a place that you may write to"
        ) from error
    return write_all(folder, example)


def _tree(root: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(root.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _tree(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry
