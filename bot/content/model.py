"""The shapes of content: facts, references, responses and topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from bot.content.properties import NO_PROPERTIES, Properties

KINDS = ("emergency", "answer", "handoff", "not_covered", "clarify", "out_of_scope", "smalltalk")
"""Every kind of reply, the most telling first: a whole reply takes the first that one of its parts has."""

KEPT = "callback_kept"
"""The placeholder for how long a call-back request is kept."""


@dataclass(frozen=True)
class Reference:
    """A work the clinic's document cites."""

    id: str
    authors: str
    title: str
    journal: str = ""
    year: str = ""
    verified: bool = False

    def __str__(self) -> str:
        parts = [self.authors.rstrip("."), self.title, self.journal, self.year]
        return ". ".join(part for part in parts if part) + "."


@dataclass(frozen=True)
class Fact:
    """One thing the bot may say, and where it comes from."""

    id: str
    says: str
    source: str
    section: str = ""
    references: tuple[str, ...] = ()
    placeholder: str = ""
    value: str = ""
    hours: Mapping[str, str] = field(default_factory=dict)
    """For the fact `clinic-hours`: a time zone, and each open day's hours (bot/content/hours.py)."""
    file: str = ""
    line: int = 0
    who: str = ""
    """Who at the clinic said so."""
    since: str = ""
    """The day since which it holds, as an ISO date."""

    @property
    def text(self) -> str:
        """All wording an answer citing this fact may take figures and names from."""
        return f"{self.says} {self.value}"


@dataclass(frozen=True)
class Response:
    """One wording of an answer: for every channel, or for one, or on a condition."""

    text: str
    channel: str = ""
    condition: tuple[Mapping[str, Any], ...] = ()
    metadata: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of the facts this wording rests on."""
        return tuple(self.metadata.get("facts") or ())


@dataclass(frozen=True)
class Example:
    """One way patients ask."""

    text: str
    line: int


@dataclass(frozen=True)
class Topic:
    """One intent with its phrasings and answers: `label` is `faq/session_length`, `person`, …"""

    label: str
    file: str
    examples: tuple[Example, ...] = ()
    responses: tuple[Response, ...] = ()
    reviewed: Mapping[str, str] = field(default_factory=dict)
    off: bool = False
    """Switched off by the clinic: asked, it is answered as not covered."""
    replaces: str = ""
    """The `not_covered/…` subject that this answer took the place of."""
    properties: Properties = NO_PROPERTIES

    @property
    def group(self) -> str:
        """`faq`, `not_covered`, `smalltalk`, or the label itself where it has no group."""
        return self.label.split("/")[0]

    @property
    def name(self) -> str:
        """The label without its group."""
        return self.label.split("/")[-1]

    @property
    def title(self) -> str:
        """What a patient reads where the topic is offered as a choice."""
        titles = [str(response.metadata["title"]) for response in self.responses if response.metadata.get("title")]
        return titles[0] if titles else ""


@dataclass(frozen=True)
class Content:
    """Everything under `data/` that people read or write."""

    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    references: Mapping[str, Reference]
    replies: Mapping[str, Mapping[str, str]]
    allowed_names: frozenset[str] = frozenset()
    shipped_topics: tuple[str, ...] = ()
    reply_places: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """File and line of each fixed text."""

    def placeholders(self) -> dict[str, str]:
        """What `{clinic_phone}` and the like stand for."""
        return self._placeholders

    @cached_property
    def _placeholders(self) -> dict[str, str]:
        return {fact.placeholder: fact.value for fact in self.facts.values() if fact.placeholder}

    def kept_for(self, callback_days: int) -> Content:
        """The same with the operator's word on how long a call-back request is kept, which wins over the fact's."""
        own = {
            name: replace(fact, value=f"{callback_days} days") for name, fact in self.facts.items() if fact.placeholder == KEPT
        }
        return replace(self, facts={**self.facts, **own})

    def reply(self, name: str, channel: str) -> str:
        """A fixed text of the edge in the channel's wording, placeholders filled."""
        wordings = self.replies[name]
        return fill(wordings.get(channel, wordings["text"]), self.placeholders())

    def properties(self, label: str) -> Properties:
        """What a topic is like; as if nothing were said of it where there is none with this label."""
        return self.topics[label].properties if label in self.topics else NO_PROPERTIES

    def called(self, label: str) -> str:
        """What staff call a topic: its title, or the name of its group, or else its label in words."""
        topic = self.topics.get(label)
        if topic and topic.title:
            return topic.title
        group, _, name = label.partition("/")
        found = self.replies.get(f"called_{group}", {}).get("text", group.replace("_", " "))
        return f"{found}: {name.replace('_', ' ')}" if name else found

    def sources(self, facts: tuple[str, ...]) -> list[dict[str, Any]]:
        """What an answer rests on, section by section of the clinic's document: title, section, references."""
        sections: dict[str, list[str]] = {}
        for fact in (self.facts[each] for each in facts if each in self.facts):
            if fact.source == "document":
                found = sections.setdefault(fact.section, [])
                found.extend(each for each in fact.references if each not in found)
        title = self.replies["document_title"]["text"]
        return [
            {"title": title, "section": section, "references": [str(self.references[each]) for each in found]}
            for section, found in sections.items()
        ]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Replace `{name}` by its value; unknown names stay, and a stray brace harms nothing."""
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    return text
