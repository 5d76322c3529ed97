"""The store: what learners were asked and what they answered."""

from web.store.engine import open_store
from web.store.records import ROUND, Answer, Item, Sitting
from web.store.store import Store

__all__ = ["ROUND", "Answer", "Item", "Sitting", "Store", "open_store"]
