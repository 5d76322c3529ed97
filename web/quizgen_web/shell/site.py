"""What every page of the site draws on: the bank, counted once, and the store."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

from quizgen.text.wording import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.bank.model import Bank, Claim
    from quizgen_web.store import Store


@dataclass(frozen=True, slots=True)
class Site:
    """The site's bank and store, and what is looked up in the bank, made ready once."""

    bank: Bank
    store: Store
    by_topic: Mapping[str, int]
    by_author: Mapping[str, int]
    by_source: Mapping[str, int]
    by_kind: Mapping[str, int]
    ask_of: Mapping[str, str]
    """The first question about each claim, by the claim's id."""
    words: Sequence[tuple[str, Claim]]
    """Each claim, and its words made comparable."""

    @classmethod
    def of(cls, bank: Bank, store: Store) -> Site:
        """Count the questions of a bank."""
        claims = [question.claim for question in bank.questions]
        return cls(
            bank,
            store,
            Counter(topic.id for claim in claims for topic in claim.topics),
            Counter(author.id for claim in claims for author in claim.authors),
            Counter(source.id for claim in claims for source in claim.sources),
            Counter(claim.kind for claim in claims),
            {q.claim.id: q.id for q in reversed(bank.questions)},
            [(fold(claim.prompt), claim) for claim in bank.claims],
        )

    def search(self, query: str) -> list[Claim]:
        """The claims in which each word of a query occurs, be it as a part of a word."""
        wanted = fold(query).split()
        return [c for text, c in self.words if wanted and all(word in text for word in wanted)]


def site() -> Site:
    """The site that the current request is for."""
    return cast("Site", current_app.extensions["quizgen"])
