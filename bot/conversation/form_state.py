"""A form in the state that a conversation goes on from, as Rasa's own events tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SAVED, WITHDRAWN = "callback_saved", "callback_withdrawn"
"""What stands as the last topic right behind a request for a call that was sent, or taken back."""

BROKEN_OFF = "form_broken_off"
"""The key under which it stays that an emergency ended a form: the patient hears of it once that is settled."""


def form_active(state: Mapping[str, Any]) -> bool:
    """Whether a form is in progress."""
    loops = [event.get("name") for event in state.get("events", []) if event.get("event") == "active_loop"]
    return bool(loops and loops[-1])


def without_form(state: dict[str, Any]) -> dict[str, Any]:
    """The state with any form in progress dropped, by the events Rasa itself would log; all else stays."""
    if not form_active(state):
        return state
    left = [{"event": "active_loop", "name": None}, {"event": "slot", "name": "requested_slot", "value": None}]
    return {**state, "events": [*state["events"], *left]}


def broken_off(state: dict[str, Any]) -> dict[str, Any]:
    """The same where danger is what drops it: that it was dropped is kept."""
    return {**without_form(state), BROKEN_OFF: True} if form_active(state) else state
