"""Bytes of a file -> text that is safe to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024

# What YAML 1.1 does not call printable, and the byte order mark where it is not at the start.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
)

_SAVE = "save the file as UTF-8 text (in most editors: Save as, Encoding: UTF-8)"


def read_text(path: Path, name: str) -> str:
    """Read a file of UTF-8 text; a byte order mark at the start is dropped.

    Args:
        path: the file.
        name: how messages call it.

    Raises:
        QuizgenError: where it is missing, no file, too large, or not UTF-8 text.
    """
    raw = _bytes(path, name)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(raw[: error.start].decode("utf-8-sig", "replace"))
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8 text"
        raise QuizgenError(Problem(name, line, column, "not-utf-8", message, _SAVE)) from error
    if bad := UNPRINTABLE.search(text):
        line, column = _line_and_column(text[: bad.start()])
        message = f"the character U+{ord(bad[0]):04X} cannot stand in a text file"
        advice = f"remove it, or {_SAVE}"
        shown = UNPRINTABLE.sub("�", text.splitlines()[line - 1])
        raise QuizgenError(
            Problem(name, line, column, "control-character", message, advice, source_line=shown)
        )
    return text


def _bytes(path: Path, name: str) -> bytes:
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise QuizgenError.of(name, "not-a-file", "this is not a file", "name a YAML file")
        if size > MAX_BYTES:
            message = f"the file has {size:,} bytes; at most {MAX_BYTES:,} are read"
            advice = "split the bank into several files, one a source"
            raise QuizgenError.of(name, "too-large", message, advice)
        return path.read_bytes()
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        advice = "check its name and its permissions"
        raise QuizgenError.of(name, "cannot-read", message, advice) from error


def _line_and_column(before: str) -> tuple[int, int]:
    """Line and column, from 1, of the place that follows ``before``."""
    lines = f"{before}x".splitlines()
    return len(lines), len(lines[-1])
