"""Several edges over one database serve a conversation as one would."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from typing import Any

import pytest

from bot import content, safety
from bot.conversation.inbound import Inbound, SameIdOtherText
from bot.store import open_store
from bot.turn import FrontDesk
from tests.turns import CHAT, KEYS, inbound

HOW_LONG, WHERE = "how long do the needles stay in", "where is the clinic"


@pytest.fixture
def edges_over(known: content.Content, flags: safety.Safety, brain: Any) -> Iterator[Callable[[str], list[FrontDesk]]]:
    """Two front desks, each with its own connections to one database."""
    with ExitStack() as opened:

        def make(url: str) -> list[FrontDesk]:
            stores = [opened.enter_context(closing(open_store(url))) for _ in range(2)]
            return [FrontDesk(known, flags, store, brain, *KEYS) for store in stores]

        yield make


@pytest.fixture
def edges(edges_over: Callable[[str], list[FrontDesk]], database_url: str) -> list[FrontDesk]:
    return edges_over(database_url)


def at_once(edges: list[FrontDesk], *messages: Inbound) -> list[Any]:
    """Each edge takes one message at the same moment; what each returned or raised."""

    async def gather() -> list[Any]:
        return await asyncio.gather(*(edge.take(each) for edge, each in zip(edges, messages)), return_exceptions=True)

    return asyncio.run(gather())


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_one_message_to_two_edges_is_one_turn(edges: list[FrontDesk], channel: str) -> None:
    """A message that two edges answer at the same time has one stored turn, and both give its reply."""
    message = inbound(HOW_LONG, "m1", channel=channel)

    replies = at_once(edges, message, message)

    assert replies[0] == replies[1]
    assert [turn.messages for turn in edges[0].store.history(CHAT)] == [replies[0].messages]


def test_one_id_for_two_texts_is_refused_once(edges: list[FrontDesk]) -> None:
    """A patient never gets the answer to other words than theirs, not even when two edges race."""
    outcomes = at_once(edges, inbound(HOW_LONG, "m1"), inbound(WHERE, "m1"))

    assert [type(each) for each in outcomes if isinstance(each, Exception)] == [SameIdOtherText]
    assert len(edges[0].store.history(CHAT)) == 1


def test_two_messages_to_two_edges_follow_each_other(postgres: Any, edges_over: Callable[[str], list[FrontDesk]]) -> None:
    """Taken at the same time by two edges on PostgreSQL, both turns are kept, one thought out on the other."""
    edges = edges_over(postgres.new_database())

    at_once(edges, inbound(HOW_LONG), inbound(WHERE))
    before = edges[0].store.before_turn(CHAT, "")

    assert len(edges[0].store.history(CHAT)) == before.turns == 2
    assert before.previous is not None
    assert before.state["topic"] == f"faq/{before.previous.messages[-1]['topics'][-1]}"
