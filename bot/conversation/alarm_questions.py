"""What is asked while something is urgent: of the danger itself, or of something else."""

from __future__ import annotations

import re

from bot.content import Content
from bot.content.properties import ANSWERED, OF_IT, OF_NEEDLES
from bot.conversation.alarm_help import asks_to_get_help, asks_to_wait
from bot.conversation.alarm_news import DULLING
from bot.conversation.alarm_settling import Told
from bot.conversation.wording import ANSWERING, Part

OF_ITS_OWN = 5
"""Words from which a message may ask about something else: `is it normal`, `so how often`, `i have a plan` go on."""
OF_SLEEP = DULLING | {"chest_and_breath", "sick_newborn"}
"""Dangers in which it matters whether somebody can be woken; whoever hasn't slept for days is let sleep."""
PUZZLED = re.compile(
    r"\W*(?:what|huh|wait|lol|haha|omg|no+|nope|umm*|i (?:just|only)|it'?s (?:just|only)|im (?:just|only)|i'?m (?:just|only))\b",
    re.I,
)
"""Whoever begins so may have been misread."""
GO_WHERE = re.compile(
    r"\bwhere (?:should|do|can|must) (?:i|we|she|he) go\b|\b(?:which|what) (?:er|hospital)\b"
    r"|\b(?:nobody|no one|anybody|anyone)(?:'?s| is)? open\b",
    re.I,
)
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
    if asks_to_wait(text):
        return "still_urgent_no_waiting"
    if all(part.kind == "smalltalk" for part in parts):
        return "still_urgent_call"
    about = {each for part in parts if part.kind in ANSWERING for each in _in_danger(part, content)}
    return "still_urgent_no_needles" if OF_NEEDLES in about or NEEDLES.search(text) else "still_urgent"


def asks_of_something_else(part: Part, told: Told, content: Content, of_the_body: bool) -> bool:
    """Whether an answer is to another question than one about the danger, asked in words enough.

    Args:
        part: the answer.
        told: what the patient said.
        content: which says what a topic is in danger.
        of_the_body: whether a question about the body may be another one, too: where nobody knows what was urgent.
    """
    if GO_WHERE.search(told.text):
        return False
    about = _in_danger(part, content)
    another = of_the_body or not about & {OF_IT, OF_NEEDLES}
    return ANSWERED in about or (len(told.text.split()) >= OF_ITS_OWN and another)


def _in_danger(part: Part, content: Content) -> set[str]:
    """What the topics of an answer are in danger; those of an FAQ are named without their group."""
    labels = (topic if "/" in topic else f"faq/{topic}" for topic in part.topics)
    return {content.properties(label).in_danger for label in labels}
