"""A reply in the shape and words of its channel: link buttons and sources on the web, one plain text by SMS."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import quote_plus

from bot.content import Content
from bot.content.model import KINDS
from bot.content.sms_text import fold
from bot.safety import RedFlag

CONTACT = "contact"
"""What the metadata `offer:` of an answer says that goes well with the clinic's contact."""
LINKS = ("link_book", "link_call", "link_text", "link_map")
"""The clinic's contact as link buttons, in order; each is also the name of its title among the replies."""


@dataclass(frozen=True)
class Reply:
    """What goes back to the patient: the channel's messages, the kind of the whole, and how sure the classifier was."""

    messages: list[dict[str, Any]]
    kind: str
    confidence: float = 0.0
    guesses: tuple[tuple[str, float], ...] = ()
    """The classifier's best labels with their scores, for the part it was least sure of."""

    @property
    def topics(self) -> list[str]:
        """Everything the reply rests on, in order."""
        return list(dict.fromkeys(topic for message in self.messages for topic in message["topics"]))


@dataclass(frozen=True)
class Part:
    """One answer before it is worded for its channel."""

    text: str
    kind: str
    topics: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    offer: str = ""
    choices: tuple[Mapping[str, str], ...] = ()
    confidence: float = 0.0
    doubt: bool = False
    """Whether it may be urgent: a word on when to call goes with it."""
    label: str = ""
    """The topic whose words these are."""
    pregnant: bool = False
    """Whether they are for a patient who said to be pregnant."""
    beside: bool = False
    """Whether it is a courtesy beside another part."""
    guesses: tuple[tuple[str, float], ...] = ()


class Wording:
    """Turns parts into what a channel sends."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def reply(self, parts: list[Part], channel: str) -> tuple[Reply, dict[str, str]]:
        """The reply, and the labels behind the values of the choices it offers, in the order offered."""
        choices = {secrets.token_urlsafe(9): choice for part in parts for choice in part.choices}
        messages = [self._message(part, channel) for part in parts]
        if channel == "sms":
            messages = [self._one_text(messages, [choice["title"] for choice in choices.values()])]
        else:
            _offer_once(messages)
            messages[-1]["buttons"] += [{"title": choice["title"], "value": value} for value, choice in choices.items()]
        kinds = {part.kind for part in parts}
        kind = next(kind for kind in KINDS if kind in kinds)
        least_sure = min(parts, key=lambda part: part.confidence)
        reply = Reply(messages, kind, least_sure.confidence, tuple(least_sure.guesses))
        return reply, {value: choice["label"] for value, choice in choices.items()}

    def fixed(self, name: str, kind: str, channel: str) -> Reply:
        """A reply that the edge gives by itself."""
        topics = (kind,) if kind in ("handoff", "smalltalk", "out_of_scope") else ()
        offer = CONTACT if kind == "handoff" else ""
        return self.reply([Part(self._content.reply(name, channel), kind, topics, offer=offer)], channel)[0]

    def advice(self, flag: RedFlag, channel: str) -> Part:
        """What a red flag says."""
        return Part(flag.advice(channel), "emergency", (flag.id,), confidence=1.0)

    def without_memory(self, reply: Reply, channel: str) -> Reply:
        """The reply with a word that nothing can be kept just now."""
        note = self._message(Part(self._content.reply("store_down", channel), "handoff"), channel)
        return replace(reply, messages=[*reply.messages, note])

    def after(self, name: str, reply: Reply, channel: str) -> Reply:
        """The reply behind a sentence of the edge's own."""
        first, *rest = reply.messages
        return replace(reply, messages=[{**first, "text": f"{self._content.reply(name, channel)} {first['text']}"}, *rest])

    def _message(self, part: Part, channel: str) -> dict[str, Any]:
        web = channel != "sms"
        return {
            "text": self._text(part, channel),
            "kind": part.kind,
            "topics": list(part.topics),
            "sources": self._content.sources(part.facts) if web and part.kind == "answer" else [],
            "buttons": self._links() if web and part.offer == CONTACT else [],
        }

    def _text(self, part: Part, channel: str) -> str:
        text = part.text
        if part.offer == CONTACT and self._content.placeholders()["clinic_phone"] not in text:
            text = f"{text} {self._content.reply('offer_contact', channel)}"
        if part.doubt and part.kind != "emergency":
            text = f"{text} {self._content.reply('when_to_call', channel)}"
        return text

    def _links(self) -> list[dict[str, str]]:
        facts = self._content.placeholders()
        number = "+1" + "".join(filter(str.isdigit, facts["clinic_phone"]))
        addresses = (
            f"https://{facts['booking_page']}",
            f"tel:{number}",
            f"sms:{number}",
            f"https://www.google.com/maps/search/?api=1&query={quote_plus(facts['clinic_address'])}",
        )
        return [{"title": self._content.reply(name, "web"), "url": url} for name, url in zip(LINKS, addresses)]

    def _one_text(self, messages: list[dict[str, Any]], choices: list[str]) -> dict[str, Any]:
        """Every part in one text message, choices numbered."""
        lines = [message["text"] for message in messages] + [f"{number}. {title}" for number, title in enumerate(choices, 1)]
        if choices:
            *others, last = (str(number) for number in range(1, len(choices) + 1))
            numbers = " or ".join(filter(None, (", ".join(others), last)))
            lines.append(self._content.reply("clarify_how", "sms").replace("{numbers}", numbers))
        topics = [topic for message in messages for topic in message["topics"]]
        return {**messages[0], "text": fold("\n".join(lines)), "topics": topics, "sources": [], "buttons": []}


def _offer_once(messages: list[dict[str, Any]]) -> None:
    """Several parts may each offer the clinic's contact: only the last keeps its buttons."""
    for message in [message for message in messages if message["buttons"]][:-1]:
        message["buttons"] = []
