"""A question read after what stands before it: the last answer, or the sentence before it in the same message."""

from __future__ import annotations

from rasa.core.agent import Agent

from bot.engine.part import OURS, Part, given, understood
from bot.understanding import follow_ups
from bot.understanding.judgement import OUT_OF_SCOPE


def in_context(agent: Agent, parts: list[Part], last_topic: str) -> list[Part]:
    """Each part read after what stands before it: the last answer, then the parts in their order."""
    read: list[Part] = []
    for part in parts:
        before = read[-1].text if read else ""
        read.append(_after(agent, part, before, last_topic))
        if read[-1].sure and read[-1].label.startswith("faq/"):
            last_topic = read[-1].label
    return read


def _after(agent: Agent, part: Part, before: str, last_topic: str) -> Part:
    """A follow-up (`why?`, `and when pregnant?`, `any risks?`, `which ones`) as the topic that it asks for."""
    if not part.sure or part.label == OUT_OF_SCOPE:
        part = _read_with(agent, part, before, last_topic)
    if not part.sure:
        return part
    if part.label in follow_ups.LABELS:
        return given(part.text, follow_ups.resolved(part.label, last_topic))
    label = follow_ups.leaning(part.label, part.text, last_topic)
    return part if label == part.label else given(part.text, label)


def _read_with(agent: Agent, part: Part, before: str, last_topic: str) -> Part:
    """A question that means nothing by itself, read once more in the ways that may give it a meaning."""
    ways = [way for way in _ways(agent, part.text, before, last_topic) if way != part.text]
    again = understood(agent, *ways) if ways else []
    meant = next((each for each in again if each.sure and each.label.split("/")[0] in OURS), None)
    return Part(part.text, meant.parsed) if meant else part


def _ways(agent: Agent, text: str, before: str, last_topic: str) -> list[str]:
    """With the sentence before it; with the title of the last answer; or without the words that only tie it to what was said."""
    if before and follow_ups.refers(text):
        return [f"{before}. {text}"]
    if last_topic and follow_ups.bare(text):
        return [f"{text} {_title(agent, last_topic)}"]
    plain = follow_ups.without_opening(text)
    return [plain, f"{plain} {_title(agent, last_topic)}"] if last_topic and follow_ups.opened(text) else [plain]


def _title(agent: Agent, label: str) -> str:
    responses = agent.domain.responses.get(f"utter_{label}", []) if agent.domain else []
    return next((str(each["metadata"]["title"]) for each in responses if each.get("metadata", {}).get("title")), "")
