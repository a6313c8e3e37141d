"""Messages are understood beside the event loop, each for its own turn."""

from __future__ import annotations

import asyncio
import logging
import threading
from contextvars import ContextVar

import pytest

from bot.engine import failures
from bot.engine.readers import READERS, beside_the_loop


def test_two_messages_are_read_at_the_same_time() -> None:
    """Each waits for the other to have begun: one after the other, neither would ever end."""
    begun = threading.Barrier(READERS, timeout=10)

    async def read() -> list[int]:
        return await asyncio.gather(*(beside_the_loop(begun.wait) for _ in range(READERS)))

    assert sorted(asyncio.run(read())) == list(range(READERS))


def test_the_loop_goes_on_meanwhile() -> None:
    """What a message is read for may still be sent while it is being read."""
    sent = threading.Event()

    async def read_and_send() -> bool:
        reading = asyncio.ensure_future(beside_the_loop(sent.wait, 10))
        await asyncio.sleep(0)
        sent.set()
        return await reading

    assert asyncio.run(read_and_send())


def test_what_fails_in_a_reader_is_this_turns_failure() -> None:
    """An error that Rasa only logs there reaches the turn it belongs to and no other."""
    failures.listen()
    with failures.collected() as mine:
        asyncio.run(beside_the_loop(logging.getLogger("rasa.reading").error, "broken"))
    with failures.collected() as others:
        asyncio.run(beside_the_loop(len, "fine"))

    assert [each.split(":")[0] for each in mine] == ["rasa.reading"]
    assert others == []


def test_an_error_is_raised_where_the_message_waits() -> None:
    """Nothing is lost in a thread: who asked hears of it; and what the reader sets in its context stays there."""
    own: ContextVar[str] = ContextVar("own", default="mine")
    asyncio.run(beside_the_loop(own.set, "the reader's"))

    assert own.get() == "mine"
    with pytest.raises(ValueError, match="no number"):
        asyncio.run(beside_the_loop(_fail))


def _fail() -> None:
    raise ValueError("no number")
