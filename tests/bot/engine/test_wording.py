"""Wording from content: live, per channel, without a raw placeholder."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker

from bot.content import Content
from bot.engine.topic_classifier import VERDICT
from bot.engine.wording import ContentWording
from bot.settings import ROOT


@pytest.fixture(scope="module")
def wording() -> ContentWording:
    return ContentWording(domain=Domain.load(str(ROOT / "data" / "rules" / "clarify.yml")))


def said(
    wording: ContentWording,
    label: str,
    channel: str,
    choices: list[str] | None = None,
    before: Sequence[SlotSet] = (),
    **extra: Any,
) -> Any:
    slots = [AnySlot(each.key, mappings=[{}]) for each in before]
    tracker = DialogueStateTracker("patient", slots)
    for event in before:
        tracker.update(event)
    tracker.update(UserUttered("hello", parse_data={"text": "hello", VERDICT: {"choices": choices or []}}))
    return asyncio.run(wording.generate(f"utter_{label}", tracker, channel, **extra))


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_every_topic_has_its_words_on_every_channel(wording: ContentWording, known: Content, channel: str) -> None:
    """Each topic is answered on each channel, every placeholder filled."""
    texts = {
        label: (said(wording, label, channel) or {}).get("text", "") for label, topic in known.topics.items() if topic.responses
    }

    assert [label for label, text in texts.items() if not text or "{" in text] == []


def test_a_channel_gets_its_own_wording(wording: ContentWording, known: Content) -> None:
    """Where a topic has a shorter wording for text messages, SMS gets it and the web doesn't."""
    label = next(label for label, topic in known.topics.items() if "sms" in [each.channel for each in topic.responses])

    assert said(wording, label, "sms")["text"] != said(wording, label, "web")["text"]


def test_facts_fill_the_placeholders(wording: ContentWording, known: Content) -> None:
    """The address in the answer is the one among the facts."""
    assert known.placeholders()["clinic_address"] in said(wording, "faq/location", "web")["text"]


def test_the_facts_of_an_answer_go_along(wording: ContentWording, known: Content) -> None:
    """What an answer cites reaches the edge, which shows it as the sources."""
    cited = said(wording, "faq/session_length", "web")["metadata"]["facts"]

    assert cited
    assert set(cited) <= set(known.facts)


def test_a_model_s_old_words_do_not_win(wording: ContentWording) -> None:
    """A model brings the words it was trained with; those of today's content stand, and only unknown ones are added."""
    old = {"utter_faq/location": [{"text": "we moved"}], "utter_from_the_model": [{"text": "only here"}]}

    assert "we moved" not in said(wording, "faq/location", "web", domain_responses=old)["text"]
    assert said(wording, "from_the_model", "web", domain_responses=old)["text"] == "only here"


def test_what_has_no_words_is_nothing(wording: ContentWording) -> None:
    """An unknown response is None, which Rasa logs as an error, which fails the turn."""
    assert said(wording, "faq/nowhere", "web") is None


def test_asking_back_offers_the_choices_by_title(wording: ContentWording, known: Content) -> None:
    """A near tie is asked back with the topics' titles; a topic that is gone since the training is left out."""
    offered = said(wording, "clarify", "web", ["faq/location", "faq/gone", "not_covered/price"])["buttons"]

    assert offered == [{"title": known.topics[label].title, "payload": label} for label in ("faq/location", "not_covered/price")]


def test_a_choice_named_in_an_answer_bears_its_topic_s_title(wording: ContentWording, known: Content) -> None:
    """Wanting a person offers the call-back by the name the content gives it."""
    offered = said(wording, "person", "web")["buttons"]

    assert offered == [{"title": known.topics["callback"].title, "payload": "callback"}]


def test_how_long_a_request_is_kept_is_what_the_operator_chose(monkeypatch: pytest.MonkeyPatch) -> None:
    """The setting wins over the fact's figure."""
    monkeypatch.setenv("CALLBACK_DAYS", "45")

    assert "erase them 45 days after" in said(ContentWording(), "callback", "web")["text"]


@pytest.mark.parametrize("channel", ["web", "sms"])
@pytest.mark.parametrize("name", ["callback_summary", "callback_summary_with_why"])
def test_the_summary_names_the_questions_that_go_along(wording: ContentWording, channel: str, name: str) -> None:
    """By today's files, also over a model that was trained with other words; without consent they are not named."""
    old = {f"utter_{name}": [{"text": "the words of the model"}]}
    share = SlotSet("callback_share", True)
    texts = [said(wording, name, channel, before=events, domain_responses=old)["text"] for events in ([share], [])]

    assert ["the questions you asked here" in text for text in texts] == [True, False]
    assert all(text.endswith("Is that right?") for text in texts)
