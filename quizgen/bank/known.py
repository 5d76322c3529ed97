"""The ids that the files of a bank define, for whoever refers to them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from quizgen.bank.builder import Route
    from quizgen.bank.document import Document
    from quizgen.bank.validate import ClaimsFile
    from quizgen.bank.yaml_schema import SourceEntry


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a bank defines, taken from the raw data so that broken entries count too."""

    topics: Sequence[str] | None
    """None where bank.yaml is too broken to tell."""
    sources: Sequence[str]
    claims: dict[str, list[tuple[Document, Route]]]
    entries: Sequence[SourceEntry]
    """The sources that are sound by themselves."""
    bylines: int
    """How many authors, or groups of authors, the sources have."""
    complete: bool
    """Whether every file's sources and claims could be told."""

    @classmethod
    def of(cls, head: Document | None, files: Collection[ClaimsFile], unread: bool) -> Known:
        """Collect the ids of all files.

        Args:
            head: bank.yaml, where it could be read.
            files: the files that could be read.
            unread: whether there are others.
        """
        sources, claims = [], defaultdict(list)
        bylines = set()
        for file in files:
            data = file.document.data if isinstance(file.document.data, dict) else {}
            sources += _ids([data.get("source")])
            if isinstance(source := data.get("source"), dict):
                bylines.add(_names(source))
            raw = data.get("claims")
            for index, claim in enumerate(raw if isinstance(raw, list) else []):
                for name in _ids([claim]):
                    route: Route = ("claims", index, "id")
                    claims[name].append((file.document, route))
        topics = head.data.get("topics") if head and isinstance(head.data, dict) else None
        complete = not unread and all(file.names_all for file in files)
        return cls(
            _ids(topics) if isinstance(topics, list) else None,
            sources,
            claims,
            [file.source for file in files if file.source is not None],
            len(bylines),
            complete,
        )


def _ids(entries: Iterable[Any]) -> list[str]:
    return [e["id"] for e in entries if isinstance(e, dict) and isinstance(e.get("id"), str)]


def _names(source: dict[str, Any]) -> tuple[str, ...]:
    """The names of a source's authors, as far as they can be told."""
    several = source.get("authors")
    entries = several if isinstance(several, list) else [source.get("author")]
    return tuple(str(e.get("name") if isinstance(e, dict) else e) for e in entries)
