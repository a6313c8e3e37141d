"""A crisis in which a way to die, or a goodbye, was told: nothing takes that back, and 988 stays in sight."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.conversation.alarm_help import credible, without_aside
from bot.conversation.alarm_news import goes_on
from bot.conversation.wording import Part

PLANNED = "urgent_planned"
"""The key of a conversation's state under which the id of such a crisis stays for good."""
OF_LIFE = frozenset(("suicide_self_harm", "despair"))
"""The crises in which somebody may die by their own hand."""
LIFELINE = "988"
WAY = re.compile(
    r"\b(?:wrote|written|writing|finished|sealed|left|leaving|mailed) (?:[\w']+ ){0,3}(?:letters?|notes?|goodbyes?|will)\b"
    r"|\b(?:pills?|tablets|meds|tylenol|insulin|bleach|guns?|pistol|handgun|shotgun|rifle|revolver|rope|noose|razors?|blades?"
    r"|knife|bridge|cliff|ledge|exhaust|overdos\w*|od)\b|\b(?:on|at|by) the (?:roof|tracks|edge|platform)\b"
    r"|\b(?:good ?bye|farewell|before i go|(?:won'?t|not) be (?:around|here)|last (?:message|night|time|day)"
    r"|(?:thanks|thank you|sorry) for everything|(?:have|got|made) a plan|tonight)\b",
    re.I,
)
"""A means, a day or a goodbye."""
SAYING = re.compile(
    r"\b(?:could|might|wanna|want to) (?:just )?(?:jump|throw myself) off (?:a|the) (?:bridge|cliff|roof)\b", re.I
)
REACHED = re.compile(
    r"\b(?:i|we|she|he)(?:'?ve| have|'?m| am)? (?:just |already |finally |actually )?"
    r"(?:called|rang|phoned|texted|(?:spoke|talked|talking) (?:to|with)|on (?:the phone|a call|the line) with)"
    r" (?:to |with )?(?:988|the (?:\w+ )?(?:life ?line|hot ?line|crisis line)|a (?:crisis )?counsell?or)\b",
    re.I,
)
LAUGHS = re.compile(r"\b(?:a?(?:ha){2,}h?|l+o+l+|lmao|rofl)\b|😂|🤣", re.I)


def tells_a_way(text: str) -> bool:
    """Whether words of a crisis name a means, a day or a goodbye; not a saying that is laughed at in the same breath."""
    return WAY.search(SAYING.sub(" ", text) if LAUGHS.search(text) else text) is not None


def reached(text: str) -> bool:
    """Whether a crisis line was reached, and nothing says that it was another time, or that it goes on all the same."""
    told = without_aside(text)
    if REACHED.search(told) is None or not credible(told) or goes_on(told):
        return False
    return not tells_a_way(re.sub(r"\btonight\b", " ", told, flags=re.I))


def kept(
    said: list[Part], remembered: dict[str, Any], state: Mapping[str, Any], content: Content, channel: str
) -> tuple[list[Part], dict[str, Any]]:
    """The reply with 988 in sight, and the crisis still open, whatever seemed to end it; as they are where no way was told.

    Args:
        said: the reply.
        remembered: what the conversation is to remember of what is urgent.
        state: the conversation's, as it stood before.
        content: which has the words.
        channel: `web` or `sms`.
    """
    planned = str(remembered.get(PLANNED) or state.get(PLANNED) or "")
    if not planned:
        return said, remembered
    open_still = {} if remembered["urgent"] else {"urgent": planned, "urgent_since": 1}
    remembered = {**remembered, **open_still, PLANNED: planned}
    if any(LIFELINE in part.text for part in said):
        return said, remembered
    word = content.reply("planned_in_sight", channel)
    return [replace(said[0], text=f"{word} {said[0].text}"), *said[1:]], remembered
