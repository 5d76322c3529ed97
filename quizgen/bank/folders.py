"""Several banks at once, and whether the files of a bank have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.bank.load import BANK_FILE, Loaded, load
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Stamp = tuple[tuple[str, int, int], ...]
"""Each file of a folder with the time of its last change and its size."""


def load_all(folders: Sequence[Path]) -> list[Loaded]:
    """Load several banks, in the order in which their folders are named.

    Raises:
        QuizgenError: with all problems of all banks, two banks of one id, a folder named twice.
    """
    problems: list[Problem] = []
    loaded: list[Loaded] = []
    seen: set[Path] = set()
    for folder in folders:
        if folder.resolve() in seen:
            message, advice = "this folder is named twice", "name each bank once"
            problems.append(Problem(str(folder), 0, 0, "same-bank", message, advice))
            continue
        seen.add(folder.resolve())
        try:
            loaded.append(load(folder))
        except QuizgenError as error:
            problems += error.problems
    problems += _same_ids(loaded)
    if problems:
        raise QuizgenError(*problems)
    return loaded


def stamp(folder: Path) -> Stamp:
    """What tells whether anything in a folder has changed; empty where it cannot be read."""
    try:
        files = [path for path in folder.iterdir() if not path.name.startswith(".")]
        found = [(path.name, path.stat()) for path in files]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in found))


def _same_ids(banks: Iterable[Loaded]) -> Iterable[Problem]:
    first: dict[str, Loaded] = {}
    for one in banks:
        other = first.setdefault(one.bank.id, one)
        if other is not one:
            message = f"the id {one.bank.id!r} is that of the bank in {other.folder}, too"
            advice = "give one of the two another id: learners' progress is kept under it"
            yield Problem(str(one.folder / BANK_FILE), 0, 0, "same-id", message, advice)
