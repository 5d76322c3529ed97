"""What a later edition may do to the note types that students have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.digests import type_digest
from quizgen.anki.ledger import TypeEntry
from quizgen.anki.note_types import NoteType
from quizgen.errors import Problem, QuizgenError

if TYPE_CHECKING:
    from collections.abc import Collection

    from quizgen.anki.ledger import Ledger
    from quizgen.bank.model import Bank


def type_entries(
    bank: Bank, modes: Collection[str], before: Ledger, time: int, site: str
) -> dict[str, TypeEntry]:
    """The ledger's lines on the note types in use.

    Args:
        bank: gives ids and the language.
        modes: the kinds in use.
        before: the ledger as it was.
        time: of the release, for a type that is new or changed.
        site: the address to link to.

    Raises:
        QuizgenError: where Anki's default import would refuse every note of a type.
    """
    entries: dict[str, TypeEntry] = {}
    problems: list[Problem] = []
    for mode in sorted(modes):
        new, old = _entry(bank, mode, time, site), before.types.get(mode)
        entries[mode] = old if old and old.digest == new.digest else new
        if old:
            problems += (
                Problem(
                    before.file,
                    old.line,
                    1,
                    "note-type",
                    f"the note type for {mode} cards {what}: Anki would update none of its notes",
                    "use the quizgen of the last release; whoever works on quizgen renames "
                    "a spare field or template instead and keeps its id",
                )
                for what in _differences(old, new)
            )
    if problems:
        raise QuizgenError(*problems)
    return entries


def _entry(bank: Bank, mode: str, time: int, site: str) -> TypeEntry:
    kind = NoteType(bank, mode, time, site)
    return TypeEntry(
        mode=mode,
        changed=time,
        fields=tuple(field["id"] for field in kind.fields),
        templates=tuple(template["id"] for template in kind.templates),
        cloze=kind.model_type == NoteType.CLOZE,
        digest=type_digest(bank, mode, site),
    )


def _differences(old: TypeEntry, new: TypeEntry) -> list[str]:
    found = []
    for name in ("fields", "templates"):
        then, now = getattr(old, name), getattr(new, name)
        if set(then) - set(now):
            found.append(f"lost {name}")
        elif set(now) - set(then):
            found.append(f"has further {name}")
        elif then != now:
            found.append(f"has its {name} in another order")
    if old.cloze != new.cloze:
        found.append("changed its kind")
    return found
