"""All of the store as one."""

from quizgen_web.store.learners import LearnerStore
from quizgen_web.store.sittings import SittingStore


class Store(SittingStore, LearnerStore):
    """Sittings, answers, reviews and learners in a database."""
