"""The travelling state against the full history, on an assistant with a form."""

from __future__ import annotations

import asyncio
import json
import secrets
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.core.agent import Agent
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    Event,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.form import values
from bot.engine.travelling_state import Conversation, current, packed, tracker_of

FORM = "call_back_form"
SAID = ("question", "thanks", "call me", "stop", "a tall one", "five", "never mind", "why", "ring me", "cheers")
LONG_FORM = [
    "call me",
    "a tall one",
    *["question"] * 30,
    "thanks",
    *["why"] * 30,
    "five",
    "question",
    "noon",
    "thanks",
    "call me",
]
MOST_EVENTS = 13
"""More than are needed for the slots, the one form there is, and waiting for what the patient says next."""
STATES: dict[str, list[Event]] = {
    "nothing": [],
    "a slot": [SlotSet("hour", "noon")],
    "a slot set and emptied": [SlotSet("hour", "noon"), SlotSet("hour", None)],
    "a form": [ActiveLoop(FORM), SlotSet("requested_slot", "number")],
    "a form left": [ActiveLoop(FORM), SlotSet("requested_slot", "number"), ActiveLoop(None), SlotSet("requested_slot", None)],
    "a form that refused": [ActiveLoop(FORM), ActionExecutionRejected(FORM)],
    "a pause": [ConversationPaused()],
    "a pause ended": [ConversationPaused(), ConversationResumed()],
}


def state_of(tracker: DialogueStateTracker) -> dict[str, Any]:
    """All of a tracker that rules and forms look at."""
    loop = tracker.active_loop
    return {
        "slots": tracker.current_slot_values(),
        "loop": (loop.name, loop.is_interrupted, loop.rejected) if loop else None,
        "paused": tracker.is_paused(),
        "next": tracker.followup_action,
        "last": tracker.latest_action_name,
    }


def conversation(events: list[Event], agent: Agent) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("full", events, agent.domain.slots)


def travelled(tracker: DialogueStateTracker, agent: Agent) -> DialogueStateTracker:
    carried = Conversation(packed(tracker, agent.domain), values(tracker, agent.domain))
    return tracker_of(carried, "travelled", agent.domain)


async def travel(agent: Agent, text: str, state: Conversation) -> tuple[list[str], Conversation]:
    """One turn on a state that came with it: the replies, and the state that goes back."""
    carried = Conversation(state.events, state.form)
    token = current.set(carried)
    replies = await agent.handle_text(text, sender_id=secrets.token_hex(8))
    current.reset(token)
    return [each["text"] for each in replies or []], carried


async def both_ways(agent: Agent, said: list[str]) -> tuple[list[Any], list[Any]]:
    """Replies and trackers' states of every turn: on the full history in memory, and on the state that travels."""
    full: list[Any] = []
    light: list[Any] = []
    state = Conversation()
    sender = secrets.token_hex(8)
    for text in said:
        replies = await agent.handle_text(text, sender_id=sender)
        tracker = await agent.tracker_store.retrieve(sender)
        assert tracker is not None
        full.append(([each["text"] for each in replies or []], state_of(tracker)))
        answered, state = await travel(agent, text, state)
        light.append((answered, state_of(tracker_of(state, sender, agent.domain))))
    return full, light


async def states(agent: Agent, said: list[str]) -> list[list[dict[str, Any]]]:
    """The state after each turn."""
    found = [Conversation()]
    for text in said:
        found.append((await travel(agent, text, found[-1]))[1])
    return [each.events for each in found[1:]]


def test_a_long_form_goes_on_as_with_the_full_history(synthetic: Agent) -> None:
    """A form begun sixty questions ago ends as if nothing had been cut: the same replies, the same state, turn by turn."""
    full, light = asyncio.run(both_ways(synthetic, LONG_FORM))

    assert light == full
    assert full[-3][0] == ["We call a tall one at noon."]


@settings(max_examples=4, deadline=None, derandomize=True)
@given(said=st.lists(st.sampled_from(SAID), min_size=50, max_size=56))
def test_any_conversation_goes_on_as_with_the_full_history(synthetic: Agent, said: list[str]) -> None:
    """Whatever is said over fifty turns, replies and state stay those of the full history."""
    full, light = asyncio.run(both_ways(synthetic, said))

    assert light == full


@pytest.mark.parametrize("before", STATES.values(), ids=STATES)
def test_what_was_before_the_cut_still_holds(synthetic: Agent, before: list[Event]) -> None:
    """Slots, form and pause that were set long before are those of the full history."""
    turn = [UserUttered("question", {"name": "question"}), ActionExecuted("utter_question"), ActionExecuted("action_listen")]
    tracker = conversation([ActionExecuted("action_listen"), *before, *turn * 12], synthetic)

    assert state_of(travelled(tracker, synthetic)) == state_of(tracker)


def test_the_state_stays_bounded(synthetic: Agent) -> None:
    """However long a conversation, its state stays a few events."""
    after = asyncio.run(states(synthetic, LONG_FORM))

    assert max(len(state) for state in after) <= MOST_EVENTS
    assert max(len(json.dumps(state)) for state in after) < 4_000


def test_the_state_holds_nothing_the_bot_said(synthetic: Agent) -> None:
    """The bot's own words don't travel: they can be had from the wording."""
    tracker = conversation(
        [ActionExecuted("action_listen"), BotUttered("Who are you?"), ActionExecuted("action_listen")], synthetic
    )

    assert [event["event"] for event in packed(tracker, synthetic.domain)] == ["action"]


@pytest.mark.parametrize("said", ["610-555-0134", "(610) 555 0134", "ann.lee@example.org"])
def test_the_state_holds_no_raw_contact_details(synthetic: Agent, said: str) -> None:
    """A phone number or an e-mail address is masked wherever the state holds it: in a message and in a form's slot."""
    after = asyncio.run(states(synthetic, [f"question, I am at {said}", "call me", "a tall one", said, *["question"] * 25]))

    assert [index for index, state in enumerate(after) if said in json.dumps(state)] == []


def test_the_state_holds_nothing_of_a_form(synthetic: Agent) -> None:
    """What a form was told travels beside the state, be it a name that no mask would know."""
    after = asyncio.run(states(synthetic, ["call me", "Ann", "five", *["question"] * 25]))
    slots = [event for state in after for event in state if event["event"] == "slot" and event["name"] != "requested_slot"]

    assert [event for event in slots if event["value"] is not None] == []
