"""Where everything that lasts is kept. The only SQL of the program is below this package."""

from bot.store.store import Feedback, Snapshot, Store, StoreDown, StoredTurn, UnknownMessage, open_store

__all__ = ["Feedback", "Snapshot", "Store", "StoreDown", "StoredTurn", "UnknownMessage", "open_store"]
