"""All of the store as one."""

from web.store.learners import LearnerStore
from web.store.sittings import SittingStore


class Store(SittingStore, LearnerStore):
    """Sittings, answers, reviews and learners in a database."""
