"""Danger, told in one message or two, gets the advice and nothing else."""

from __future__ import annotations

import asyncio

import pytest

from bot.conversation.wording import Reply
from bot.store import StoredTurn
from bot.turn import FrontDesk
from tests.hands import Hands
from tests.stored import keep
from tests.turns import CHAT, inbound, take

PREGNANT, SORE = "is acupuncture safe in pregnancy", "light spotting"


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_danger_is_answered_with_advice_and_kept(desk: FrontDesk, channel: str) -> None:
    """An urgent message gets the flag's advice in the channel's words, and the turn is stored as an emergency."""
    reply = take(desk, "I have chest pain, call me at 610-555-1234", "m1", channel=channel)
    kept = desk.store.history(CHAT)[0]

    assert (reply.kind, reply.topics, len(reply.messages)) == ("emergency", ["chest_and_breath"], 1)
    assert "911" in reply.messages[0]["text"]
    assert (kept.kind, kept.text, kept.messages) == ("emergency", "I have chest pain, call me at [phone]", reply.messages)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_danger_told_in_two_messages_is_heard(desk: FrontDesk, channel: str) -> None:
    """Two harmless messages that are dangerous together get the advice at the second."""
    first = take(desk, "im 30 wks pregnant", channel=channel)
    second = take(desk, "bleeding", channel=channel)

    assert (first.kind == "emergency", second.kind, second.topics) == (False, "emergency", ["bleeding"])


def test_advice_waits_for_nothing(desk: FrontDesk) -> None:
    """While a brain that never answers holds the conversation advice goes out; it is kept once it can be."""

    async def stuck() -> tuple[Reply, list[str], list[str]]:
        answer, silence = desk.brain.answer, asyncio.Event()
        desk.brain.answer = lambda asked: silence.wait()  # type: ignore[method-assign,assignment]
        first = asyncio.create_task(desk.take(inbound("where is the clinic")))
        await asyncio.sleep(0)
        urgent = await desk.take(inbound("I have chest pain", "m2"))
        before = [turn.kind for turn in desk.store.history(CHAT)]
        first.cancel()
        desk.brain.answer = answer  # type: ignore[method-assign]
        again = await desk.take(inbound("I have chest pain", "m2"))
        assert again.messages == urgent.messages
        return urgent, before, [turn.kind for turn in desk.store.history(CHAT)]

    urgent, before, after = asyncio.run(stuck())

    assert (urgent.kind, before, after) == ("emergency", [], ["emergency"])


def test_danger_is_joined_within_one_conversation_only(desk: FrontDesk) -> None:
    """One patient's words never count for another's."""
    take(desk, PREGNANT, chat="web_two")

    assert [take(desk, SORE, chat=chat).kind == "emergency" for chat in (CHAT, "web_two")] == [False, True]


def test_only_the_last_message_is_joined(desk: FrontDesk) -> None:
    """What was said two messages ago no longer colours an ordinary word."""
    for text in (PREGNANT, "where is the clinic"):
        take(desk, text)

    assert take(desk, SORE).kind != "emergency"


@pytest.mark.parametrize("urgent", [["im 30 wks pregnant and bleeding"], ["im 30 wks pregnant", "bleeding"]])
def test_an_answered_emergency_is_not_answered_again(desk: FrontDesk, urgent: list[str]) -> None:
    """After the advice, an ordinary message is an ordinary message."""
    for text in urgent:
        take(desk, text)

    assert [take(desk, text).kind for text in ("where is the clinic", "how long do the needles stay in")] == ["answer"] * 2


@pytest.mark.parametrize(
    ("texts", "topics"),
    [
        (("im 30 weeks pregnant", "where is the clinic", "bleeding"), ["bleeding"]),
        (("my calf is hot and swollen on one side", "im 30 weeks", "light spotting"), ["bleeding"]),
    ],
)
def test_who_is_known_to_be_pregnant_is_heard_as_such(desk: FrontDesk, texts: tuple[str, ...], topics: list[str]) -> None:
    """However long ago it was said, and also right behind advice on something else."""
    assert [take(desk, text) for text in texts][-1].topics == topics


