"""Blocking work beside the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

Result = TypeVar("Result")


async def in_thread(function: Callable[..., Result], *arguments: Any) -> Result:
    """A blocking call off the event loop, carried through even when the caller is gone: no commit is cut in half."""
    return await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, function, *arguments))
