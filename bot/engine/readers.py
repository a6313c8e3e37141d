"""Understanding beside Rasa's event loop: while one message is read, another's rules run and a third's answer goes out."""

from __future__ import annotations

import asyncio
import contextvars
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")
READERS = 2
"""Threads that understand messages. Half of what they do is arithmetic, during which Python lets the others run."""
SWITCH_SECONDS = 0.0005
"""How long one thread may keep waiting those that could go on; Python's own 5 ms are half a turn."""
_readers = ThreadPoolExecutor(READERS, "reader", initializer=sys.setswitchinterval, initargs=(SWITCH_SECONDS,))


async def beside_the_loop(function: Callable[..., Result], *arguments: Any) -> Result:
    """Call it in a reader's thread, in the context of this turn, so that its failures are this turn's."""
    call = contextvars.copy_context().run
    return await asyncio.get_running_loop().run_in_executor(_readers, call, function, *arguments)
