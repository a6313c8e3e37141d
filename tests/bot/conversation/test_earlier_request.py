"""A form that is left while a request sent before is still with the clinic."""

from __future__ import annotations

import pytest

from bot.conversation.callback import Form
from bot.conversation.earlier_request import left
from bot.conversation.outcome import Outcome
from bot.conversation.wording import Reply
from bot.store import Snapshot
from bot.turn import FrontDesk
from tests.callback_talk import TOLD, press, requests, said, talk
from tests.hands import Hands
from tests.turns import take

ACTIVE = {"events": [{"event": "active_loop", "name": "callback_form"}]}
OVER = {"events": [{"event": "active_loop", "name": None}]}
SECOND = ("do needles hurt", "call my mom too", "Ana")


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("stops", ["never mind", "take it back", "cancel"])
def test_the_earlier_request_is_said_to_stay(desk: FrontDesk, hands: Hands, channel: str, stops: str) -> None:
    """Nobody leaves sure that nothing is kept while the clinic is going to call; the name shown is not stored in clear."""
    told = said(talk(desk, "call me back", *TOLD, "yes", *SECOND, stops, channel=channel))

    assert "for Jen" in told
    assert "kept n" not in told
    assert [each["name"] for each in requests(desk)] == ["Jen"]
    assert "Jen" not in str(desk.store.history("web_one")[-1].messages)


@pytest.mark.parametrize(
    ("answer", "stay"),
    [
        ("yes", 0),
        ("yes take it back too", 0),
        ("both please", 0),
        ("no", 1),
        ("leave it", 1),
        ("thanks", 1),
        ("no keep that one", 1),
    ],
)
def test_it_is_taken_back_where_that_is_said(desk: FrontDesk, hands: Hands, answer: str, stay: int) -> None:
    """A thanks is no yes."""
    told = said(talk(desk, "call me back", *TOLD, "yes", *SECOND, "never mind", answer))

    assert len(requests(desk)) == stay
    assert "stays" in told if stay else told == desk.content.reply("memory_withdrawn", "web")


def test_a_button_does_the_same(desk: FrontDesk, hands: Hands) -> None:
    """The first takes it back."""
    press(desk, talk(desk, "call me back", *TOLD, "yes", *SECOND, "never mind"), 0)

    assert requests(desk) == []


@pytest.mark.parametrize("text", ["cancel my call back", "cancel my request"])
def test_in_a_form_just_opened_the_taught_words_mean_what_was_sent(desk: FrontDesk, hands: Hands, text: str) -> None:
    """Nothing was told for the new one; it is gone as well."""
    talk(desk, "call me back", *TOLD, "yes", "do needles hurt", "call me back")

    assert said(take(desk, text)) == desk.content.reply("memory_withdrawn", "web")
    assert requests(desk) == []
    assert "number" not in said(take(desk, "thank you"))


def test_with_nothing_sent_a_form_is_dropped_as_ever(desk: FrontDesk, hands: Hands) -> None:
    """No word of an earlier one, not even behind one that was taken back."""
    assert "kept nothing" in said(talk(desk, "call me back", "Bo", "never mind"))
    assert "kept nothing" in said(talk(desk, "call me back", *TOLD, "yes", "cancel my call back", "call me", "Bo", "never mind"))


@pytest.mark.parametrize(
    ("state", "after", "kind", "form"),
    [
        (ACTIVE, ACTIVE, "handoff", {}),
        (OVER, OVER, "answer", {}),
        (ACTIVE, OVER, "emergency", {}),
        (ACTIVE, OVER, "handoff", {"callback_confirmed": True}),
    ],
)
def test_nothing_else_leaves_a_form(
    state: dict[str, object], after: dict[str, object], kind: str, form: dict[str, object]
) -> None:
    """Not danger, and not the yes that sends it."""
    assert not left(Outcome(Reply([], kind), after, form=form), Snapshot(state=state), Form())
    assert left(Outcome(Reply([], "handoff"), OVER), Snapshot(state=ACTIVE), Form())
