"""How much one address may ask of us in a minute."""

from __future__ import annotations

import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from bot.channels.errors import Refused


class Limits:
    """Counts in this process's memory: a restart forgives, several edges count apart."""

    def __init__(self, sessions_per_minute: int, messages_per_minute: int) -> None:
        # The limiter refers to its storage weakly; without this name the counts would vanish.
        self._storage = MemoryStorage()
        self._limiter = MovingWindowRateLimiter(self._storage)
        self._items = {
            "session": RateLimitItemPerMinute(sessions_per_minute, namespace="session"),
            "message": RateLimitItemPerMinute(messages_per_minute, namespace="message"),
            # Advice is never refused; past this many, what was said is no longer kept.
            "emergency": RateLimitItemPerMinute(messages_per_minute, namespace="emergency"),
        }

    def spend(self, what: str, address: str) -> None:
        """Count one `session`, `message` or `emergency` of an address.

        Raises:
            Refused: the address has used up its minute; says when to come back.
        """
        item = self._items[what]
        if not self._limiter.hit(item, address):
            until = self._limiter.get_window_stats(item, address)[0] - time.time()
            raise Refused("rate", retry_after_seconds=max(1, math.ceil(until)))
