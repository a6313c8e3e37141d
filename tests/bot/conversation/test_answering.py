"""What a message is answered while no brain understands it."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone

import pytest

from bot import content, safety
from bot.brain import HttpBrain
from bot.conversation.callback import DETAILS, Form
from bot.run.processes import free_port
from bot.store import Store, StoredTurn
from bot.store.review import Review
from bot.turn import FrontDesk
from tests.stored import keep
from tests.turns import CHAT, KEYS, inbound, take

QUESTION, URGENT = "how long do the needles stay in", "I have chest pain"
CHOICES = {"value-1": "faq/causes", "value-2": "faq/session_length"}


@pytest.fixture
def brainless(known: content.Content, flags: safety.Safety, store: Store) -> FrontDesk:
    """A front desk whose brain's port is closed."""
    return FrontDesk(known, flags, store, HttpBrain(f"http://127.0.0.1:{free_port()}", "secret", 5.0), *KEYS)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_without_a_brain_the_patient_gets_the_clinics_number(brainless: FrontDesk, channel: str) -> None:
    """Kind words, the phone number and the booking page; the turn is kept."""
    reply = take(brainless, QUESTION, channel=channel)
    said = reply.messages[0]
    offered = f"{said['text']} {[button['url'] for button in said['buttons']]}"

    assert (reply.kind, reply.topics) == ("handoff", ["handoff"])
    assert "484.222.0854" in said["text"]
    assert "911" in said["text"]
    assert ("mainlinewomensacupuncture.com/janeapp" in offered, "tel:+14842220854" in offered) == (channel == "web",) * 2
    assert [turn.kind for turn in brainless.store.history(CHAT)] == ["handoff"]


def test_without_a_brain_danger_is_still_heard(brainless: FrontDesk) -> None:
    """The red-flag check needs no model, alone or joined."""
    replies = [take(brainless, text) for text in ("pregnant", "bleeding", "hello")]

    assert [reply.kind for reply in replies] == ["handoff", "emergency", "handoff"]


def test_what_was_asked_without_a_brain_reaches_the_inbox(brainless: FrontDesk) -> None:
    """Staff see that nobody answered it; what belongs to a form in progress is covered, and no question."""
    state = {"events": [{"event": "active_loop", "name": "callback_form"}]}
    sealed = brainless._forms.sealed(state, Form({"callback_why": "my hip"}, "m0"))
    turn = StoredTurn("m0", "d", "call me", [], "handoff", 1.0)
    keep(brainless.store, turn, "web_two", state=state, keep_pending=sealed)
    take(brainless, QUESTION)
    take(brainless, "jen", chat="web_two")

    asked = Review(brainless.store.engine).questions(datetime(2020, 1, 1, tzinfo=timezone.utc))

    assert [(item.text, item.kind, item.guesses) for item in asked] == [(QUESTION, "handoff", ())]
    assert [turn.text for turn in brainless.store.history("web_two")] == ["call me", DETAILS]


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_without_a_brain_an_open_emergency_offers_nothing(brainless: FrontDesk, channel: str) -> None:
    """Help comes first: no link to book, neither as a button nor in the words, also where the answer takes too long."""
    take(brainless, URGENT, channel=channel)
    replies = [take(brainless, QUESTION, channel=channel), asyncio.run(brainless.give_up(inbound("hm", channel=channel)))]

    for said in (reply.messages[-1] for reply in replies):
        assert (said["kind"], said["buttons"], "janeapp" in said["text"]) == ("handoff", [], False)
        assert all(told in said["text"] for told in ("help", "911", "484.222.0854"))


def test_a_second_message_without_words_offers_the_contact(brainless: FrontDesk) -> None:
    """Once may be a slip; who sends nothing but marks again gets the clinic's number, but not in an emergency."""
    first, second = take(brainless, "?"), take(brainless, "??")
    take(brainless, URGENT, chat="web_two")
    urgent = [take(brainless, text, chat="web_two") for text in ("?", "??")]

    assert [bool(reply.messages[0]["buttons"]) for reply in (first, second, *urgent)] == [False, True, False, False]


def test_a_conversation_goes_on_where_the_brain_left_it(brainless: FrontDesk) -> None:
    """An outage costs neither the state nor the choices that were offered: pressed again, the button works."""
    state = {"events": [{"event": "slot", "name": "session_started_metadata", "value": None}]}
    keep(brainless.store, StoredTurn("m0", "d", "how long", [], "clarify", 0.3), state=state, choices=CHOICES)

    during = take(brainless, "2")
    before = brainless.store.before_turn(CHAT, "")

    assert (during.kind, before.state, before.choices) == ("handoff", state, CHOICES)


@pytest.mark.parametrize("text", ["👍", "❤️", "🙏🏽"])
def test_a_thumb_up_says_thanks(desk: FrontDesk, text: str) -> None:
    """It is no question that couldn't be read."""
    assert take(desk, text).kind == "smalltalk"
