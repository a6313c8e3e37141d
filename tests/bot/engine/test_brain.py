"""The brain as a function: text and state in, messages and state out."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from rasa.core.agent import Agent

from bot.brain import Asked, BrainDown
from bot.content import Content
from bot.engine.brain import topic_name, turn
from bot.engine.failures import TurnFailed

SHAPE = {"text", "kind", "topics", "facts", "offer", "choices", "confidence"}
LONG_TALK = ("where is the clinic", "how much is it", "hello", "does it hurt", "what is the capital of France", "thanks") * 10
KEPT_BYTES = 40_000


def answer(brain: Any, text: str, channel: str = "web", state: dict[str, Any] | None = None, choice: str = "") -> dict[str, Any]:
    return asyncio.run(brain.answer(Asked(text, channel, state or {}, choice)))


@pytest.mark.parametrize(
    ("text", "kind", "topics"),
    [
        ("where is the clinic located", "answer", ["location"]),
        ("how much does a session cost", "not_covered", ["not_covered/price"]),
        ("hello", "smalltalk", ["smalltalk"]),
        ("can I talk to a person", "handoff", ["handoff"]),
        ("what is the capital of France", "out_of_scope", ["out_of_scope"]),
    ],
)
def test_a_message_says_what_it_is(brain: Any, text: str, kind: str, topics: list[str]) -> None:
    """Every message names its kind and the topics it rests on, in the words that channels and tests use."""
    messages = answer(brain, text)["messages"]

    assert [(message["kind"], message["topics"]) for message in messages] == [(kind, topics)]


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_message_has_every_part(brain: Any, channel: str) -> None:
    """The edge finds text, facts, offer, choices and confidence in each message, whatever the channel."""
    message = answer(brain, "how long does a session last", channel)["messages"][0]

    assert set(message) >= SHAPE
    assert message["text"]
    assert message["facts"]
    assert 0 < message["confidence"] <= 1


@pytest.mark.parametrize("label", ["faq/location", "not_covered/price"])
def test_a_taken_choice_is_answered_whatever_the_text(brain: Any, label: str) -> None:
    """Who takes a choice gets its answer, with certainty, even where the text says something else."""
    message = answer(brain, "2", choice=label)["messages"][0]

    assert (message["topics"], message["confidence"]) == ([topic_name(label)], 1.0)


def test_every_topic_can_be_answered(brain: Any, known: Content) -> None:
    """Each topic with an answer gets through rules and wording on both channels."""
    labels = [label for label, topic in known.topics.items() if topic.responses and topic.group in ("faq", "not_covered")]

    async def all_of_them() -> list[Any]:
        asked = [brain.answer(Asked("2", channel, {}, label)) for channel in ("web", "sms") for label in labels]
        return [(await each)["messages"][0]["topics"] for each in asked]

    assert asyncio.run(all_of_them()) == [[topic_name(label)] for label in labels] * 2


def test_a_patients_number_does_not_travel(brain: Any) -> None:
    """The number that a text came from is in nothing that goes back to be kept."""
    found = asyncio.run(brain.answer(Asked("how long is a session", "sms", {}, sender_number="+14845550123")))

    assert "5550123" not in json.dumps(found)


def test_a_new_conversation_is_not_the_last_one(brain: Any) -> None:
    """Nothing is kept between turns but what travels: on an empty state the same message gives the same reply."""
    first = answer(brain, "how often should I come")
    answer(brain, "hello", state=first["state"])

    assert answer(brain, "how often should I come")["messages"] == first["messages"]


def test_somebody_who_is_not_pregnant_gets_an_answer_of_her_own(brain: Any) -> None:
    """For that message alone; the patient herself is still remembered as pregnant, until she says that she isn't."""
    first = answer(brain, "is acupuncture safe, im 24 weeks pregnant")
    sister = answer(brain, "is acupuncture safe for my sister, she isn't pregnant", state=first["state"])
    again = answer(brain, "and is acupuncture safe in pregnancy", state=sister["state"])
    herself = answer(brain, "i'm not pregnant any more. is acupuncture safe in pregnancy", state=again["state"])

    assert [each["messages"][0]["pregnant"] for each in (first, sister, again, herself)] == [True, False, True, False]


def test_conversations_at_once_do_not_mix(brain: Any) -> None:
    """Twenty patients answered at once each get the answer to their own question."""
    asked = ["where is the clinic located", "how much does a session cost"] * 10

    async def at_once() -> list[dict[str, Any]]:
        return await asyncio.gather(*(brain.answer(Asked(text, "web", {})) for text in asked))

    found = [each["messages"][0]["topics"] for each in asyncio.run(at_once())]

    assert found == [["location"], ["not_covered/price"]] * 10


def test_the_state_of_a_long_talk_stays_small(brain: Any) -> None:
    """After sixty turns the state is as small as after twenty, is plain JSON, and holds nothing the bot said."""

    async def talk() -> list[str]:
        state: dict[str, Any] = {}
        sizes = []
        for text in LONG_TALK:
            state = (await brain.answer(Asked(text, "web", state)))["state"]
            sizes.append(json.dumps(state))
        return sizes

    kept = asyncio.run(talk())

    assert max(map(len, kept)) < KEPT_BYTES
    assert "West Wayne" not in kept[-1]


@pytest.mark.parametrize("secret", ["610-555-0134", "ann.lee@example.org"])
def test_the_state_keeps_no_contact_details(brain: Any, secret: str) -> None:
    """What tells who a patient is does not travel, wherever in the state it might stand."""
    state = answer(brain, f"where is the clinic, reach me at {secret}")["state"]

    assert secret not in json.dumps(state)


def test_a_swallowed_error_fails_the_turn(brain: Any) -> None:
    """An answer without wording, which Rasa only logs, is a failed turn and never an empty reply."""
    with pytest.raises(BrainDown):
        answer(brain, "2", choice="faq/that_never_was")


def test_without_a_model_there_is_no_turn() -> None:
    """A brain without a model says so instead of answering nothing."""
    with pytest.raises(TurnFailed, match="model"):
        asyncio.run(turn(Agent(), Asked("hello", "web")))


@pytest.mark.parametrize(
    ("label", "kind", "name"),
    [
        ("faq/location", "answer", "location"),
        ("not_covered/price", "not_covered", "not_covered/price"),
        ("smalltalk/greet", "smalltalk", "smalltalk"),
        ("person", "handoff", "handoff"),
        ("out_of_scope", "", "out_of_scope"),
    ],
)
def test_a_label_s_name_among_the_topics(label: str, kind: str, name: str) -> None:
    """FAQ ids stand bare, uncovered subjects with their group, and all else by its kind."""
    assert topic_name(label, kind) == name
