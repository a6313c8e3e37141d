"""The conversation as it travels with a request: few Rasa events that stand for all there were.

Rules look at the turn under way alone, and Rasa spends a third of a millisecond of every turn on each event it is given back.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    ConversationPaused,
    Event,
    FollowupAction,
    LoopInterrupted,
    SlotSet,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot import privacy
from bot.engine import form


@dataclass
class Conversation:
    """The state of the request being answered: what came in, and after the turn what goes out."""

    events: list[dict[str, Any]] = field(default_factory=list)
    form: dict[str, Any] = field(default_factory=dict)
    """What the forms' slots hold, raw; never part of the events."""


current: ContextVar[Conversation | None] = ContextVar("conversation", default=None)


def tracker_of(conversation: Conversation, sender_id: str, domain: Domain) -> DialogueStateTracker:
    """The tracker that the travelling events amount to."""
    return DialogueStateTracker.from_dict(sender_id, form.with_values(conversation.events, conversation.form), domain.slots)


def packed(tracker: DialogueStateTracker, domain: Domain) -> list[dict[str, Any]]:
    """The tracker's events for the way back: without anybody's words and the forms' values, cut to those since it last waited."""
    events = [event for event in tracker.events if event.type_name != "bot"]
    waited = [index for index, event in enumerate(events) if _waits(event)]
    cut = waited[-1] if waited else 0
    return [_plain(event) for event in form.without_values(_head(events[:cut], domain) + events[cut:], domain)]


def _waits(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME


def _head(events: list[Event], domain: Domain) -> list[Event]:
    """Events that bring a fresh tracker to the state that `events` end in."""
    if not events:
        return []
    at_cut = DialogueStateTracker.from_events("cut", events, domain.slots)
    fresh = DialogueStateTracker("fresh", domain.slots)
    head: list[Event] = [
        SlotSet(name, slot.value) for name, slot in at_cut.slots.items() if slot.value != fresh.slots[name].value
    ]
    if at_cut.active_loop:
        head.append(ActiveLoop(at_cut.active_loop_name))
        if at_cut.active_loop.rejected:
            head.append(ActionExecutionRejected(at_cut.active_loop_name))
        if at_cut.active_loop.is_interrupted:
            head.append(LoopInterrupted(True))
    if at_cut.is_paused():
        head.append(ConversationPaused())
    if at_cut.followup_action and at_cut.followup_action != ACTION_LISTEN_NAME:
        head.append(FollowupAction(at_cut.followup_action))
    return head


def _plain(event: Event) -> dict[str, Any]:
    """An event as the store may keep it: nothing the patient said, for rules go by the intent alone, and no ranking."""
    found = event.as_dict()
    if event.type_name == "user":
        intent = (found.get("parse_data") or {}).get("intent", {})
        found |= {"text": "", "parse_data": {"intent": intent, "entities": [], "text": "", "metadata": {}}, "metadata": {}}
    elif event.type_name == "slot" and isinstance(found.get("value"), str):
        found["value"] = privacy.mask(found["value"])
    return found
