"""The text import that mends single fields, and leaves all else as a student made it.

Anki sets each field that has a column, be it to nothing. So notes of one kind in which the
same fields changed share a file, and there are as many files as there are such sets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.anki.note_types import fields_of, type_name
from quizgen.anki.package import chosen_notes
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from quizgen.anki.edition import Edition
    from quizgen.anki.notes import Note
    from quizgen.anki.part import Part


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the patch."""

    path: Path
    notes: int
    fields: tuple[str, ...]


def write_patch(edition: Edition, path: Path, part: Part) -> list[Written]:
    """Write what changed since the last release as text files for Anki's import.

    Args:
        edition: that which is to be released, and the ledger of the last release.
        path: the file; where several are needed, each gets a number before its ending.
        part: what to take of the edition.

    Raises:
        QuizgenError: where there is no release to mend, nothing to mend in it, or a file
            cannot be written.
    """
    if not edition.before.releases:
        message = "there is no release that a patch could mend"
        raise QuizgenError.of(str(path), "no-release", message, "run `quizgen release` first")
    groups: dict[tuple[str, tuple[str, ...]], list[Note]] = {}
    for note in chosen_notes(edition, part):
        if names := _changed(edition, note):
            groups.setdefault((note.mode, names), []).append(note)
    if not groups:
        message = "no field changed since the last release"
        advice = "mend the bank, write the patch, and release afterwards"
        raise QuizgenError.of(str(path), "empty-patch", message, advice)
    written = []
    for number, ((mode, names), notes) in enumerate(sorted(groups.items()), 1):
        file = path if len(groups) == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
        write_atomically(file, "".join(_lines(edition, mode, names, notes)).encode())
        written.append(Written(file, len(notes), names))
    return written


def _changed(edition: Edition, note: Note) -> tuple[str, ...]:
    """The fields of a released note that are not as they were."""
    old, new = edition.before.notes.get(note.key), edition.ledger.notes[note.key]
    if old is None:
        return ()
    names = [field.name for field in fields_of(note.mode)]
    triples = zip(names, old.digests, new.digests, strict=False)  # last come the tags
    return tuple(name for name, then, now in triples if then != now)


def _lines(
    edition: Edition, mode: str, names: Sequence[str], notes: Sequence[Note]
) -> Iterator[str]:
    yield "#separator:tab\n#html:true\n"
    yield f"#notetype:{type_name(edition.bank, mode)}\n"
    yield "#columns:" + "\t".join(("guid", *names)) + "\n#guid column:1\n"
    for note in notes:
        values = dict(zip((field.name for field in fields_of(mode)), note.fields, strict=True))
        yield "\t".join([note.guid, *(_quoted(values[name]) for name in names)]) + "\n"


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"'
