"""What a turn comes to."""

from __future__ import annotations

from bot.conversation.callback import Form
from bot.conversation.form_state import form_active
from bot.conversation.outcome import staying
from bot.store import Snapshot

IN_A_FORM = {"events": [{"event": "active_loop", "name": "callback_form"}]}


def test_a_message_that_changes_nothing_leaves_everything() -> None:
    """State, choices and what a form holds stay as they were."""
    before = Snapshot(state=IN_A_FORM, choices={"v": "faq/location"})
    found = staying(before, Form({"callback_name": "Jen"}))

    assert (found.state, found.choices, found.form) == (IN_A_FORM, {"v": "faq/location"}, {"callback_name": "Jen"})
    assert found.asks_call


def test_a_form_that_lapsed_is_dropped() -> None:
    """Where the sealed answers of a form are gone, the form itself ends too."""
    found = staying(Snapshot(state=IN_A_FORM), None)

    assert not form_active(found.state)
    assert not found.asks_call
