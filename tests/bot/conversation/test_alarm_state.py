"""What a conversation remembers of a danger."""

from __future__ import annotations

from bot.conversation.alarm_plan import PLANNED
from bot.conversation.alarm_state import EXPECTING, HELPED, SINCE, URGENT, remembered_as, told_of, urgent_state


def test_a_danger_is_remembered_with_whom_it_happens_to() -> None:
    """That she is pregnant, and that a way was told; no messages have been answered since."""
    state = urgent_state({}, "bleeding", "im bleeding and 31 weeks pregnant")

    assert (state[URGENT], state[SINCE], state[EXPECTING]) == ("bleeding", 0, True)
    assert PLANNED not in urgent_state({}, "bleeding", "blood on the pills")
    assert urgent_state({}, "despair", "ive written the letters")[PLANNED] == "despair"


def test_what_is_said_later_is_read_with_it() -> None:
    """The danger, the messages since, and the language it was told in."""
    said = told_of("hola", {URGENT: "clot", SINCE: 2, PLANNED: "despair"}, "web")

    assert (said.urgent, said.since, said.planned, said.expecting) == ("clot", 2, True, False)


def test_help_is_counted_from_one() -> None:
    """And nothing is urgent then."""
    assert remembered_as("", 0, helped=1) == {URGENT: "", SINCE: 0, HELPED: 1}
