"""The tracker store that keeps nothing of a request."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa.core.agent import Agent
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.tracker_store import TravellingTrackerStore
from bot.engine.travelling_state import Conversation, current

SENDER = "the same sender"


async def saved_and_read(store: TravellingTrackerStore, carried: Conversation, action: str) -> list[str]:
    """Save a tracker in a request of its own, let others go on, and read it again: the actions it holds."""
    current.set(carried)
    await store.save(tracker(store, action))
    await asyncio.sleep(0)
    found = await store.retrieve(SENDER)
    assert found is not None
    return actions(found)


def tracker(store: TravellingTrackerStore, action: str) -> DialogueStateTracker:
    return DialogueStateTracker.from_events(SENDER, [ActionExecuted(action)], store.domain.slots)


def actions(found: DialogueStateTracker) -> list[Any]:
    return [event.action_name for event in found.events if isinstance(event, ActionExecuted)]


def test_a_request_reads_and_writes_its_own_state_alone(synthetic: Agent) -> None:
    """Two requests at once, even under one sender, each see only the state they came with."""
    store, one, other = TravellingTrackerStore(synthetic.domain), Conversation(), Conversation()

    async def at_once() -> list[list[str]]:
        return await asyncio.gather(
            asyncio.create_task(saved_and_read(store, one, "utter_question")),
            asyncio.create_task(saved_and_read(store, other, "utter_thanks")),
        )

    assert asyncio.run(at_once()) == [["utter_question"], ["utter_thanks"]]
    assert [event["name"] for event in one.events] == ["utter_question"]


def test_a_request_leaves_nothing_behind(synthetic: Agent) -> None:
    """After a request the store knows nothing of it."""
    store = TravellingTrackerStore(synthetic.domain)

    async def request_then_look() -> DialogueStateTracker | None:
        await asyncio.create_task(saved_and_read(store, Conversation(), "utter_question"))
        return await store.retrieve(SENDER)

    assert asyncio.run(request_then_look()) is None


def test_a_new_conversation_begins_empty(synthetic: Agent) -> None:
    """A request without state is a conversation that Rasa has to begin, not one with an empty history."""
    store = TravellingTrackerStore(synthetic.domain)

    async def read() -> DialogueStateTracker | None:
        current.set(Conversation())
        return await store.retrieve(SENDER)

    assert asyncio.run(read()) is None


def test_outside_a_request_it_is_the_store_in_memory(synthetic: Agent) -> None:
    """`rasa shell` and `rasa test` find a conversation again as with Rasa's own store."""
    store = TravellingTrackerStore(synthetic.domain)

    async def save_and_read() -> DialogueStateTracker | None:
        await store.save(tracker(store, "utter_question"))
        return await store.retrieve(SENDER)

    found = asyncio.run(save_and_read())

    assert found is not None
    assert actions(found) == ["utter_question"]
