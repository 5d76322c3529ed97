"""How many of a bank's claims were proposed from its essays, and how many proposals are claims.

``python -m tests.intake.essays.measure`` prints it for the shipped bank.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.load import default_bank, load_bank
from quizgen.intake.essays import Essay, read
from quizgen.text.wording import straight

if TYPE_CHECKING:
    from quizgen.bank.model import Bank, Claim
    from quizgen.bank.source import Source
    from quizgen.intake.essays import Proposal

ESSAYS = Path(os.environ.get("QUIZGEN_ESSAYS", Path(__file__).parents[4] / "shared" / "essays"))
_KEY = re.compile(r"\d[\d,.]*\d|\d|\b[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*")
_RUN = 3


@dataclass
class Measure:
    """Counts over all essays of a bank."""

    claims: int = 0
    """Claims of fact and quotations of one essay."""
    proposed: int = 0
    """Those of which a proposal has the paragraph and the key figure or name."""
    proposals: int = 0
    used: int = 0
    """Proposals whose phrase shares three words in a row with a claim's evidence there."""
    lines: int = 0
    """Lines that are counted although the bank says otherwise, or the other way round."""


def measure(bank: Bank, folder: Path) -> Measure:
    """Draft each essay anew and hold the proposals against the bank's claims."""
    found = Measure()
    for source in bank.sources:
        essay = Essay.of(read(folder / source.file))
        _add(found, source, essay, [c for c in bank.claims if c.sources == (source,)], bank)
    return found


def _add(found: Measure, source: Source, essay: Essay, claims: list[Claim], bank: Bank) -> None:
    lines = range(1, len(essay.page.lines) + 1)
    told = {one.line for one in essay.told}
    found.lines += sum((n in told) != (source.count.paragraph(n) == 0) for n in lines)
    text = {n: straight(words) for n, (_, _, words) in enumerate(essay.paragraphs, 1)}
    for claim in claims:
        if claim.kind != "interpretation":
            found.claims += 1
            found.proposed += any(_names(p, claim, bank, text) for p in essay.proposals)
    found.proposals += len(essay.proposals)
    found.used += sum(any(_shares(p, claim) for claim in claims) for p in essay.proposals)


def _names(proposal: Proposal, claim: Claim, bank: Bank, text: dict[int, str]) -> bool:
    """Whether it is in a paragraph of the claim and holds a figure or name that is asked for."""
    if proposal.paragraph not in {piece.paragraph for piece in claim.evidence}:
        return False
    asked = [*claim.statement.blanks]
    asked += [question.key for question in bank.questions if question.claim == claim]
    keys = {key for words in asked for key in _KEY.findall(straight(words))}
    keys = {key for key in keys if key in text[proposal.paragraph]}
    phrase = straight(proposal.phrase)
    return any(key in phrase for key in keys) if keys else _shares(proposal, claim)


def _shares(proposal: Proposal, claim: Claim) -> bool:
    phrase = straight(proposal.phrase).lower()
    for piece in claim.evidence:
        words = straight(piece.quote).lower().split()
        runs = (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
        if piece.paragraph == proposal.paragraph and any(run in phrase for run in runs):
            return True
    return False


if __name__ == "__main__":
    counted = measure(load_bank(default_bank()), ESSAYS)
    print(f"claims of fact and quotations: {counted.claims}, proposed: {counted.proposed}", end=" ")
    print(f"({counted.proposed / counted.claims:.0%})")
    print(f"proposals: {counted.proposals}, claims of the bank: {counted.used}", end=" ")
    print(f"({counted.used / counted.proposals:.0%})")
    print(f"lines counted otherwise than in the bank: {counted.lines}")
