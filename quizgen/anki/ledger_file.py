"""The ledger as a text file: a line a note, which git merges well.

Each line ends in a check on itself, so that a line that was mended by hand is found and named.
A line that was lost is found by the number of new notes that each release counts.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from quizgen.anki.ledger_rows import RowError, ledger_of, rows
from quizgen.errors import Problem, QuizgenError
from quizgen.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from quizgen.anki.ledger import Ledger

LEDGER_FILE = "anki.lock"
_ADVICE = (
    f"take {LEDGER_FILE} as the last release left it (`git log {LEDGER_FILE}` finds it) "
    "and run `quizgen release` again"
)


def read_ledger(folder: Path) -> Ledger | None:
    """The ledger of the bank in a folder; None before the first release.

    Raises:
        QuizgenError: naming each line that is not as ``quizgen release`` wrote it.
    """
    path = folder / LEDGER_FILE
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        message = f"the ledger cannot be read: {getattr(error, 'strerror', '') or 'not UTF-8 text'}"
        raise QuizgenError.of(str(path), "ledger", message, _ADVICE) from error
    found: list[RowError] = []
    numbered: list[tuple[int, list[Any]]] = []
    for number, line in enumerate(lines, 1):
        try:
            numbered.append((number, _opened(number, line)))
        except RowError as error:
            found.append(error)
    if not found:
        try:
            return ledger_of(numbered, str(path))
        except RowError as error:
            found.append(error)
    raise QuizgenError(*(_problem(path, lines, error) for error in found))


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Write the ledger beside the bank, as a whole or not at all.

    Raises:
        QuizgenError: where the file cannot be written.
    """
    text = "".join(f"{_sealed(row)}\n" for row in rows(ledger))
    write_atomically(folder / LEDGER_FILE, text.encode())


def _sealed(row: list[Any]) -> str:
    return json.dumps([*row, _check(row)], ensure_ascii=False)


def _opened(number: int, line: str) -> list[Any]:
    """The row of a line, if the line is what ``_sealed`` makes of it."""
    try:
        row: list[Any]
        *row, check = json.loads(line)
    except (TypeError, ValueError):
        raise RowError(number, "this is no line of a ledger, perhaps a bad merge") from None
    if check != _check(row):
        raise RowError(number, "the line was changed by hand or merged badly")
    return row


def _check(row: list[Any]) -> str:
    return sha256(json.dumps(row).encode()).hexdigest()[:8]


def _problem(path: Path, lines: list[str], error: RowError) -> Problem:
    source = lines[error.line - 1] if error.line <= len(lines) else ""
    return Problem(str(path), error.line, 1, "ledger", str(error), _ADVICE, source_line=source)