@pytest.mark.parametrize(
    "texts",
    [
        ("my mom has a headache that wont go away",),
        ("my husband is bleeding from a cut",),
        ("can i come if my water bottle leaks",),
        ("i have some bleeding", "the ob checked me, all fine now thanks", "good the bleeding stopped"),
    ],
)
def test_a_pregnancy_told_before_alarms_nobody_else(desk: FrontDesk, texts: tuple[str, ...]) -> None:
    """Not a mother's headache, a husband's cut, a bottle, nor what has just been settled."""
    replies = [take(desk, text) for text in ("i am 30 weeks pregnant", "where is the clinic", *texts)]

    assert {"preeclampsia", "bleeding", "waters_broken"}.isdisjoint(replies[-1].topics)


def test_a_crisis_behind_a_danger_of_the_body_hides_neither(desk: FrontDesk) -> None:
    """Both are said, and said again, as long as both are near."""
    take(desk, "im having a heart attack")
    both = take(desk, "i want to die")
    again = take(desk, "what about my chest").messages[0]["text"]

    assert both.topics == ["chest_and_breath", "suicide_self_harm"]
    assert {"chest", "988"} <= set(again.lower().replace(",", " ").split())


def test_waiting_for_an_ambulance_is_no_news_of_one(desk: FrontDesk) -> None:
    """Whoever asks whether to wait for it hasn't called; whoever asks where to go isn't told the clinic's address."""
    take(desk, "I have chest pain")

    assert [take(desk, text).kind for text in ("should i wait for the ambulance outside", "where should i go")] == [
        "emergency"
    ] * 2


def test_an_emergency_drops_the_form_in_progress(desk: FrontDesk) -> None:
    """The state kept after an emergency has no form waiting for an answer, and the offer is closed."""
    state = {"events": [{"event": "active_loop", "name": "callback_form"}]}
    turn = StoredTurn("m0", "d", "call me", [], "clarify", 0.3)
    keep(desk.store, turn, state=state, choices={"value-1": "faq/causes"})

    take(desk, "chest pain")
    before = desk.store.before_turn(CHAT, "")

    assert [event["name"] for event in before.state["events"] if event["event"] == "active_loop"] == ["callback_form", None]
    assert before.choices == {}


def test_a_request_broken_off_by_danger_is_spoken_of_once_it_is_settled(desk: FrontDesk, hands: Hands) -> None:
    """Who was misread in the middle of a request for a call hears, once, that it was not sent and how to begin again."""
    take(desk, "call me")
    word = desk.content.reply("callback_broken_off", "web")

    replies = [take(desk, text) for text in ("chest pain", "hm", "not an emergency", "thanks")]

    assert [word in reply.messages[-1]["text"] for reply in replies] == [False, False, True, False]


def test_a_doubt_of_the_patterns_brings_a_word_on_when_to_call(desk: FrontDesk) -> None:
    """Near danger but no emergency: the ordinary reply, with one line on when to call and no topic for it."""
    reply = take(desk, "what are the signs of preeclampsia")

    assert reply.kind != "emergency"
    assert reply.messages[-1]["text"].endswith(desk.content.reply("when_to_call", "web"))
    assert "preeclampsia" not in reply.topics


def test_a_crisis_in_doubt_brings_the_crisis_line(desk: FrontDesk) -> None:
    """Who may be in despair, or ask for somebody who is, gets 988 beside the answer instead of the general word."""
    reply = take(desk, "does acupuncture help depression")

    assert reply.kind != "emergency"
    assert "988" in reply.messages[-1]["text"]
    assert desk.content.reply("when_to_call", "web") not in reply.messages[-1]["text"]


def test_an_end_waits_for_what_is_still_being_kept(desk: FrontDesk, caplog: pytest.LogCaptureFixture) -> None:
    """Advice that went out before its turn could be kept is kept before the program ends."""

    async def end_early() -> None:
        lock = desk._lock(CHAT)
        await lock.acquire()  # as a message under way would
        urgent = await desk.take(inbound("I have chest pain"))
        assert urgent.kind == "emergency"
        asyncio.get_running_loop().call_later(0.1, lock.release)
        await desk.finish(60)

    asyncio.run(end_early())

    assert [turn.kind for turn in desk.store.history(CHAT)] == ["emergency"]
    assert caplog.text == ""
