"""Files that are whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from secrets import token_hex

from quizgen.errors import QuizgenError


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
