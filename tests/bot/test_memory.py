"""`What do you know about me` and `forget me`, on the web and by text message."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from bot.store import audit, callbacks
from bot.store.callbacks import Callbacks
from bot.turn import FrontDesk
from tests.stored import a_turn
from tests.turns import CHAT, take

QUESTION = "how long do the needles stay in"


def ask_for_call(desk: FrontDesk, chat: str = CHAT) -> None:
    """A chat with a confirmed request."""
    also = partial(callbacks.add, key="k1", conversation_id=chat, channel="web", sealed="sealed")
    desk.store.commit_turn(chat, "web", a_turn("m0", QUESTION), {}, {}, also=also)


def statuses(desk: FrontDesk) -> list[str]:
    return [found.status for found in Callbacks(desk.store.engine).listed(("new", "withdrawn"))]


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("text", ["forget me", "Delete my data please", "erase this chat", "please delete all of my messages"])
def test_forget_me_erases(desk: FrontDesk, channel: str, text: str) -> None:
    """Nothing of the chat is left, not even this wish; what stays is said."""
    take(desk, QUESTION, channel=channel)

    reply = take(desk, text, channel=channel)

    assert (reply.kind, reply.topics) == ("smalltalk", ["smalltalk"])
    assert all(word in reply.messages[0]["text"] for word in ("erased", "stays", "count", "line"))
    assert desk.store.history(CHAT) == []
    assert [(line.actor, line.action) for line in audit.lines(desk.store.engine)] == [("patient", "erased")]


def test_the_audit_line_names_nobody(desk: FrontDesk) -> None:
    """It holds a digest, not the conversation's id, and no words."""
    take(desk, QUESTION)
    take(desk, "forget me")
    line = audit.lines(desk.store.engine)[0]

    assert CHAT not in f"{line.subject} {line.detail}"
    assert len(line.subject) == 16


@pytest.mark.parametrize(("answer", "left"), [("1", ["withdrawn"]), ("yes", ["withdrawn"]), ("2", ["new"]), ("no", ["new"])])
def test_a_request_is_withdrawn_where_the_patient_says_so(desk: FrontDesk, answer: str, left: list[str]) -> None:
    """Asked first; the chat is erased either way."""
    ask_for_call(desk)
    asked = take(desk, "forget me", channel="sms")
    assert desk.store.history(CHAT) != []

    take(desk, answer, channel="sms")

    assert "call back" in asked.messages[0]["text"]
    assert (statuses(desk), desk.store.history(CHAT)) == (left, [])


def test_both_at_once(desk: FrontDesk) -> None:
    """Who says it all in one message is not asked."""
    ask_for_call(desk)

    take(desk, "forget me and withdraw my call back request")

    assert (statuses(desk), desk.store.history(CHAT)) == (["withdrawn"], [])


def test_only_the_request(desk: FrontDesk) -> None:
    """The call is taken back, the chat stays, and the audit tells."""
    ask_for_call(desk)

    reply = take(desk, "cancel my call back")

    assert "taken back" in reply.messages[0]["text"]
    assert (statuses(desk), len(desk.store.history(CHAT))) == (["withdrawn"], 2)
    assert [line.action for line in audit.lines(desk.store.engine)] == ["withdrew call-back"]


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_what_is_known_is_told(desk: FrontDesk, channel: str) -> None:
    """How many messages, for how long, and a request where there is one."""
    assert "nothing" in take(desk, "what do you know about me", channel=channel).messages[0]["text"]
    ask_for_call(desk, "web_two")
    told = take(desk, "what do you know about me", channel=channel, chat="web_two").messages[0]["text"]

    assert all(word in told for word in ("1 of your", "30 days", "call-back request", "180 days", "forget me"))


def test_what_only_sounds_like_it_is_asked_about_first(desk: FrontDesk) -> None:
    """The classifier's guess erases nothing by itself."""
    take(desk, QUESTION)
    asked = take(desk, "please scrub our conversation")
    values = [button["value"] for button in asked.messages[0]["buttons"]]
    assert len(desk.store.history(CHAT)) == 2

    take(desk, value=values[1])
    assert len(desk.store.history(CHAT)) == 3
    asked = take(desk, "please scrub our conversation")
    take(desk, value=asked.messages[0]["buttons"][0]["value"])
    assert desk.store.history(CHAT) == []


@pytest.mark.parametrize("text", ["forget the needles, what about cupping", "can you forget pain with acupuncture", "delete"])
def test_other_words_erase_nothing(desk: FrontDesk, text: str) -> None:
    """Only the wish itself is one."""
    take(desk, QUESTION)
    take(desk, text)

    assert len(desk.store.history(CHAT)) == 2


def test_without_a_store_nothing_is_said_to_be_erased(desk: FrontDesk, tmp_path: Any) -> None:
    """The patient hears that nothing can be done just now."""
    (tmp_path / "desk.db").unlink()
    (tmp_path / "desk.db").mkdir()

    reply = take(desk, "forget me")

    assert "erased" not in " ".join(message["text"] for message in reply.messages)
