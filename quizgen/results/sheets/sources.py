"""Files, folders and zips -> the pages in them, in a fixed order; no picture is unpacked yet."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["pdf", "picture"]

MAX_PAGES = 5000
"""Of one run."""
MAX_ENTRY = 300 * 2**20
"""Bytes of one file in a zip, unpacked."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page to be read."""

    file: str
    """As people name it: ``scans.zip/one.pdf``."""
    number: int
    path: Path
    entry: str
    """Of a zip; empty for a file."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, and what to do."""

    file: str
    page: int
    """0 where it is the whole file."""
    reason: str
    advice: str

    def __str__(self) -> str:
        where = f"{self.file}, page {self.page}" if self.page else self.file
        return f"{where}: {self.reason}\n    {self.advice}"


def pages_of(paths: Iterable[Path]) -> Iterator[Page | Unread]:
    """All pages, in the order of the names given; a folder's files in the order of theirs.

    Raises:
        QuizgenError: where a file or folder is missing.
    """
    paths = [*paths]
    problems = [path for path in paths if not path.exists()]
    if problems:
        raise QuizgenError(
            *(
                problem
                for path in problems
                for problem in QuizgenError.of(
                    str(path), "missing", "there is no such file", "name scans, photos or folders"
                ).problems
            )
        )
    count = 0
    for path in paths:
        for found in _of_path(path):
            count += 1
            if count > MAX_PAGES:
                advice = "give fewer files at a time"
                yield Unread(str(path), 0, f"more than {MAX_PAGES} pages are given", advice)
                return
            yield found


def _of_path(path: Path) -> Iterator[Page | Unread]:
    if path.is_dir():
        for inside in sorted(path.iterdir(), key=lambda each: each.name):
            if not inside.name.startswith("."):
                yield from _of_path(inside)
        return
    try:
        with path.open("rb") as file:
            first = file.read(1024)
    except OSError as error:
        yield Unread(str(path), 0, f"the file cannot be opened: {error.strerror}", "look at it")
        return
    if first.startswith(b"PK"):
        yield from _of_zip(path)
    else:
        yield from _of_file(str(path), path, "", first)


def _of_zip(path: Path) -> Iterator[Page | Unread]:
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in sorted(archive.infolist(), key=lambda each: each.filename):
                name = f"{path}/{entry.filename}"
                if entry.is_dir() or Path(entry.filename).name.startswith((".", "__MACOSX")):
                    continue
                if entry.file_size > MAX_ENTRY:
                    yield Unread(name, 0, "the file is too large unpacked", "give it on its own")
                elif entry.flag_bits & 1:
                    yield Unread(name, 0, "the zip needs a password", "unpack it first")
                else:
                    with archive.open(entry) as file:
                        first = file.read(1024)
                    yield from _of_file(name, path, entry.filename, first)
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError) as error:
        yield Unread(str(path), 0, f"the zip is broken: {error}", "pack it once more")


def _of_file(name: str, path: Path, entry: str, first: bytes) -> Iterator[Page | Unread]:
    if not first:
        yield Unread(name, 0, "the file is empty", "scan or copy it once more")
    elif b"%PDF-" in first:
        yield from _of_pdf(name, path, entry)
    else:
        yield from _of_picture(name, path, entry)


def content(path: Path, entry: str) -> Path | io.BytesIO:
    """What a library can open: the file itself, or a file of a zip."""
    if not entry:
        return path
    with zipfile.ZipFile(path) as archive, archive.open(entry) as file:
        return io.BytesIO(file.read(MAX_ENTRY))


def _of_pdf(name: str, path: Path, entry: str) -> Iterator[Page | Unread]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content(path, entry)) as document:
            count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            yield Unread(name, 0, "the PDF needs a password", "save it without one")
        else:
            yield Unread(name, 0, "the PDF is broken", "scan it once more")
        return
    if not count:
        yield Unread(name, 0, "the PDF has no pages", "scan it once more")
    for number in range(1, min(count, MAX_PAGES) + 1):
        yield Page(name, number, path, entry, "pdf")


def _of_picture(name: str, path: Path, entry: str) -> Iterator[Page | Unread]:
    from quizgen.results.sheets.pictures import PictureError, frames

    try:
        count = frames(content(path, entry))
    except PictureError as error:
        yield Unread(name, 0, *error.args)
        return
    for number in range(1, count + 1):
        yield Page(name, number, path, entry, "picture")
