"""Which part of a bank goes into a deck."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.bank.filters import Selection

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Claim


@dataclass(frozen=True, slots=True)
class Part:
    """What to take of a bank; as it stands, everything."""

    claims: Selection = field(default_factory=Selection)
    modes: frozenset[str] = frozenset()
    """The kinds of notes, with empty for all."""
    content_notes: bool = True
    """Whether to take claims that carry a content note."""
    taught: frozenset[str] = frozenset()
    """Topics that were taught by now, with empty for all: a claim comes with its first topic."""

    def makes(self, mode: str) -> bool:
        """Whether notes of a kind are wanted."""
        return not self.modes or mode in self.modes

    def takes(self, claim: Claim) -> bool:
        """Whether notes on the claim are wanted."""
        return (
            self.claims.holds(claim)
            and (self.content_notes or not claim.content_note)
            and (not self.taught or claim.topics[0].id in self.taught)
        )


def taught_through(bank: Bank, topic: str) -> frozenset[str]:
    """The topics up to and with one, in the bank's order; all if it is empty.

    Raises:
        QuizgenError: where the bank has no such topic.
    """
    if not topic:
        return frozenset()
    Selection.of(bank, topics=[topic])
    ids = [entry.id for entry in bank.topics]
    return frozenset(ids[: ids.index(topic) + 1])
