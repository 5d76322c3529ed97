"""Who is asking: a random learner in a signed cookie, and nothing else about them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import session
from werkzeug.exceptions import NotFound

from quizgen.study.days import DEFAULT_ZONE, study_day, zone_names
from quizgen_web.shell.site import settings, store
from quizgen_web.store.database import now_ms

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from quizgen.bank.model import Bank
    from quizgen.study.memory import Memory, Review

_KEY = "learner"


class NoCookieError(NotFound):
    """Nothing to see for a browser without the cookie, which the page must explain."""


def current_learner() -> str | None:
    """The learner's id; None for a browser that has started no sitting yet."""
    learner = session.get(_KEY)
    return learner if isinstance(learner, str) else None


def required_learner() -> str:
    """The learner's id.

    Raises:
        NoCookieError: for a browser that sent none, and so has nothing to see.
    """
    learner = current_learner()
    if learner is None:
        raise NoCookieError
    return learner


def make_learner() -> str:
    """The learner's id, made now if there is none; the answer sets the cookie.

    It sets it anew for a learner who has one: browsers forget a cookie after 400 days.
    """
    learner = current_learner() or random_id()
    become(learner)
    return learner


def become(learner: str) -> None:
    """Let this browser be a learner from now on; on shared computers until its window closes."""
    session[_KEY] = learner
    session.permanent = not settings().shared


def forget() -> None:
    """Let this browser be nobody again."""
    session.clear()


def random_id() -> str:
    """An id that nobody can guess: 128 bits, 22 characters."""
    return secrets.token_urlsafe(16)


def notice_zone(zone: str) -> None:
    """Keep the zone that a browser tells by itself, if there is one of this name."""
    learner = current_learner()
    if learner is not None and zone in zone_names():
        store().learners.notice_zone(learner, zone)


@dataclass(frozen=True, slots=True)
class Study:
    """Where a learner stands today; nobody has reviewed nothing."""

    learner: str | None
    zone: str
    today: int

    def due(self, bank: Bank) -> set[str]:
        """The questions that the bank still has and that should be asked today."""
        if self.learner is None:
            return set()
        return store().learners.due(self.learner, bank.id, self.today) & bank.by_id.keys()

    def next_day(self, bank: Bank) -> int | None:
        """The next day on which something of the bank comes back."""
        if self.learner is None:
            return None
        return store().learners.next_day(self.learner, bank.id, self.today)

    def memories(self, bank: Bank) -> Mapping[str, Memory]:
        """What the learner remembers, by the question's id."""
        return store().learners.memories(self.learner, bank.id) if self.learner else {}

    def learnt_in(self, bank: Bank, questions: Collection[str]) -> Mapping[str, str]:
        """The mode in which each of some questions was reviewed last."""
        if self.learner is None or not questions:
            return {}
        return store().learners.learnt_in(self.learner, bank.id, questions)

    def wish(self, bank: Bank) -> str:
        """What was chosen to practise last, as fields of the form."""
        return store().learners.wish(self.learner, bank.id) if self.learner else ""

    def by_day(self, bank: Bank, since: int) -> Mapping[int, int]:
        """How many questions were reviewed on each day from one on."""
        return store().learners.by_day(self.learner, bank.id, since) if self.learner else {}

    def reviews(self, bank: Bank, since: int) -> Sequence[Review]:
        """The reviews from a day on."""
        return store().learners.reviews(self.learner, bank.id, since) if self.learner else []


def study() -> Study:
    """Where the current learner stands."""
    learner, now = current_learner(), now_ms()
    if learner is None:
        return Study(None, DEFAULT_ZONE, study_day(now, DEFAULT_ZONE))
    return Study(learner, *store().learners.visit(learner, now))
