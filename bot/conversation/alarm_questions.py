"""What is asked while something is urgent: of the danger itself, or of something else."""

from __future__ import annotations

import re

from bot.content import Content
from bot.content.properties import ANSWERED, OF_IT, OF_NEEDLES
from bot.conversation.alarm_asked import at_another_door, met_by
from bot.conversation.alarm_help import asks_to_get_help
from bot.conversation.alarm_news import DULLING
from bot.conversation.alarm_state import Told
from bot.conversation.wording import ANSWERING, Part

OF_ITS_OWN = 5
"""Words from which a message may ask about something else: `is it normal`, `so how often`, `i have a plan` go on."""
OF_SLEEP = DULLING | {"chest_and_breath", "sick_newborn"}
"""Dangers in which it matters whether somebody can be woken; whoever hasn't slept for days is let sleep."""
PUZZLED = re.compile(
    r"\W*what(?:\W*$| (?:are you|do you|you|u|r u|the))|\W*(?:huh|wait|lol|haha|omg|no+|nope|umm*|i (?:just|only)"
    r"|it'?s (?:just|only)|im (?:just|only)|i'?m (?:just|only))\b",
    re.I,
)
"""Whoever begins so may have been misread."""
ASSENTS = re.compile(r"\W*(?:(?:ok(?:ay)?|k|kk|alright|all right|fine|right|sure|i see|hm+|oh|yes|yeah|yep)\b\W*)+", re.I)
"""`ok`, which promises nothing."""
GO_WHERE = re.compile(
    r"\bwhere (?:should|do|can|must) (?:i|we|she|he) go\b|\b(?:which|what) (?:er|hospital)\b"
    r"|\b(?:nobody|no one|anybody|anyone)(?:'?s| is)? open\b",
    re.I,
)
OF_A_DANGER = re.compile(
    r"\b(?:911|er|ob|midwife|doctor|hospital|ambulance|baby|blood|bleed\w*|lungs?|heart|breath\w*|chest|head|headache|brain"
    r"|nerves?"
    r"|clots?|leg|calf|waters?|labou?r|contraction\w*|tube|liver|pills?|tylenol|fever|infect\w*|cord|push|die|dying|dead"
    r"|death|paraly\w*|numb|surgery|lose|miscarr\w*|stroke|seizure"
    r"|ectopic"
    r"|pre-?eclampsia|cauda|sepsis|meningitis|blues|swap\w*|voices?|depress\w*)\b",
    re.I,
)
"""Whoever speaks of these hasn't been misread."""
NEEDLES = re.compile(r"\b(?:needl|acu)\w*", re.I)


def opening(parts: list[Part], told: Told, content: Content) -> str:
    """The name of the reply that meets what was said before the advice is given again: a yes or a no where one is due.

    Args:
        parts: what was understood.
        told: what the patient said, and what is urgent.
        content: which says what a topic is in danger.
    """
    text = told.text
    if asks_to_get_help(text) and (told.urgent in OF_SLEEP or "wake" not in text.lower()):
        return "still_urgent_yes"
    met = met_by(text, told.urgent)
    if met:
        return met
    if all(part.kind == "smalltalk" for part in parts):
        return "still_urgent_call"
    about = {each for part in parts if part.kind in ANSWERING for each in _in_danger(part, content)}
    needles = NEEDLES.search(text) or (OF_NEEDLES in about and not OF_A_DANGER.search(text))
    return "still_urgent_no_needles" if needles else "still_urgent"


def asks_of_something_else(part: Part, told: Told, content: Content, of_the_body: bool) -> bool:
    """Whether an answer is to another question than one about the danger, asked in words enough.

    Args:
        part: the answer.
        told: what the patient said.
        content: which says what a topic is in danger.
        of_the_body: whether a question about the body may be another one, too: where nobody knows what was urgent.
    """
    names = {topic.split("/")[-1] for topic in part.topics}
    if GO_WHERE.search(told.text) or asks_to_get_help(told.text) or at_another_door(names, told.text):
        return False
    about = _in_danger(part, content)
    another = of_the_body or not about & {OF_IT, OF_NEEDLES}
    return ANSWERED in about or (len(told.text.split()) >= OF_ITS_OWN and another)


def _in_danger(part: Part, content: Content) -> set[str]:
    """What the topics of an answer are in danger; those of an FAQ are named without their group."""
    labels = (topic if "/" in topic else f"faq/{topic}" for topic in part.topics)
    return {content.properties(label).in_danger for label in labels}


def astray(parts: list[Part], text: str) -> bool:
    """Whether the advice may have been for nothing: who is puzzled by it, or asks of the clinic, is shown the way out.

    Args:
        parts: what was understood.
        text: what the patient said.
    """
    answers = any(part.kind in ANSWERING for part in parts)
    return PUZZLED.match(text) is not None or (answers and not OF_A_DANGER.search(text))
