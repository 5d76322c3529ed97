"""Who is asking: a random learner in a signed cookie, and nothing else about them."""

from __future__ import annotations

import secrets

from flask import session

_KEY = "learner"


def current_learner() -> str | None:
    """The learner's id; None for a browser that has started no sitting yet."""
    learner = session.get(_KEY)
    return learner if isinstance(learner, str) else None


def make_learner() -> str:
    """The learner's id, made now if there is none; the answer then sets the cookie."""
    learner = current_learner()
    if learner is None:
        learner = random_id()
        session[_KEY] = learner
        session.permanent = True
    return learner


def random_id() -> str:
    """An id that nobody can guess: 128 bits, 22 characters."""
    return secrets.token_urlsafe(16)
