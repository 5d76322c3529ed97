"""Who is asking: a random learner in a signed cookie, and nothing else about them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import abort, session

from quizgen.study.days import DEFAULT_ZONE, study_day
from quizgen.study.memory import fold
from quizgen.study.outlook import due
from quizgen_web.shell.site import site
from quizgen_web.store.database import now_ms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizgen.study.memory import Memory, Review

_KEY = "learner"


def current_learner() -> str | None:
    """The learner's id; None for a browser that has started no sitting yet."""
    learner = session.get(_KEY)
    return learner if isinstance(learner, str) else None


def required_learner() -> str:
    """The learner's id; ends with 404 for a browser that has none, and so nothing to see."""
    return current_learner() or abort(404)


def make_learner() -> str:
    """The learner's id, made now if there is none; the answer sets the cookie.

    It sets it anew for a learner who has one: browsers forget a cookie after 400 days.
    """
    learner = current_learner() or random_id()
    become(learner)
    return learner


def become(learner: str) -> None:
    """Let this browser be a learner from now on."""
    session[_KEY] = learner
    session.permanent = True


def forget() -> None:
    """Let this browser be nobody again."""
    session.clear()


def random_id() -> str:
    """An id that nobody can guess: 128 bits, 22 characters."""
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True)
class Study:
    """Where a learner stands today."""

    zone: str
    today: int
    reviews: Sequence[Review]
    memories: Mapping[str, Memory]

    @property
    def due(self) -> list[str]:
        """The questions that the bank still has and that should be asked today."""
        by_id = site().bank.by_id
        return [id for id in due(self.memories, self.today) if id in by_id]


def study() -> Study:
    """Where the current learner stands; a browser without one has reviewed nothing."""
    learner, store = current_learner(), site().store
    if learner is None:
        return Study(DEFAULT_ZONE, study_day(now_ms(), DEFAULT_ZONE), [], {})
    reviews, zone = store.reviews(learner), store.zone(learner)
    return Study(zone, study_day(now_ms(), zone), reviews, fold(reviews))
