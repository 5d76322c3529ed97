"""The store: what learners were asked and what they answered."""

from quizgen_web.store.engine import open_store
from quizgen_web.store.records import ROUND, Answer, Item, Sitting, SittingKey
from quizgen_web.store.store import Store

__all__ = ["ROUND", "Answer", "Item", "Sitting", "SittingKey", "Store", "open_store"]
