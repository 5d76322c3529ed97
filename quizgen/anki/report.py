"""Release notes: what an edition changes, and what a student keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.anki.ledger_rows import date_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.anki.edition import Edition
    from quizgen.anki.ledger import Key


def release_notes(edition: Edition) -> str:
    """What is new, changed and retired since the last release, as lines of text."""
    before, after = edition.before, edition.ledger
    if not edition.changed:
        return f"nothing changed since the edition {after.last.edition}"
    changed = {
        key
        for key, entry in after.notes.items()
        if entry.changed == after.last.time and key in before.notes
    }
    new = after.notes.keys() - before.notes.keys()
    retired = {key for key in changed if after.notes[key].retired and not before.notes[key].retired}
    types = [mode for mode, kind in after.types.items() if kind != before.types.get(mode)]
    parts = [
        f"edition {after.last.edition}, {date_text(after.last.time)}",
        _counted("new", new, bool(before.releases)),
        _counted("changed", changed - retired),
        _counted("retired", retired),
    ]
    if before.releases:
        untouched = len(before.notes) - len(changed)
        parts += [f"card layouts changed: {', '.join(types)}"] if types else []
        parts += [
            f"untouched: {untouched} notes",
            "what a student keeps: every review and every schedule, on all notes; "
            f"words and tags of their own on the {untouched} untouched notes",
        ]
    if changed:
        parts.append(
            f"what a student loses: words and tags of their own on {len(changed)} changed notes "
            "(quizgen anki --patch, before this release, mends single fields instead)"
        )
    return "\n".join(parts)


def _counted(what: str, keys: Iterable[Key], named: bool = True) -> str:
    names = [f"  {id} ({mode})" for id, mode in sorted(keys)] if named else []
    return "\n".join([f"{what}: {len([*keys])} notes", *names])
