"""A form's values travel beside the state."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.engine.form import asked, private, values, with_values, without_values

FORM = "call_back_form"


def test_every_slot_of_a_form_is_private(synthetic: Agent) -> None:
    """Whatever a form asks for is the patient's own."""
    assert private(synthetic.domain) == {"person", "number", "hour"}


def test_values_leave_the_events_and_come_back(synthetic: Agent) -> None:
    """What was taken out is put back, and the tracker is as it was."""
    listen: list[Event] = [ActionExecuted("action_listen")]
    events = [*listen, ActiveLoop(FORM), SlotSet("person", "Ann"), SlotSet("requested_slot", "number")]
    tracker = DialogueStateTracker.from_events("s", events, synthetic.domain.slots)
    bare = [event.as_dict() for event in without_values(events, synthetic.domain)]

    back = DialogueStateTracker.from_dict("s", with_values(bare, values(tracker, synthetic.domain)), synthetic.domain.slots)

    assert "Ann" not in str(bare)
    assert back.current_slot_values() == tracker.current_slot_values()


@pytest.mark.parametrize(
    ("events", "slot"),
    [
        ([], ""),
        ([ActiveLoop(FORM), SlotSet("requested_slot", "number")], "number"),
        ([ActiveLoop(FORM), SlotSet("requested_slot", "number"), ActiveLoop(None)], ""),
        ([SlotSet("requested_slot", "number")], ""),
    ],
)
def test_what_a_form_waits_for(events: list[Any], slot: str) -> None:
    """The slot asked for, while the form is on."""
    assert asked([event.as_dict() for event in events]) == slot
