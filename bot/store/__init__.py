"""Where everything that lasts is kept. The only SQL of the program is below this package."""

from bot.store.store import Also, Feedback, Overtaken, Snapshot, Store, StoreDown, StoredTurn, UnknownMessage, open_store

__all__ = ["Also", "Feedback", "Overtaken", "Snapshot", "Store", "StoreDown", "StoredTurn", "UnknownMessage", "open_store"]
