"""What a patient who never wrote before would get: the very way of a message, over a store that is thrown away behind it."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

from bot.ask import ask
from bot.conversation.wording import Reply
from bot.store import Store, open_store
from bot.threads import in_thread
from bot.turn import FrontDesk

ONE_AT_A_TIME = threading.Lock()
"""Tables are made by a library that can make them in one thread of a program at a time."""
FINISH_SECONDS = 3.0


async def rehearse(desk: FrontDesk, text: str, channel: str) -> Reply:
    """The reply of this desk as it is now; nothing is kept, counted or told to anybody.

    Raises:
        StoreDown: there is no room for a database of a moment.
    """
    with tempfile.TemporaryDirectory(prefix="rehearsal-") as folder:
        store = await in_thread(_scratch, Path(folder))
        try:
            stand_in = desk.over(store)
            reply = await ask(stand_in, channel, text)
            await stand_in.finish(FINISH_SECONDS)  # emergency advice goes out before it is kept
            return reply
        finally:
            store.close()


def _scratch(folder: Path) -> Store:
    with ONE_AT_A_TIME:
        return open_store(f"sqlite:///{folder}/bot.db")
