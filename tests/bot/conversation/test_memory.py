"""`What do you know about me` and `forget me`, on the web and by text message."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.store import callbacks
from bot.store.audit_log import AuditLog
from bot.store.sms_sessions import SmsSessions
from bot.store.tables import callbacks as requests
from bot.store.tables import conversations
from bot.turn import FrontDesk
from tests.stored import a_turn, keep
from tests.turns import CHAT, take

QUESTION = "how long do the needles stay in"
NUMBER = "a1" * 32
FIRST, SECOND = (f"sms_{NUMBER[:40]}_{ordinal}" for ordinal in (1, 2))
"""Two sessions of one number."""
GAP = timedelta(hours=12)


def ask_for_call(desk: FrontDesk, chat: str = CHAT) -> None:
    """A chat with a confirmed request."""
    also = partial(callbacks.add, key="k1", conversation_id=chat, channel="web", sealed="sealed")
    keep(desk.store, a_turn("m0", QUESTION), chat, also=also)


def statuses(desk: FrontDesk) -> list[str]:
    with desk.store.engine.connect() as connection:
        return list(connection.execute(select(requests.c.status)).scalars())


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("text", ["forget me", "Delete my data please", "erase this chat", "please delete all of my messages"])
def test_forget_me_erases(desk: FrontDesk, channel: str, text: str) -> None:
    """Nothing of the chat is left, not even this wish; what stays is said."""
    take(desk, QUESTION, channel=channel)

    reply = take(desk, text, channel=channel)

    assert (reply.kind, reply.topics) == ("smalltalk", ["smalltalk"])
    assert all(word in reply.messages[0]["text"] for word in ("erased", "stays", "count", "line"))
    assert desk.store.history(CHAT) == []
    assert [(line.actor, line.action) for line in AuditLog(desk.store.engine).recent(200)] == [("patient", "erased")]


def test_the_audit_line_names_nobody(desk: FrontDesk) -> None:
    """It holds a digest, not the conversation's id, and no words."""
    take(desk, QUESTION)
    take(desk, "forget me")
    line = AuditLog(desk.store.engine).recent(200)[0]

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
    assert [line.action for line in AuditLog(desk.store.engine).recent(200)] == ["withdrew call-back"]


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


@pytest.mark.parametrize("erased", [False, True])
def test_a_request_is_found_in_the_next_session(desk: FrontDesk, erased: bool) -> None:
    """By text message a patient is a number: after a day of silence, or an erased chat, the call can still be cancelled."""
    ask_for_call(desk, FIRST)
    if erased:
        desk.memory.erase(FIRST, withdraw=False)
    take(desk, "hello", channel="sms", chat=SECOND)

    assert "taken back" in take(desk, "cancel my call back", channel="sms", chat=SECOND).messages[0]["text"]
    assert statuses(desk) == ["withdrawn"]


def test_forgetting_in_the_next_session_asks_about_the_request(desk: FrontDesk) -> None:
    """Nothing goes on behind the patient's back: what was asked for yesterday is asked about, and else said to stay."""
    ask_for_call(desk, FIRST)
    asked = take(desk, "forget me", channel="sms", chat=SECOND)
    kept = take(desk, "2", channel="sms", chat=SECOND)

    assert "request for a call back" in asked.messages[0]["text"]
    assert desk.content.reply("memory_call_stays", "sms") in kept.messages[0]["text"]
    assert statuses(desk) == ["new"]


def test_what_is_known_counts_every_session_of_a_number(desk: FrontDesk) -> None:
    """And nobody else's: neither another number's texts nor its request."""
    sessions = SmsSessions(desk.store.engine)
    key, other = NUMBER, NUMBER.replace("a", "b")
    for number, message in ((key, "m1"), (key, "m2"), (other, "m3")):
        chat = sessions.conversation(number, message, GAP)
        take(desk, QUESTION, message, channel="sms", chat=chat)
        with desk.store.engine.begin() as connection:  # a day of silence
            connection.execute(update(conversations).values(updated_at=datetime.now(timezone.utc) - 2 * GAP))
    ask_for_call(desk, f"sms_{other[:40]}_2")
    told = take(desk, "what do you know about me", channel="sms", chat=SECOND).messages[0]["text"]

    assert ("I keep 2 of your texts" in told, "call-back request" in told) == (True, False)


