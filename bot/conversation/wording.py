"""A reply in the shape and words of its channel: link buttons and sources on the web, one plain text by SMS."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any
from urllib.parse import quote_plus

from bot.content import Content, contact, hours
from bot.content.model import KINDS
from bot.content.sms_text import carried, fold
from bot.safety import RedFlag

ANSWERING, UNHEARD = ("answer", "not_covered"), ("clarify", "out_of_scope")
"""Kinds of replies to what was understood as a question, and to what was not understood."""
CONTACT = "contact"
"""What the metadata `offer:` of an answer says that goes well with the clinic's contact."""
SAYS_WHEN = "call-911"
"""The fact by which a reply says itself when to call."""
LINKS = ("link_book", "link_call", "link_text", "link_map")
"""The clinic's contact as link buttons, in order; each is also the name of its title among the replies."""
LANGUAGE = re.compile(r"other_language/([a-z]{2})")
"""The topics that are answered in the language they are named for."""


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

    def under(self, message_id: str) -> Reply:
        """The reply to this message: each of its own messages has an id by which feedback names it."""
        return replace(self, messages=[{**each, "id": f"{message_id}.{index}"} for index, each in enumerate(self.messages)])


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
    when: str = ""
    """That word, where the danger in doubt has one of its own."""
    label: str = ""
    """The topic whose words these are."""
    pregnant: bool = False
    """Whether they are for a patient who said to be pregnant."""
    beside: bool = False
    """Whether it is a courtesy beside another part."""
    guesses: tuple[tuple[str, float], ...] = ()
    restore: bool = True
    """False where the reply, and what was said before it, must not come back when the page is loaded anew."""


def only_answer(parts: Sequence[Part]) -> Part | None:
    """The one thing that a reply says, courtesies beside it aside; None where it says several or nothing."""
    main = [part for part in parts if not part.beside]
    return main[0] if len(main) == 1 else None


def instead(parts: Sequence[Part], old: Part, new: Part) -> list[Part]:
    """The parts with one of them in the place of another."""
    return [new if part is old else part for part in parts]


class Wording:
    """Turns parts into what a channel sends."""

    def __init__(self, content: Content, now: Callable[[], datetime] = lambda: datetime.now(timezone.utc)) -> None:
        self._content, self._now = content, now

    def reply(self, parts: list[Part], channel: str) -> tuple[Reply, dict[str, str]]:
        """The reply, and the labels behind the values of the choices it offers, in the order offered."""
        choices = {secrets.token_urlsafe(9): choice for part in parts for choice in part.choices}
        messages = [self._message(part, channel) for part in parts]
        if channel == "sms":
            messages[-1]["text"] = "\n".join(
                [messages[-1]["text"], *self._numbered([each["title"] for each in choices.values()])]
            )
        else:
            _offer_once(messages)
            offered = [{"title": choice["title"], "value": value} for value, choice in choices.items()]
            links = messages[-1]["buttons"]
            messages[-1]["buttons"] = [*offered, *links] if parts[-1].kind == "clarify" else [*links, *offered]
        kinds = {part.kind for part in parts}
        kind = next(kind for kind in KINDS if kind in kinds)
        least_sure = min(parts, key=lambda part: part.confidence)
        reply = Reply(messages, kind, least_sure.confidence, tuple(least_sure.guesses))
        return reply, {value: choice["label"] for value, choice in choices.items()}

    def fixed(self, name: str, kind: str, channel: str) -> Reply:
        """A reply that the edge gives by itself."""
        return self.reply([self.fixed_part(name, kind, channel)], channel)[0]

    def fixed_part(self, name: str, kind: str, channel: str) -> Part:
        """What such a reply says, before its offers are measured."""
        topics = (kind,) if kind in ("handoff", "smalltalk", "out_of_scope") else ()
        return Part(self._content.reply(name, channel), kind, topics, offer=CONTACT if kind == "handoff" else "")

    def advice(self, flag: RedFlag, channel: str, language: str = "") -> Part:
        """What a red flag says, first in the language of whoever is advised."""
        return Part(flag.advice(channel, language), "emergency", (flag.id,), confidence=1.0, restore=flag.restore)

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
        language = LANGUAGE.fullmatch(part.label)
        return {
            "text": self._text(part, channel) if web else _for_phone(self._text(part, channel), part),
            "kind": part.kind,
            "topics": list(part.topics),
            "sources": self._content.sources(part.facts) if web and part.kind == "answer" else [],
            "buttons": self._links() if web and part.offer == CONTACT else [],
            **({"lang": language[1]} if web and language else {}),
            **({} if part.restore else {"restore": False}),
        }

    def _text(self, part: Part, channel: str) -> str:
        text = part.text
        if part.offer == CONTACT and self._content.placeholders()["clinic_phone"] not in text:
            contact = self._content.reply("offer_contact", channel)
            text = f"{contact} {text}" if part.choices else f"{text} {contact}"  # choices stand right below their question
        if part.offer == CONTACT and part.kind == "handoff":
            text = f"{text} {self._when()}".strip()
        if part.doubt and part.kind != "emergency" and SAYS_WHEN not in part.facts:
            text = f"{text} {part.when or self._content.reply('when_to_call', channel)}"
        return text

    def _when(self) -> str:
        """When somebody answers, where the clinic has said so; empty otherwise."""
        fact = self._content.facts.get(hours.FACT)
        answering = hours.next_answer(fact.hours, self._now()) if fact and fact.hours else None
        if answering is None:
            return ""
        text = self._content.reply("hours_open" if answering.now else "hours_closed", "web")
        day = f"day_{answering.day}" if answering.day < 2 else f"weekday_{answering.weekday}"
        return text.replace("{time}", hours.shown(answering.at)).replace("{day}", self._content.reply(day, "web"))

    def _links(self) -> list[dict[str, str]]:
        facts = self._content.placeholders()
        number = contact.dialled(facts["clinic_phone"])
        addresses = (
            contact.opened(facts["booking_page"]),
            f"tel:{number}",
            f"sms:{number}",
            f"https://www.google.com/maps/search/?api=1&query={quote_plus(facts['clinic_address'])}",
        )
        return [{"title": self._content.reply(name, "web"), "url": url} for name, url in zip(LINKS, addresses)]

    def _numbered(self, choices: list[str]) -> list[str]:
        """The lines that offer choices to a phone, which has no buttons."""
        if not choices:
            return []
        *others, last = (str(number) for number in range(1, len(choices) + 1))
        numbers = " or ".join(filter(None, (", ".join(others), last)))
        how = self._content.reply("clarify_how", "sms").replace("{numbers}", numbers)
        return [fold(line) for line in (*(f"{number}. {title}" for number, title in enumerate(choices, 1)), how)]


def _for_phone(text: str, part: Part) -> str:
    """Only what is said to a patient in letters of her own goes out in them: each text message carries half as much then."""
    return carried(text) if part.kind == "emergency" or LANGUAGE.fullmatch(part.label) else fold(text)


def _offer_once(messages: list[dict[str, Any]]) -> None:
    """Several parts may each offer the clinic's contact: only the last keeps its buttons."""
    for message in [message for message in messages if message["buttons"]][:-1]:
        message["buttons"] = []
