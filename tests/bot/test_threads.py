"""Blocking work that goes on beside the event loop."""

from __future__ import annotations

import asyncio
import re
import threading

from bot.settings import ROOT
from bot.threads import in_thread


def test_there_is_one_way_into_a_thread() -> None:
    """Whatever blocks goes by `in_thread`: otherwise work that waits for a thread is dropped when its caller goes away."""
    other = re.compile(r"\b(?:to_thread|run_in_executor)\(")
    modules = [path for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py")]

    assert [path.name for path in modules if other.search(path.read_text(encoding="utf-8"))] == ["threads.py"]


def test_the_loop_goes_on_meanwhile() -> None:
    """A blocking call does not hold up what else the program does; its result comes back."""

    async def main() -> str:
        free = threading.Event()
        waiting = asyncio.create_task(in_thread(lambda: free.wait(30) and "done"))
        await asyncio.sleep(0)
        free.set()  # reached only because the call above holds nobody up
        return str(await waiting)

    assert asyncio.run(main()) == "done"


def test_a_caller_that_goes_away_cuts_nothing_in_half() -> None:
    """When the request is given up, the work it began is carried through."""
    began, free, done = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        free.wait(30)
        done.set()

    async def main() -> None:
        task = asyncio.create_task(in_thread(work))
        while not began.is_set():
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.wait({task})
        free.set()

    asyncio.run(main())

    assert done.wait(30)
