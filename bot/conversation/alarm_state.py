"""What a conversation remembers of a danger that was told in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.conversation.alarm_denied import of_the_past
from bot.conversation.alarm_explained import expecting
from bot.conversation.alarm_plan import OF_LIFE, PLANNED, tells_a_way
from bot.conversation.form_state import broken_off
from bot.conversation.pregnancy import is_pregnant
from bot.safety.language import language_of

URGENT = "urgent"
"""The key of a conversation's state under which the id of what was urgent stays until help is arranged."""
EXPECTING = "urgent_expecting"
"""The key under which it stays whether the danger was told of a pregnancy: then no bleeding is a period."""
PAST = "urgent_past"
"""The key under which it stays whether only words of another time raised it: then a plain denial ends it."""
SINCE = "urgent_since"
"""The key under which it is counted how many messages have been answered since the advice was given."""
HELPED = "helped"
"""The key under which it is counted how many messages have been answered since help was on its way."""
BESIDE = "urgent_beside"
"""The key under which the id of a danger for 911 stays beside another that was told right behind it."""
GRAVE = "urgent_grave"
"""The key under which the id of a danger stays that was told at its worst."""
SETTLED = "urgent_settled"
"""The key under which the id of the last danger stays that was settled: what tells how it went on is no new one."""
EASED = "urgent_eased"
"""The key under which the id of a danger stays that was told to be over: it may come back."""
LANGUAGE = "urgent_language"
"""The key under which the language stays that it was told in: `no hablo ingles` says it again, `7` says nothing of it."""


@dataclass(frozen=True)
class Told:
    """What a patient said while something is urgent.

    `since`: messages answered since the advice; `language`: the two letters of the one it was told in, empty for English;
    `expecting`: whether the danger was told of a pregnancy; `planned`: whether a way was told in a crisis;
    `grave`: whether the danger was told at its worst; `past`: whether only words of another time raised it.
    """

    text: str
    urgent: str
    since: int
    channel: str
    language: str
    expecting: bool = False
    planned: bool = False
    grave: bool = False
    past: bool = False


def urgent_state(state: dict[str, Any], topic: str, text: str) -> dict[str, Any]:
    """The state of a conversation in which something is urgent now: no form goes on.

    Args:
        state: as it stood before.
        topic: the id of what is urgent.
        text: what the patient said.
    """
    language = _language(text, state)
    pregnant = expecting(text) or is_pregnant(state.get("events", ()))
    remembered = remembered_as(topic, 0) | ({EXPECTING: True} if pregnant else {})
    past = of_the_past(text) and (not state.get(URGENT) or bool(state.get(PAST)))
    remembered |= {PAST: past} if past or PAST in state else {}
    if topic in OF_LIFE and tells_a_way(text):
        remembered[PLANNED] = topic
    return {**broken_off(state), **remembered, **({LANGUAGE: language} if language else {})}


def told_of(text: str, state: dict[str, Any], channel: str) -> Told:
    """What a patient said, with what is urgent in the conversation."""
    since, language = state.get(SINCE, 0), _language(text, state)
    pregnant = bool(state.get(EXPECTING)) or is_pregnant(state.get("events", ()))
    planned, grave = bool(state.get(PLANNED)), state.get(GRAVE, "") == state.get(URGENT, "") != ""
    return Told(text, state.get(URGENT, ""), since, channel, language, pregnant, planned, grave, bool(state.get(PAST)))


def remembered_as(urgent: str, since: int, helped: int = 0) -> dict[str, Any]:
    """What a conversation is to remember of what is urgent, and of help that was settled."""
    return {URGENT: urgent, SINCE: since, HELPED: helped}


def _language(text: str, state: dict[str, Any]) -> str:
    return language_of(text) or str(state.get(LANGUAGE, ""))
