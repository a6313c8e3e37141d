"""One text for each reply: introduced once, cut between answers or sentences, the rest kept for MORE."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot import content
from bot.content.sms_text import length
from bot.conversation.inbound import Inbound
from bot.conversation.sms_reply import INTRODUCED, MOST_PLACES, REST, SmsReplies, waiting
from bot.conversation.wording import Reply
from bot.turn import FrontDesk
from tests.turns import VAGUE, take

KNOWN = {INTRODUCED: True}
SENTENCE = "Needles are very fine and most people rest quietly. "


@pytest.fixture
def sms_replies(known: content.Content) -> SmsReplies:
    return SmsReplies(known)


def message(text: str, kind: str = "answer", *topics: str) -> dict[str, Any]:
    return {"text": text, "kind": kind, "topics": list(topics), "sources": [], "buttons": []}


def reply(*messages: dict[str, Any], kind: str = "answer") -> Reply:
    return Reply(list(messages), kind, 0.8)


def test_several_answers_are_one_message(sms_replies: SmsReplies) -> None:
    """Parts stand below each other, the message is of the most telling kind, and every topic is named once."""
    parts = [message("Hi!", "smalltalk", "smalltalk"), message("A.", "answer", "a", "b"), message("B.", "answer", "b")]

    found, state = sms_replies.of(reply(*parts), {"topic": "faq/b"}, KNOWN)

    assert found == Reply([message("Hi!\nA.\nB.", "answer", "smalltalk", "a", "b")], "answer", 0.8)
    assert state == {"topic": "faq/b", **KNOWN}


def test_the_first_contact_is_introduced(sms_replies: SmsReplies, known: content.Content) -> None:
    """The line stands first, once, and the state says so from then on."""
    first, state = sms_replies.of(reply(message("A.")), {}, {})
    second, _ = sms_replies.of(reply(message("A.")), {}, state)

    assert first.messages[0]["text"] == f"{known.reply('first_contact', 'sms')}\nA."
    assert second.messages[0]["text"] == "A."


@pytest.mark.parametrize("before", [{}, KNOWN])
def test_advice_stands_first_and_whole(sms_replies: SmsReplies, before: dict[str, Any]) -> None:
    """Nothing comes before emergency advice and nothing is cut from it; who was not introduced is so next time."""
    advice = message("Call 911 now. " * 40, "emergency", "chest_pain")

    found, state = sms_replies.of(reply(advice, message(SENTENCE * 5), kind="emergency"), {}, before)

    assert found.messages[0]["text"].startswith(advice["text"])
    assert (state.get(INTRODUCED), len(state.get(REST, []))) == (before.get(INTRODUCED), 1)


def test_what_does_not_fit_waits_for_more(sms_replies: SmsReplies) -> None:
    """Whole answers go first; MORE brings the others, with the topics that each text answers and no others."""
    parts = [message((SENTENCE * 4).strip(), "answer", name) for name in ("a", "b", "c")]

    first, state = sms_replies.of(reply(*parts), {}, {})
    second = waiting("more", state)
    assert second is not None
    last, after = sms_replies.of(second, state, state)

    assert [length(each.messages[0]["text"]) <= MOST_PLACES for each in (first, last)] == [True, True]
    assert first.messages[0]["text"].endswith("\nReply MORE for the rest.")
    assert (first.topics, last.topics) == (["a"], ["b", "c"])
    assert last.messages[0]["text"] == "\n".join(part["text"] for part in parts[1:])
    assert after == KNOWN


@pytest.mark.parametrize(
    "text", [SENTENCE * 40, "word " * 400, "x" * 2000, "€" * 900], ids=["sentences", "words", "no blank", "wide"]
)
def test_nothing_of_an_endless_answer_is_lost(sms_replies: SmsReplies, text: str) -> None:
    """However long one answer is, MORE after MORE brings all of it in texts of three segments."""
    found, state = sms_replies.of(reply(message(text)), {}, KNOWN)
    texts = [found.messages[0]["text"]]
    while rest := waiting("MORE", state):
        found, state = sms_replies.of(rest, state, state)
        texts.append(found.messages[0]["text"])

    told = "".join(each.removesuffix("\nReply MORE for the rest.") for each in texts)
    assert max(length(each) for each in texts) <= MOST_PLACES
    assert told.replace(" ", "") == text.replace(" ", "")


def test_a_title_is_no_end_of_a_sentence(sms_replies: SmsReplies) -> None:
    """A long answer isn't cut after `Dr.`, nor within an address or a phone number."""
    filler = "x" * (MOST_PLACES - 60)
    found, _ = sms_replies.of(reply(message(f"{filler} end. Ask Dr. McLees at 484.222.0854 today. " + "y " * 60)), {}, KNOWN)

    assert found.messages[0]["text"].split("\n")[0].endswith(("end.", "today."))


@pytest.mark.parametrize("said", ["more", "MORE", " More. ", "more please", "the rest", "send more", "show me more!"])
def test_more_is_understood(said: str) -> None:
    """As patients type it; anything else, or with nothing waiting, is a message like any other."""
    state = {REST: [message("B.", "answer", "b")]}

    assert waiting(said, state) == Reply(state[REST], "answer", 1.0)
    assert waiting(said, {}) is None
    assert waiting("more about needles", state) is None


def test_a_new_question_ends_the_waiting(sms_replies: SmsReplies) -> None:
    """The rest of an answer is gone with the next one, so that MORE never brings something old."""
    _, state = sms_replies.of(reply(message("A.")), {REST: [message("old")]}, KNOWN)

    assert state == KNOWN


@pytest.mark.parametrize("said", ["1.", "one", "the first", "#1"])
def test_a_choice_is_taken_by_number(desk: FrontDesk, said: str) -> None:
    """An offer of choices by text is numbered, says how to answer, and a number in any usual way leads to its topic."""
    word, asked = next((word, found) for word in VAGUE if (found := take(desk, word, chat=word, channel="sms")).kind == "clarify")

    assert "1. " in asked.messages[0]["text"]
    assert "Reply 1" in asked.messages[0]["text"]
    assert take(desk, said, chat=word, channel="sms").topics == asked.topics[:1]


def test_three_questions_are_answered_in_parts(desk: FrontDesk) -> None:
    """The shipped assistant answers what fits and keeps the rest for MORE, once."""
    asked = "how often should i come? is it safe when pregnant? who is the practitioner?"
    replies = [take(desk, text, chat="sms_x", channel="sms") for text in (asked, "more", "more")]

    assert all(len(each.messages) == 1 and length(each.messages[0]["text"]) <= MOST_PLACES for each in replies)
    assert replies[0].messages[0]["text"].endswith("Reply MORE for the rest.")
    assert set(replies[0].topics) | set(replies[1].topics) >= {"frequency", "pregnancy_safety", "practitioner"}
    assert not set(replies[0].topics) & set(replies[1].topics)


def test_giving_up_keeps_the_number_as_the_reply(desk: FrontDesk) -> None:
    """A message given up on has the clinic's number as its one reply; a turn that ends later changes nothing."""

    async def both() -> list[Reply]:
        slow = Inbound("sms_x", "sms", "SM1", "where are you")
        given_up = await desk.give_up(slow)
        return [given_up, await desk.take(slow), await desk.give_up(slow)]

    replies = asyncio.run(both())

    assert replies == [replies[0]] * 3
    assert desk.content.reply("brain_down", "sms") in replies[0].messages[0]["text"]
    assert len(desk.store.history("sms_x")) == 1