def test_a_request_in_the_making_goes_with_the_chat(desk: FrontDesk, hands: Any) -> None:
    """And the patient hears that nobody will call."""
    take(desk, "call me back")
    reply = take(desk, "Forget it, forget me")

    assert all(desk.content.reply(name, "web") in reply.messages[0]["text"] for name in ("memory_erased", "memory_form_gone"))
    assert desk.store.history(CHAT) == []


def test_what_was_taken_back_is_known_to_be(desk: FrontDesk, hands: Any) -> None:
    """Asked about, it is told; a correction of it begins a new request and isn't said to be with the clinic."""
    ask_for_call(desk)
    take(desk, "oh cancel that, i dont need the call anymore")

    assert statuses(desk) == ["withdrawn"]
    assert desk.content.reply("memory_withdrawn", "web") in take(desk, "did you cancel it?").messages[0]["text"]
    assert "What name" in take(desk, "the number i gave was wrong, its 484 555 0178").messages[-1]["text"]


@pytest.mark.parametrize("text", ["I left my number last week for a call, delete it please", "take me off your list"])
def test_with_nothing_sent_the_clinics_number_is_given(desk: FrontDesk, text: str) -> None:
    """What may have been asked in another way can't be taken back here, and no form begins."""
    assert "484.222.0854" in take(desk, text).messages[0]["text"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("do you have my chart", "memory_chart"), ("who reads this chat", "memory_readers"), ("do you remember me", "memory_again")],
)
def test_what_is_asked_of_records_and_readers_is_told(desk: FrontDesk, text: str, name: str) -> None:
    """As a question that the guide doesn't cover, which staff see among those on privacy."""
    reply = take(desk, text)

    assert (reply.kind, reply.topics) == ("not_covered", ["not_covered/privacy"])
    assert desk.content.reply(name, "web").split("{")[0] in reply.messages[0]["text"]


def test_what_is_asked_on_about_the_chat_is_answered(desk: FrontDesk) -> None:
    """Until something else was answered, `for how long` is about what is kept."""
    first, second, third = (
        take(desk, text).messages[0]["text"] for text in ("do you keep what i say", "for how long", "who sees it")
    )
    take(desk, "how often should i come")

    assert "Nobody is watching" in first
    assert second.startswith("For 30 days")
    assert third.startswith("Staff of the clinic may read it")
    assert "30 days" not in take(desk, "for how long").messages[0]["text"]


@pytest.mark.parametrize("text", ["for how long", "who exactly", "is it safe"])
def test_behind_another_wish_nothing_is_asked_on_about_the_chat(desk: FrontDesk, text: str) -> None:
    """Only what tells of what is kept is followed by `for how long`, and not what tells of a chart or a call."""
    for before in ("do you have my chart", "so no one will call?", "cancel my call back"):
        take(desk, before)
        said = take(desk, text).messages[0]["text"]

        assert not said.startswith(("For 30 days", "Staff of the clinic may read it"))


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("text", ["ok thx", "great, thank you", "perfect"])
def test_a_thanks_erases_nothing_and_is_asked_once_more(desk: FrontDesk, channel: str, text: str) -> None:
    """She must not leave in the belief that it is gone; a second time it is a thanks."""
    ask_for_call(desk)
    take(desk, "forget me", channel=channel)

    again = take(desk, text, channel=channel).messages[0]["text"]

    assert again.startswith("Nothing is erased yet. Shall I take your call-back request back too?")
    assert "Nothing is erased" not in take(desk, text, channel=channel).messages[0]["text"]


def test_an_open_question_may_still_be_answered(desk: FrontDesk) -> None:
    """By a yes, after it was asked again."""
    take(desk, QUESTION)
    ask_for_call(desk)
    for text in ("forget me", "ok ty"):
        take(desk, text)
    take(desk, "yes")

    assert (statuses(desk), desk.store.history(CHAT)) == (["withdrawn"], [])
