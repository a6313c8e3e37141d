"""Answers in today's words, whatever the brain was trained with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import content
from bot.content import Content, Response, Topic
from bot.conversation import live_answer
from bot.conversation.wording import Part

LABEL, OTHER = "faq/location", "faq/needles_pain"


def part(label: str = LABEL, **given: object) -> Part:
    return Part("the words of the model", "answer", (label.removeprefix("faq/"),), ("old-fact",), label=label, **given)  # type: ignore[arg-type]


def changed(known: Content, label: str, **given: object) -> Content:
    return replace(known, topics={**known.topics, label: replace(known.topics[label], **given)})  # type: ignore[arg-type]


def today(known: Content, *parts: Part, channel: str = "web") -> list[Part]:
    return live_answer.of_today(parts, known, channel)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_an_answer_has_todays_words_and_facts(known: Content, channel: str) -> None:
    """A new wording, its facts and the phone number of today are in the answer, on each channel, without a training."""
    responses = (
        Response("Now call {clinic_phone}.", metadata={"facts": ["clinic-phone"]}),
        Response("Text {clinic_phone}.", "sms", metadata={"facts": ["clinic-phone"]}),
    )
    said = today(changed(known, LABEL, responses=responses), part(), channel=channel)[0]

    phone = known.placeholders()["clinic_phone"]
    assert said.text == {"web": f"Now call {phone}.", "sms": f"Text {phone}."}[channel]
    assert said.facts == ("clinic-phone",)


def test_the_variant_is_chosen_as_rasa_chooses(known: Content) -> None:
    """Who said to be pregnant gets the variant on each channel; anybody else the plain words."""
    condition = ({"type": "slot", "name": "pregnant", "value": True},)
    responses = (
        Response("plain"), Response("plain sms", "sms"), Response("variant", condition=condition),
        Response("variant sms", "sms", condition),
    )  # fmt: skip
    topic = Topic(LABEL, "", (), responses)

    chosen = {
        (channel, pregnant): live_answer.words(topic, channel, pregnant)
        for channel in ("web", "sms")
        for pregnant in (False, True)
    }
    assert {each: found and found.text for each, found in chosen.items()} == {
        ("web", False): "plain", ("web", True): "variant", ("sms", False): "plain sms", ("sms", True): "variant sms",
    }  # fmt: skip


def test_a_topic_that_is_off_is_answered_as_not_covered(known: Content) -> None:
    """A question that was switched off gets the honest answer with the contact, and names no topic that it doesn't answer."""
    said = today(changed(known, LABEL, off=True), part())[0]

    assert (said.kind, said.topics, said.offer) == ("not_covered", ("not_covered/other",), "contact")
    assert known.placeholders()["clinic_phone"] in said.text


def test_choices_have_todays_titles_and_none_that_is_off(known: Content) -> None:
    """Asking back offers what is on, by the titles of today; where nothing is left to offer, the question isn't covered."""
    choices = tuple({"title": "old", "label": label} for label in (LABEL, OTHER))
    asked = Part("Which?", "clarify", ("location", "needles_pain"), choices=choices, label="clarify")
    one_off = changed(known, OTHER, off=True)
    said = today(one_off, asked)[0]

    assert [dict(each) for each in said.choices] == [{"title": known.topics[LABEL].title, "label": LABEL}]
    assert said.topics == ("location",)
    assert today(changed(one_off, LABEL, off=True), asked)[0].kind == "not_covered"


def test_what_the_content_does_not_hold_keeps_its_words(known: Content) -> None:
    """A topic of an older release that the content no longer has is answered in that release's words."""
    assert today(known, part("faq/gone"))[0].text == "the words of the model"


def test_the_shipped_words_are_rasas(known: Content) -> None:
    """Every shipped answer is worded on each channel as the brain words it, so the edge changes nothing that wasn't changed."""
    assert content.check(known) == []
    unworded = [
        label for label, topic in known.topics.items() if topic.responses for channel in ("web", "sms")
        if "{" in today(known, part(label), channel=channel)[0].text or live_answer.words(topic, channel) is None
    ]  # fmt: skip

    assert unworded == []
