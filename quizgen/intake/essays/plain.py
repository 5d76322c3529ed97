"""Bytes -> text -> lines: UTF-8, UTF-16 with its mark, or Windows-1252 with a note."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from quizgen.errors import QuizgenError
from quizgen.intake.essays.page import Line

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BINARY = 0.005
"""With more control characters than this share it is no text."""
_WRAPPED = range(40, 101)
"""So long are the lines of a text that was broken for a screen or a letter."""


def decode(name: str, raw: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, with line feeds and without control characters.

    Returns:
        the text, and what is worth a note.

    Raises:
        QuizgenError: where the bytes are no text.
    """
    notes: list[str] = []
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = raw.decode("utf-16", "replace")
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
            notes.append("the file is not UTF-8: it was read as Windows-1252; look at its accents")
    text = _BREAKS.sub("\n", text)
    control = _CONTROL.findall(text)
    if "\0" in control or len(control) > _BINARY * len(text) + 20:
        message = "this is no text: it holds bytes that no text has"
        advice = "save the essay as text, Markdown, HTML, DOCX or PDF"
        raise QuizgenError.of(name, "binary", message, advice)
    if control:
        text = _CONTROL.sub("", text)
        notes.append(f"{len(control)} control characters were left out")
    return text, tuple(notes)


def lines(text: str) -> tuple[list[Line], tuple[str, ...]]:
    """The lines of a plain text; one that was broken for a screen is put together again.

    Returns:
        the lines, and what is worth a note.
    """
    raw = text.rstrip().split("\n")
    if not _is_wrapped(raw):
        return [Line(line.rstrip()) for line in raw], ()
    blocks = re.split(r"\n[ \t]*\n", text.strip("\n"))
    joined = [Line(" ".join(block.split())) for block in blocks]
    return joined, ("the lines of each paragraph were put together into one",)


def _is_wrapped(raw: list[str]) -> bool:
    """Whether most lines run on into the next one, and blank lines part the paragraphs."""
    pairs = [(line.strip(), after.strip()) for line, after in pairwise(raw) if line.strip()]
    inner = [len(line) for line, after in pairs if after]
    if all(line.strip() for line in raw) or len(inner) < 3:
        return False
    fitting = sum(length in _WRAPPED for length in inner)
    return len(inner) > len(pairs) / 2 and fitting > 0.8 * len(inner)
