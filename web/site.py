"""What every page of the site draws on: the bank, counted once, and the store."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from flask import current_app

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.bank.model import Bank
    from web.store import Store


@dataclass(frozen=True, slots=True)
class Site:
    """The site's bank and store, and how many questions stand under each heading."""

    bank: Bank
    store: Store
    by_topic: Mapping[str, int]
    by_author: Mapping[str, int]
    by_kind: Mapping[str, int]

    @classmethod
    def of(cls, bank: Bank, store: Store) -> Site:
        """Count the questions of a bank."""
        claims = [question.claim for question in bank.questions]
        return cls(
            bank,
            store,
            Counter(topic.id for claim in claims for topic in claim.topics),
            Counter(source.id for claim in claims for source in claim.sources),
            Counter(claim.kind for claim in claims),
        )


def site() -> Site:
    """The site that the current request is for."""
    return cast("Site", current_app.extensions["quizgen"])
