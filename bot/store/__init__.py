"""Where everything that lasts is kept. The only SQL of the program is below this package."""

from bot.store.store import Also, Feedback, Forgotten, Overtaken, Snapshot, Store, StoredTurn, UnknownMessage, open_store
from bot.store.transactions import StoreDown

__all__ = [
    "Also",
    "Feedback",
    "Forgotten",
    "Overtaken",
    "Snapshot",
    "Store",
    "StoreDown",
    "StoredTurn",
    "UnknownMessage",
    "open_store",
]
