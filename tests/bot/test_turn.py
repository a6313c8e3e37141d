"""The one way a message goes: ids, choices and limits, over the shipped brain and a real store."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from bot import turn
from bot.conversation.inbound import SameIdOtherText, TooLong, UnknownChoice
from bot.conversation.wording import Reply
from bot.store import StoredTurn
from bot.turn import FrontDesk
from tests.stored import keep
from tests.turns import CHAT, VAGUE, inbound, take

CHOICES = {"value-1": "faq/causes", "value-2": "faq/session_length", "value-3": "faq/frequency"}


def offer(desk: FrontDesk, **state: Any) -> None:
    """The last turn asked which of three topics was meant."""
    keep(desk.store, StoredTurn("m0", "d", "how long", [], "clarify", 0.3), state=state, choices=CHOICES)


def turns(desk: FrontDesk) -> int:
    return desk.store.before_turn(CHAT, "").turns


def test_a_question_is_answered_and_kept(desk: FrontDesk) -> None:
    """The reply that goes out is the one in the store, its messages numbered under the message's id."""
    reply = take(desk, "How long do the needles stay in?", "m1")
    kept = desk.store.history(CHAT)

    assert (reply.kind, reply.topics) == ("answer", ["session_length"])
    assert [(turn.messages, turn.kind, turn.confidence) for turn in kept] == [(reply.messages, reply.kind, reply.confidence)]
    assert [message["id"] for message in reply.messages] == [f"m1.{index}" for index in range(len(reply.messages))]


def test_what_the_classifier_thought_is_kept(desk: FrontDesk) -> None:
    """A kept turn holds the three best guesses with their scores, the best first, and the choice that a button took."""
    take(desk, "how long do the needles stay in", "m1")
    offer(desk)
    take(desk, value="value-3")

    guessed, _offered, chosen = desk.store.history(CHAT)

    labels, scores = zip(*guessed.guesses)
    assert (labels[0], len(labels), list(scores)) == ("faq/session_length", 3, sorted(scores, reverse=True))
    assert (guessed.choice, chosen.choice, chosen.guesses) == ("", "faq/frequency", [])


def test_the_same_id_brings_the_same_reply(desk: FrontDesk) -> None:
    """A message sent again, even after others, is not a second turn."""
    first = take(desk, "how long do the needles stay in", "m1")
    take(desk, "where are you")

    assert take(desk, "how long do the needles stay in", "m1") == first
    assert len(desk.store.history(CHAT)) == turns(desk) == 2


@pytest.mark.parametrize("second", [{"text": "hello"}, {"text": "hello?", "value": "v"}, {"text": ""}, {"text": "chest pain"}])
def test_the_same_id_with_other_words_is_refused(
    desk: FrontDesk, second: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An id belongs to the words, and the button, that it first came with."""
    monkeypatch.setattr(turn, "EMERGENCY_SECONDS", 30)  # on a busy machine the advice would go out before the store is asked
    take(desk, "hello?", "m1")

    with pytest.raises(SameIdOtherText):
        take(desk, message_id="m1", **second)
    assert len(desk.store.history(CHAT)) == 1


def test_five_at_once_under_one_id_are_one_turn(desk: FrontDesk) -> None:
    """An impatient client's repetitions all get the one reply."""

    async def at_once() -> list[Reply]:
        return await asyncio.gather(*(desk.take(inbound("where is the clinic", "m1")) for _ in range(5)))

    replies = asyncio.run(at_once())

    assert replies == [replies[0]] * 5
    assert len(desk.store.history(CHAT)) == turns(desk) == 1


def test_five_at_once_in_one_conversation_take_turns(desk: FrontDesk) -> None:
    """Messages of one conversation are answered one after the other, each on the state the last one left."""

    async def at_once() -> None:
        await asyncio.gather(*(desk.take(inbound("where is the clinic", f"m{number}")) for number in range(5)))

    asyncio.run(at_once())

    assert len(desk.store.history(CHAT)) == desk.store.before_turn(CHAT, "").turns == 5


@pytest.mark.parametrize(
    "given",
    [{"value": "value-2"}, *({"text": text} for text in ("2", "2.", " #2 ", "two", "Second", "the second one", "2nd please"))],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_an_offered_choice_is_taken_by_button_or_number(desk: FrontDesk, given: dict[str, str], channel: str) -> None:
    """Pressing the second button, or naming it in any usual way, answers the second topic."""
    offer(desk)

    reply = take(desk, channel=channel, **given)

    assert (reply.kind, reply.topics) == ("answer", ["session_length"])


@pytest.mark.parametrize("value", ["value-4", "faq/causes", "2", "\ud800", "x" * 7000])
def test_a_value_that_was_not_offered_is_refused(desk: FrontDesk, value: str) -> None:
    """Only values of this conversation's last reply are taken, and a wrong one leaves no turn."""
    offer(desk)

    with pytest.raises(UnknownChoice):
        take(desk, value=value)
    assert len(desk.store.history(CHAT)) == 1


def test_choices_close_with_the_next_turn_but_not_with_a_wordless_one(desk: FrontDesk) -> None:
    """An emoji between offer and choice does no harm; after another question the offer is over."""
    offer(desk)

    assert take(desk, "🙂").kind == "clarify"
    assert take(desk, value="value-1").topics == ["causes"]
    with pytest.raises(UnknownChoice):
        take(desk, value="value-1")


def test_a_vague_message_is_asked_back_and_its_buttons_answer(desk: FrontDesk) -> None:
    """A near tie offers titled choices, each of which leads to the topic it names."""
    word, asked = next((word, reply) for word in VAGUE if (reply := take(desk, word, chat=word)).kind == "clarify")

    button = asked.messages[-1]["buttons"][1]
    reply = take(desk, value=button["value"], chat=word)

    assert len(asked.messages[-1]["buttons"]) == len(asked.topics) >= 2
    assert (button["title"] != "", reply.topics) == (True, [asked.topics[1]])


@pytest.mark.parametrize(("channel", "most"), [("web", 1000), ("sms", 1600)])
def test_a_text_may_be_so_long_and_no_longer(desk: FrontDesk, channel: str, most: int) -> None:
    """The channel's limit is exact; over it only an emergency is answered, and what is kept of it is within the limit."""
    question = "how long do the needles stay in? ".ljust(most, ".")

    assert take(desk, question, channel=channel).kind == "answer"
    with pytest.raises(TooLong):
        take(desk, question + ".", channel=channel)
    assert take(desk, question * 9 + "chest pain", channel=channel).kind == "emergency"
    assert [len(turn.text) for turn in desk.store.history(CHAT)] == [most, most]


def test_what_tells_who_someone_is_is_kept_masked(desk: FrontDesk) -> None:
    """Neither the stored text nor the state that travels to the brain holds a number, an address or a name."""
    take(desk, "where is the clinic? im jen, write ana@example.org or call (610) 555-1234")

    kept, state = desk.store.history(CHAT)[0].text, json.dumps(desk.store.before_turn(CHAT, "").state)

    assert kept == "where is the clinic? im [name], write [email] or call [phone]"
    assert [told in state for told in ("jen,", "ana@", "555-1234", "[email]", "[phone]")] == [False] * 5
