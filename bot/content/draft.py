"""One question as the people at the clinic see it: a title, answers, facts and ways of asking; no YAML, no intents."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.content.model import Content, Response, Topic

PREGNANT = ({"type": "slot", "name": "pregnant", "value": True},)
"""The condition of the wordings that a patient gets who said to be pregnant."""


ANSWERS = ("web", "sms", "pregnant_web", "pregnant_sms")
"""The fields that patients get as an answer."""
TEXTS = ("title", *ANSWERS)
"""The fields that are words."""


class UnknownTopic(Exception):
    """There is no such question."""


@dataclass(frozen=True)
class Review:
    """A clinician's sign-off: who, on which day, and when it is due again (ISO dates); empty until signed."""

    by: str = ""
    on: str = ""
    due: str = ""


@dataclass(frozen=True)
class FaqDraft:
    """A question and its answer as an editor changes it with `dataclasses.replace`.

    `topic` is empty for a new one: the server makes its id from the title. `number` is the revision it was read at, by
    which a second editor is told what the first one changed. `replaces` names a `not_covered/…` subject that the
    new answer takes the place of: its ways of asking come along.
    """

    topic: str = ""
    title: str = ""
    web: str = ""
    sms: str = ""
    pregnant_web: str = ""
    pregnant_sms: str = ""
    facts: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    on: bool = True
    reviewed: Review = field(default_factory=Review)
    group: str = "faq"
    replaces: str = ""
    number: int = 0

    @property
    def label(self) -> str:
        """`faq/session_length`; for a new one `faq/`."""
        return f"{self.group}/{self.topic}"

    @property
    def file(self) -> str:
        """`data/faq/session_length.yml`."""
        return f"data/{self.label}.yml"


def read(content: Content, label: str, number: int = 0) -> FaqDraft:
    """The draft of a topic as it stands.

    Raises:
        UnknownTopic: there is none with this label, or it isn't a question with an answer.
    """
    topic = content.topics.get(label)
    if topic is None or "/" not in label:
        raise UnknownTopic(label)
    return FaqDraft(
        topic=topic.name,
        title=topic.title,
        web=_wording(topic, "", False),
        sms=_wording(topic, "sms", False),
        pregnant_web=_wording(topic, "", True),
        pregnant_sms=_wording(topic, "sms", True),
        facts=tuple(dict.fromkeys(fact for response in topic.responses for fact in response.facts)),
        phrases=tuple(example.text for example in topic.examples),
        on=not topic.off,
        reviewed=Review(**{key: str(topic.reviewed.get(key) or "") for key in ("by", "on", "due")}),
        group=topic.group,
        replaces=topic.replaces,
        number=number,
    )


def drafts(content: Content, group: str = "faq") -> list[FaqDraft]:
    """Every question of a group (`faq` or `not_covered`), by title."""
    found = [read(content, label) for label, topic in content.topics.items() if topic.group == group]
    return sorted(found, key=lambda draft: draft.title.casefold())


def unsigned_where_changed(draft: FaqDraft, before: FaqDraft) -> FaqDraft:
    """The draft without the clinician's sign-off where that was given for other words, or for words that rest on other facts."""
    changed = any(getattr(draft, name) != getattr(before, name) for name in (*ANSWERS, "facts"))
    return replace(draft, reviewed=Review()) if changed and draft.reviewed == before.reviewed else draft


def is_variant(response: Response) -> bool:
    """Whether the wording is for patients who said to be pregnant."""
    return [dict(each) for each in response.condition] == [dict(each) for each in PREGNANT]


def _wording(topic: Topic, channel: str, pregnant: bool) -> str:
    fitting = [
        each for each in topic.responses if each.channel == channel and (is_variant(each) if pregnant else not each.condition)
    ]
    return fitting[0].text if fitting else ""
