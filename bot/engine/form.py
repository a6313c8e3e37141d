"""A form in progress: its values are raw, so they travel beside the conversation's state, which is stored and so masked."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

ANSWER = "inform"
"""The intent of a message that answers the form."""
STOP = "stop_callback"
"""The intent of the wish to leave it."""


def private(domain: Domain) -> frozenset[str]:
    """The slots that any form fills."""
    return frozenset(slot for form in domain.form_names for slot in domain.required_slots_for_form(form))


def without_values(events: list[Event], domain: Domain) -> list[Event]:
    """The events but for those that hold a form's value, which the stored state must not."""
    hidden = private(domain)
    return [event for event in events if not (isinstance(event, SlotSet) and event.key in hidden)]


def values(tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
    """What the forms' slots hold."""
    held = {name: tracker.get_slot(name) for name in sorted(private(domain))}
    return {name: value for name, value in held.items() if value is not None}


def with_values(events: list[dict[str, Any]], form: dict[str, Any]) -> list[dict[str, Any]]:
    """The events with the forms' values put back."""
    if not form:
        return events
    held = [SlotSet(name, value).as_dict() for name, value in form.items()]
    # Before the last listening: what follows it is undone together with a message that Rasa takes back.
    actions = [index for index, event in enumerate(events) if event.get("event") == ActionExecuted.type_name]
    if not actions:
        return [*held, ActionExecuted(ACTION_LISTEN_NAME).as_dict(), *events]
    return [*events[: actions[-1]], *held, *events[actions[-1] :]]


def asked(events: list[dict[str, Any]]) -> str:
    """The slot that a form in progress waits for; empty without one."""
    active, slot = "", ""
    for event in events:
        if event.get("event") == ActiveLoop.type_name:
            active = event.get("name") or ""
        elif event.get("event") == SlotSet.type_name and event.get("name") == REQUESTED_SLOT:
            slot = event.get("value") or ""
    return slot if active else ""
