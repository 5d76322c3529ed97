"""What of a bank a reader can tick: topics, authors and kinds of claim that have questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.filters import Selection
from quizgen.bank.model import KIND_LABELS
from quizgen.words import N_
from quizgen_web.shell.language import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from quizgen_web.shell.site import Site


@dataclass(frozen=True, slots=True)
class Box:
    """A value, and how many questions have it."""

    value: str
    text: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of one field of the form, under a title of the catalogue."""

    name: str
    title: str
    boxes: tuple[Box, ...]


def groups(site: Site, chosen: Selection | None = None) -> list[Group]:
    """All that can be ticked, with what is ticked."""
    bank, chosen, _ = site.bank, chosen or Selection(), say().gettext
    topics = ((topic.id, topic.title) for topic in bank.topics)
    authors = ((author.id, author.name) for author in bank.authors)
    kinds = ((kind, _(label)) for kind, label in KIND_LABELS.items())
    return [
        Group("topic", N_("Topics"), _boxes(topics, site.by_topic, chosen.topics)),
        Group("author", N_("Authors"), _boxes(authors, site.by_author, chosen.authors)),
        Group("kind", N_("Kinds of claim"), _boxes(kinds, site.by_kind, chosen.kinds)),
    ]


def _boxes(
    values: Iterable[tuple[str, str]], counts: Mapping[str, int], chosen: Collection[str]
) -> tuple[Box, ...]:
    return tuple(
        Box(value, text, counts[value], value in chosen) for value, text in values if counts[value]
    )
