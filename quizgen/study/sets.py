"""A topic in steps: sets of ten to fifteen claims, the central ones first, then the details."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.bank.model import Bank, Claim, Topic
    from quizgen.bank.source import Source

WISHED = 12
"""How many claims a set has, more or less: where there are more, sets of ten to fifteen."""


@dataclass(frozen=True, slots=True)
class Set:
    """Some claims of a topic that are learnt together.

    Attributes:
        topic: of which.
        number: from 1.
        claims: central ones first, then in the order of the essays.
        questions: the ids of the questions about them.
    """

    topic: Topic
    number: int
    claims: tuple[Claim, ...]
    questions: tuple[str, ...]

    @property
    def central(self) -> int:
        """How many of its claims are central."""
        return sum(claim.weight == "central" for claim in self.claims)

    @property
    def reading(self) -> list[Reading]:
        """What to read before, essay by essay."""
        found: dict[Source, set[int]] = {}
        for claim in self.claims:
            for piece in claim.evidence:
                found.setdefault(piece.source, set()).add(piece.paragraph)
        return [Reading(source, tuple(sorted(numbers))) for source, numbers in found.items()]


@dataclass(frozen=True, slots=True)
class Reading:
    """Paragraphs of an essay."""

    source: Source
    paragraphs: tuple[int, ...]

    @property
    def stretches(self) -> list[tuple[int, int]]:
        """The first and last paragraph of each stretch; a paragraph between two is read along."""
        found: list[tuple[int, int]] = []
        for number in self.paragraphs:
            if found and number - found[-1][1] <= 2:
                found[-1] = found[-1][0], number
            else:
                found.append((number, number))
        return found


def sets_of(bank: Bank) -> dict[str, tuple[Set, ...]]:
    """The sets of each topic that has claims, by the topic's id."""
    asked: dict[str, list[str]] = {}
    for question in bank.questions:
        asked.setdefault(question.claim.id, []).append(question.id)
    places = {source: number for number, source in enumerate(bank.sources)}
    claims = sorted(bank.claims, key=lambda claim: _place(claim, places))
    found = {}
    for topic in bank.topics:
        own = [claim for claim in claims if topic in claim.topics]
        found[topic.id] = tuple(
            Set(topic, number, tuple(some), tuple(id for c in some for id in asked.get(c.id, ())))
            for number, some in enumerate(_parts(own), 1)
        )
    return {id: sets for id, sets in found.items() if sets}


def _place(claim: Claim, places: Mapping[Source, int]) -> tuple[bool, int, int, int]:
    first = claim.evidence[0]
    several = len(claim.sources) > 1  # what compares comes after what it compares
    return claim.weight != "central", several, places[first.source], first.paragraph


def _parts(claims: Sequence[Claim]) -> Iterable[Sequence[Claim]]:
    """The claims in parts of about the same length."""
    count = max(1, round(len(claims) / WISHED)) if claims else 0
    bounds = [round(len(claims) * part / count) for part in range(count + 1)] if count else [0]
    return [claims[start:end] for start, end in pairwise(bounds)]
