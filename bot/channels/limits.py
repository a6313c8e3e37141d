"""How much one address may ask of us in a minute."""

from __future__ import annotations

import math
import time
from collections import deque

from cachetools import TTLCache

from bot.channels.errors import Refused

WINDOW_SECONDS = 60.0
MOST_ADDRESSES = 100_000
"""Addresses counted at once, so that a crowd can't fill the memory; beyond them the one quiet for longest is forgotten."""


class Limits:
    """Counts in this process's memory: a restart forgives, several edges count apart.

    A message costs the same however many came before it: it looks at one moment, that of the message `most` before it.
    """

    def __init__(self, sessions_per_minute: int, messages_per_minute: int) -> None:
        # Advice is never refused; past as many emergencies as messages, what was said is no longer kept.
        # Who has sent too many may still read and erase what was said.
        self._most = {"session": sessions_per_minute, **dict.fromkeys(("message", "emergency", "own_chat"), messages_per_minute)}
        self._spent: TTLCache[tuple[str, str], deque[float]] = TTLCache(MOST_ADDRESSES, WINDOW_SECONDS, timer=time.monotonic)

    def spend(self, what: str, address: str) -> None:
        """Count one `session`, `message`, `emergency` or look at `own_chat` of an address.

        Raises:
            Refused: the address has used up its minute; says when to come back.
        """
        now, moments = time.monotonic(), self._spent.get((what, address), deque())
        while moments and moments[0] <= now - WINDOW_SECONDS:
            moments.popleft()
        if len(moments) >= self._most[what]:
            raise Refused("rate", retry_after_seconds=max(1, math.ceil(moments[0] + WINDOW_SECONDS - now)))
        moments.append(now)
        self._spent[what, address] = moments  # kept for a minute from now
