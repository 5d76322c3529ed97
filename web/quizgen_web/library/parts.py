"""A long list of claims in parts that fold, and what a reader filters of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.bank.model import KIND_LABELS
from quizgen.text.wording import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from quizgen.bank.model import Claim
    from quizgen.bank.source import Source

A_PART = 12
"""How many claims stand together where the essay has no headings."""
FEW = 15
"""So many claims are shown without folding."""
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader wants to see of a list.

    Attributes:
        find: words that must occur.
        kind: the kind of claim; empty for all.
        central: whether only central claims are shown.
    """

    find: str = ""
    kind: str = ""
    central: bool = False

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Filter:
        """Read it from an address; what was never offered is as if it were not there."""
        kind = fields.get("kind", "")
        find = " ".join(fields.get("find", "").split())[:MOST_WORDS]
        return cls(find, kind if kind in KIND_LABELS else "", "central" in fields)

    def __bool__(self) -> bool:
        return bool(self.find or self.kind or self.central)

    def of_these(self, claims: Iterable[Claim]) -> list[Claim]:
        """The claims that are wanted."""
        words = fold(self.find).split()
        return [
            claim
            for claim in claims
            if (not self.kind or claim.kind == self.kind)
            and (not self.central or claim.weight == "central")
            and all(word in fold(f"{claim.prompt} {claim.speaker}") for word in words)
        ]


@dataclass(frozen=True, slots=True)
class Part:
    """Claims of an essay that stand together.

    Attributes:
        heading: under which; empty where the essay has none there.
        first: the first paragraph that they are from.
        last: the last one.
        claims: in the order of the essay.
    """

    heading: str
    first: int
    last: int
    claims: tuple[Claim, ...]


def paragraph(claim: Claim, source: Source) -> int:
    """The first paragraph of an essay that a claim is from."""
    return min(piece.paragraph for piece in claim.evidence if piece.source == source)


def parts_of(claims: Sequence[Claim], source: Source) -> list[Part]:
    """The claims of an essay by its headings; where it has none, some paragraphs together."""
    groups: list[list[Claim]] = []
    for claim in claims:
        here = source.count.heading(paragraph(claim, source))
        last = groups[-1][-1] if groups else None
        same = last is not None and source.count.heading(paragraph(last, source)) == here
        full = not here and groups and len(groups[-1]) >= A_PART
        if last is not None and full and paragraph(last, source) == paragraph(claim, source):
            full = False  # a paragraph is not torn apart
        if same and not full:
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return [
        Part(
            source.count.heading(paragraph(group[0], source)),
            paragraph(group[0], source),
            paragraph(group[-1], source),
            tuple(group),
        )
        for group in groups
    ]
