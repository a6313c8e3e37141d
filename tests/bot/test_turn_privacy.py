"""What a call-back request is told stays sealed, on the web and by text message, on both databases."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import content, safety
from bot.brain import Brain, HttpBrain
from bot.conversation import callback
from bot.conversation.sms_reply import REST
from bot.conversation.wording import Reply
from bot.run.processes import free_port
from bot.store import Store
from bot.turn import FrontDesk
from tests.hands import Hands
from tests.stored import found_in
from tests.turns import CHAT, KEYS, inbound, take

TOLD = ("jennifer", "484 555 0123", "quarter past seven", "my left ankle")
CLEAR = ("jennifer", "555 0123", "555-0123", "quarter past", "ankle")
WHEN = "quarter past seven or any weekday morning before ten but never on a friday, please, and not during the lunch break"
WHY = " ".join(["my left ankle is stiff in the mornings. then i feel both knees on the stairs, going down."] * 4)
ASIDE = "how often should i come? is it safe when pregnant? who is the practitioner?"


@pytest.fixture
def desk(known: content.Content, flags: safety.Safety, brain: Brain, store: Store) -> FrontDesk:
    """The front desk over a store of each kind."""
    return FrontDesk(known, flags, store, brain, *KEYS)


def text(desk: FrontDesk, *texts: str) -> str:
    """The last of the replies to text messages."""
    return str([take(desk, each, channel="sms") for each in texts][-1].messages[0]["text"])


def test_nothing_told_is_stored_in_clear(desk: FrontDesk, hands: Hands) -> None:
    """Neither messages, replies nor state hold name, number, time or reason."""
    for each in ("call me back", *TOLD):  # asked nothing before, so there is nothing to ask consent for
        take(desk, each)
    during = found_in(desk.store, *CLEAR)
    take(desk, "yes")

    assert (during, found_in(desk.store, *CLEAR)) == ([], [])
    assert {turn.text for turn in desk.store.history(CHAT)} == {"call me back", callback.DETAILS}


def test_what_waits_for_more_is_sealed_with_the_form(desk: FrontDesk, hands: Hands) -> None:
    """A summary that does not fit into one text is in clear nowhere: not what was sent of it, nor what waits."""
    text(desk, "hi", "call me back", *TOLD, "no")
    first = text(desk, ASIDE)
    at_first = found_in(desk.store, *CLEAR)
    texts = [first]
    while "Reply MORE" in texts[-1]:
        texts.append(text(desk, "more"))

    assert (len(texts) > 1, "jennifer" in texts[-1].lower(), "Is that right?" in texts[-1]) == (True, True, True)
    assert (at_first, found_in(desk.store, *CLEAR)) == ([], [])
    assert "We have it" in text(desk, "yes")


def test_a_reason_that_is_cut_is_sealed_too(desk: FrontDesk, hands: Hands) -> None:
    """A long reason may be cut in the middle, where it no longer is the value that was told."""
    summary = text(desk, "hi", "call me back", *TOLD[:2], WHEN, WHY)
    rest = text(desk, "more")

    assert ("ankle" in summary, "Reply MORE" in summary, "Is that right?" in rest) == (True, True, True)
    assert found_in(desk.store, *CLEAR, "knees", "stairs") == []


def test_what_waits_goes_with_the_form(desk: FrontDesk, hands: Hands) -> None:
    """Dropped, a form leaves nothing that MORE could bring."""
    text(desk, "hi", "call me back", *TOLD, "no", ASIDE, "never mind")

    before = desk.store.before_turn(CHAT, "")
    assert (before.pending, REST in before.state) == ("", False)
    assert "jennifer" not in text(desk, "more").lower()


def test_a_text_spelled_plainly_is_covered(desk: FrontDesk, hands: Hands) -> None:
    """Text messages make curly quotes and accents plain; what was told with them is covered all the same."""
    summary = text(desk, "hi", "call me back", "Zoëlyn O’Brien", "484 555 0123", "noon", "i can’t sit")

    assert ("Zoelyn O'Brien" in summary, "can't sit" in summary) == (True, True)
    assert found_in(desk.store, "o'brien", "o’brien", "brien", "zoelyn", "zo\\u00eb", "can't sit", "t sit") == []


class Held:
    """A brain that thinks until it is let go."""

    def __init__(self, brain: Any) -> None:
        self._brain, self.asked, self.go = brain, asyncio.Event(), asyncio.Event()

    async def answer(self, asked: Any) -> dict[str, Any]:
        self.asked.set()
        await self.go.wait()
        answered: dict[str, Any] = await self._brain.answer(asked)
        return answered


@pytest.mark.parametrize(
    ("first", "elsewhere", "channel"),
    [("", False, "web"), ("hello", False, "web"), ("hello", True, "web"), ("hello", True, "sms")],
)
def test_an_erased_chat_stays_erased_though_a_message_is_under_way(
    desk: FrontDesk, first: str, elsewhere: bool, channel: str
) -> None:
    """What was thought out meanwhile is answered, whole, and kept nowhere, whether this edge erases or another."""
    if first:
        take(desk, first, channel=channel)

    async def erase_meanwhile() -> Reply:
        held: Any = Held(desk.brain)
        busy = FrontDesk(desk.content, desk._safety, desk.store, held, *KEYS)
        turn = asyncio.create_task(busy.take(inbound(ASIDE, channel=channel)))
        await held.asked.wait()
        erasing = asyncio.create_task((desk if elsewhere else busy).erase(CHAT, False))
        if elsewhere:
            await erasing
        held.go.set()
        await erasing
        return await turn

    reply = asyncio.run(erase_meanwhile())

    assert reply.topics == ["frequency", "pregnancy_safety", "practitioner"]
    assert not any(desk.content.reply("more_follows", "sms") in message["text"] for message in reply.messages)
    assert desk.store.history(CHAT) == []
    assert desk.store.before_turn(CHAT, "").turns == 0


def brainless(desk: FrontDesk) -> FrontDesk:
    """The same desk after its brain went away."""
    brain = HttpBrain(f"http://127.0.0.1:{free_port()}", "secret", 5.0)
    return FrontDesk(desk.content, desk._safety, desk.store, brain, *KEYS)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_an_answer_without_a_brain_is_private(desk: FrontDesk, hands: Hands, channel: str) -> None:
    """What is told to a form while no brain understands it is kept in no words, in time or too late."""
    take(desk, "call me back", channel=channel)
    desk = brainless(desk)
    take(desk, "zebulon", channel=channel)
    given_up = inbound("my left ankle", channel=channel)

    asyncio.run(desk.give_up(given_up))

    assert found_in(desk.store, "zebulon", "ankle") == []
    assert [turn.text for turn in desk.store.history(CHAT)] == ["call me back", callback.DETAILS, callback.DETAILS]


def test_without_a_form_a_question_is_kept_while_the_brain_is_down(desk: FrontDesk) -> None:
    """Staff see what could not be answered."""
    desk = brainless(desk)
    take(desk, "where do i park")

    assert [turn.text for turn in desk.store.history(CHAT)] == ["where do i park"]


def test_danger_in_two_messages_is_heard_while_the_brain_is_down(desk: FrontDesk, hands: Hands) -> None:
    """What the message before said is not kept in clear, and is read with the next one all the same."""
    take(desk, "call me back")
    desk = brainless(desk)

    assert [take(desk, each).kind for each in ("im 30 wks pregnant", "bleeding")] == ["handoff", "emergency"]
