"""Files that are whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a reader, or a crash, sees the old content or the new one.

    A link is followed; a device or a pipe is written to as it is.

    Raises:
        QuizgenError: where the folder cannot be written to; the old file then stays whole.
    """
    try:
        path = Path(os.path.realpath(path))  # else the link would be replaced
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path, content)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror}"
        advice = "choose a folder that you may write to and that has room"
        raise QuizgenError.of(str(path), "cannot-write", message, advice) from error


def write_all(folder: Path, contents: Mapping[str, bytes]) -> list[Path]:
    """Write several files, or none of them: what was written before a failure is undone.

    Args:
        folder: made where it is not there, with the folders inside it.
        contents: of each file, by its path inside the folder.

    Returns:
        the files written, in order.

    Raises:
        QuizgenError: where the folder cannot be made or written to.
    """
    made: list[Path] = []
    before: list[tuple[Path, bytes | None]] = []
    try:
        for name, content in contents.items():
            path = folder / name
            made += _make_folder(path.parent)
            old = path.read_bytes() if path.exists() else None
            write_atomically(path, content)
            before.append((path, old))
    except BaseException as error:
        for path, old in reversed(before):
            path.unlink() if old is None else path.write_bytes(old)
        for parent in reversed(made):
            parent.rmdir()
        if isinstance(error, OSError):
            message = f"the folder cannot be made: {error.strerror}"
            advice = "choose a place that you may write to"
            raise QuizgenError.of(str(folder), "cannot-write", message, advice) from error
        raise
    return [path for path, _ in before]


def _make_folder(folder: Path) -> list[Path]:
    """Make a folder and those above it; returns those that were not there, outermost first."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()][::-1]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _replace(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".quizgen-{token_hex(8)}")
    try:
        with temporary.open("xb") as file:  # a new file has the permissions of any new file
            if path.exists():
                os.fchmod(file.fileno(), stat.S_IMODE(path.stat().st_mode))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
