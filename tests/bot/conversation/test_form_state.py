"""A form in the state of a conversation."""

from __future__ import annotations

from typing import Any

import pytest

from bot.conversation.form_state import form_active, without_form

FORM = {"event": "active_loop", "name": "callback_form"}
OVER = {"event": "active_loop", "name": None}
UNASKED = {"event": "slot", "name": "requested_slot", "value": None}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], []),
        ([UNASKED], [UNASKED]),
        ([FORM], [FORM, OVER, UNASKED]),
        ([FORM, UNASKED], [FORM, UNASKED, OVER, UNASKED]),
        ([FORM, OVER], [FORM, OVER]),
        ([FORM, OVER, FORM], [FORM, OVER, FORM, OVER, UNASKED]),
    ],
)
def test_a_form_in_progress_is_dropped(events: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Only an open form is closed, by the events Rasa itself would log; the state that was given stays as it was."""
    state = {"events": list(events), "topic": "faq/causes"}

    found = without_form(state)

    assert (found, state) == ({**state, "events": expected}, {"events": events, "topic": "faq/causes"})
    assert not form_active(found)


def test_rasa_sees_no_form_after_it_was_dropped(brain: Any) -> None:
    """Replayed by Rasa, the state without form has no active loop and waits for no slot."""
    from rasa.shared.core.slots import AnySlot
    from rasa.shared.core.trackers import DialogueStateTracker

    events = [FORM, {**UNASKED, "value": "phone"}]
    tracker = DialogueStateTracker.from_dict(
        "x", without_form({"events": events})["events"], [AnySlot("requested_slot", mappings=[{}])]
    )

    assert (tracker.active_loop_name, tracker.get_slot("requested_slot")) == (None, None)
