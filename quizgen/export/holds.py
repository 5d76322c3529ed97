"""What of its items a format can hold, and from that what it loses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from quizgen.export.format import Bundle, Format
    from quizgen.export.items import Item, ItemSet

Part = Literal[
    "options",
    "citation",
    "content note",
    "sources",
    "rationale",
    "evidence",
    "reasons",
    "spellings",
    "context",
    "id",
    "address",
    "tags",
]

FOR_STUDENTS: frozenset[Part] = frozenset({"options", "citation", "content note", "sources"})
"""What a student's file should say; that it says no more is meant, and no loss."""
ALL: frozenset[Part] = frozenset(get_args(Part))
FOR_TEACHERS: frozenset[Part] = ALL - {"tags"}
"""What a teacher's file should say; topics and weight are for a system to sort by."""

WORDS: Mapping[Part, str] = {
    "options": N_("the wrong options"),
    "citation": N_("essay and paragraph"),
    "content note": N_("content notes"),
    "sources": N_("notes on the essays"),
    "rationale": N_("the reason of the key"),
    "evidence": N_("the phrases of the essays"),
    "reasons": N_("why other options are wrong"),
    "spellings": N_("other spellings that are right"),
    "context": N_("editors’ notes"),
    "id": N_("the ids of the questions"),
    "address": N_("the addresses of the essays"),
    "tags": N_("topics, kind, difficulty and weight"),
}
"""Each part in words, for a loss report and for documents."""

_HAS: Mapping[Part, Callable[[Item], object]] = {
    "options": lambda item: item.options,
    "citation": lambda item: item.citations,
    "content note": lambda item: item.content_note,
    "sources": lambda item: item.sources,
    "rationale": lambda item: item.rationale,
    "evidence": lambda item: item.evidence,
    "reasons": lambda item: item.reasons,
    "spellings": lambda item: item.accept and not item.options,
    "context": lambda item: item.context,
    "id": lambda item: item.id,
    "address": lambda item: any(proof.url for proof in item.evidence),
    "tags": lambda item: item.topics,
}
"""Whether an item has such a part, so that nobody is told of a loss that is none."""


def lost(format: Format) -> list[Part]:
    """What a format cannot hold of what its readers should have, in the order of ``Part``."""
    wanted = {"student": FOR_STUDENTS, "teacher": FOR_TEACHERS, "system": ALL}[format.audience]
    return [part for part in get_args(Part) if part in wanted - format.holds]


def losses(sets: Sequence[ItemSet], formats: Iterable[Format | Bundle]) -> list[str]:
    """The loss report: a line for each file that does not hold all of its items."""
    return [loss for format in formats for loss in format.losses(sets)]


def missed(format: Format, sets: Sequence[ItemSet]) -> list[Part]:
    """What a format leaves out that these items have, in the order of ``Part``."""
    asked = [item for items in sets for item in items.items if item.mode in format.modes]
    return [part for part in lost(format) if any(map(_HAS[part], asked))]


def losses_of(format: Format, sets: Sequence[ItemSet]) -> Iterator[str]:
    """For each form what the format cannot hold of its items."""
    for items in sets:
        if parts := missed(format, [items]):
            left = ", ".join(WORDS[part] for part in parts)
            yield f"{format.file_name(items)} leaves out {left}"
        for item in items.items:
            if item.mode not in format.modes:
                yield (
                    f"{format.file_name(items)} cannot ask question {item.number} ({item.id}), "
                    f"which is {item.mode}"
                )
