"""The store: what learners were asked and what they answered."""

from web.store.engine import open_store
from web.store.sittings import Answer, Item, Sitting, Store

__all__ = ["Answer", "Item", "Sitting", "Store", "open_store"]
