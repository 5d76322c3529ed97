"""Folding a learner's 5,000 reviews, against the bare calls of ``fsrs`` with the same reviews."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from fsrs import Card, Rating

from bench.measure import Figure, fastest
from quizgen.study.memory import SCHEDULER, Review, fold

REVIEWS, QUESTIONS = 5_000, 700


def figures() -> list[Figure]:
    """Fold all reviews into memories."""
    chance = random.Random(1)
    reviews = [
        Review(f"claim-{chance.randrange(QUESTIONS)}.x", 20_000 + turn // 20, chance.randint(1, 4))
        for turn in range(REVIEWS)
    ]
    first = datetime(1970, 1, 1, tzinfo=UTC)
    calls = [(r.question_id, Rating(r.rating), first + timedelta(r.day)) for r in reviews]

    def reference() -> object:
        cards = {id: Card(card_id=0, due=first) for id in {call[0] for call in calls}}
        for id, rating, moment in calls:
            cards[id], _ = SCHEDULER.review_card(cards[id], rating, moment)
        return cards

    ours, theirs = fastest(lambda: fold(reviews), reference, 5)
    return [Figure("fold 5,000 reviews", ours, theirs, "s", 1.5)]
