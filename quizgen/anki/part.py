"""Which part of a bank goes into a deck."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

from quizgen.bank.model import Mode
from quizgen.bank.select import Selection

if TYPE_CHECKING:
    from quizgen.bank.model import Claim

MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Part:
    """What to take of a bank; as it stands, everything."""

    claims: Selection = field(default_factory=Selection)
    modes: frozenset[Mode] = frozenset(MODES)
    """The kinds of notes."""
    content_notes: bool = True
    """Whether to take claims that carry a content note."""

    def takes(self, claim: Claim) -> bool:
        """Whether notes on the claim are wanted."""
        return self.claims.holds(claim) and (self.content_notes or not claim.content_note)
