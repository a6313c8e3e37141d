"""Answers in today's words: the brain says which topic it is, and the edge words it from the content as it is live now.

So a new wording, title or phone number needs neither training nor word to any brain, and every brain of every edge follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.content import topics
from bot.content.model import Content, Response, Topic, fill
from bot.conversation.wording import Part

NOT_COVERED = topics.OTHER
"""What a topic that is switched off is answered as."""


def of_today(parts: Sequence[Part], content: Content, channel: str) -> list[Part]:
    """The parts in the words of the content; a topic that it doesn't hold keeps the words of the brain's own release."""
    return [_of_today(part, content, channel) for part in parts]


def words(topic: Topic, channel: str, pregnant: bool = False) -> Response | None:
    """The wording of a topic for a channel, chosen as Rasa chooses: its own channel first, then the variant."""
    fitting = [each for each in topic.responses if each.channel in ("", channel) and _holds(each.condition, pregnant)]
    return max(fitting, key=lambda each: (bool(each.channel), bool(each.condition)), default=None)


def text_of(label: str, content: Content, channel: str, pregnant: bool = False) -> str:
    """What a topic says, with its facts filled in; empty where the content doesn't hold it."""
    topic = content.topics.get(label)
    response = words(topic, channel, pregnant) if topic else None
    return fill(response.text, content.placeholders()) if response else ""


def _of_today(part: Part, content: Content, channel: str) -> Part:
    if part.choices:
        choices = tuple(_retitled(each, content) for each in part.choices if not _is_off(each["label"], content))
        if not choices:
            return not_covered(part, content, channel)
        gone = {_name(each["label"]) for each in part.choices} - {_name(each["label"]) for each in choices}
        part = replace(part, choices=choices, topics=tuple(each for each in part.topics if each not in gone))
    if _is_off(part.label, content):
        return not_covered(part, content, channel)
    topic = content.topics.get(part.label)
    response = words(topic, channel, part.pregnant) if topic else None
    if response is None:
        return part
    text = str(part.beside and response.metadata.get("beside") or response.text)
    offer = str(response.metadata.get("offer") or "")
    return replace(part, text=fill(text, content.placeholders()), facts=response.facts, offer=offer)


def not_covered(part: Part, content: Content, channel: str) -> Part:
    """The part answered as a question that the clinic's guide doesn't cover."""
    response = words(content.topics[NOT_COVERED], channel) if NOT_COVERED in content.topics else None
    text = fill(response.text, content.placeholders()) if response else content.reply("brain_down", channel)
    facts = response.facts if response else ()
    return replace(part, text=text, kind="not_covered", topics=(NOT_COVERED,), facts=facts, offer="contact", choices=())


def _is_off(label: str, content: Content) -> bool:
    return label in content.topics and content.topics[label].off


def _retitled(choice: Mapping[str, str], content: Content) -> Mapping[str, str]:
    topic = content.topics.get(choice["label"])
    return {**choice, "title": topic.title} if topic and topic.title else choice


def _name(label: str) -> str:
    return label.removeprefix("faq/")


def _holds(condition: Sequence[Mapping[str, Any]], pregnant: bool) -> bool:
    return all(each.get("name") == "pregnant" and each.get("value") is pregnant for each in condition)
