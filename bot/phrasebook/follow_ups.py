"""What a question that leans on the last answer asks for: `why?`, `tell me more`, `and when pregnant?`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.content import topics
from bot.content.properties import Properties

LABELS: Mapping[str, tuple[str, str, str]] = {
    topics.WHY: ("why", topics.OTHER, topics.UNSURE),
    topics.MORE: ("more", topics.CONTACT, topics.CAPABILITIES),
    topics.PREGNANT: ("when_pregnant", topics.PREGNANCY_SAFETY, topics.PREGNANCY_SAFETY),
}
"""For each follow-up: the property of a topic that says where it leads, where it leads after one that doesn't say, and when
nothing was answered yet."""
MOST_LEANING_WORDS = 6
REFERS = re.compile(r"\b(?:it|its|it's|this|that|thats|that's|them|they|these|those|ones?|(?:see|treat|like) (?:me|us))\b", re.I)
POINTS_BACK = re.compile(
    r"(?:and |so |but )?(?:(?:is|was) (?:that|this|it) (?:true|so|right|(?:a )?(?:problem|issue)|an issue|allowed)"
    r"|can (?:i|she|he|we) still (?:come|do it|do this|have it))\W*",
    re.I,
)
"""`is that true`, `can i still come`: what stands before it is what it asks about, however sure it seems by itself."""
SAY_NOTHING = frozenset(
    "a about after all and any are before but by can common could decide decides did do does else even exactly first for from"
    " had has have how i if in is it its it's me most normal of ok on one ones or other others really said say says should so"
    " some that thats that's the them then there these they this those to up was we were what whats what's when where"
    " which who whom whos who's whose will with would year years you u".split()
)
"""Words that alone ask nothing: `which ones`, `from what year`. `long`, `much` and `wrote` ask something."""
OPENING = re.compile(
    r"^(?:(?:(?:k|kk|alright|fine|cool|great|well|yeah|yes|wait)(?=\s*,|\s+(?:and|so|but|what|how|where|when|who|the|i)\b)"
    r"|ok|okay|sorry|oops|no wait|i meant?|meant|actually|so|and|or|also|plus|but|then)\b[\s,]*)+",
    re.I,
)
GOES_ON = re.compile(r"(?:and|but|or|even|what about|how about|how bout|what if|(?:un)?til)\b", re.I)
WORD = re.compile(r"[\w']+")
PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "last": -1}
PICKED = re.compile(
    rf"\W*(?:(?:ok|oh|ah|so|no|i (?:meant?|only (?:meant?|want(?:ed)?))|just|only|and|but|what about|how about|then"
    rf"|answer)\W+)*(?:the |my )?"
    rf"(?P<place>{'|'.join(PLACES)})(?: (?:one|question|part|thing|bit))?(?: (?:please|pls|then|only|though|tho))*\W*",
    re.I,
)
"""`just the last one`, of several questions of the message before."""


def bare(text: str) -> bool:
    """Whether a short question says nothing by itself, so that only the last answer tells what it is about."""
    words = WORD.findall(text.casefold())
    return 0 < len(words) <= MOST_LEANING_WORDS and SAY_NOTHING.issuperset(words)


def refers(text: str) -> bool:
    """Whether a short question points at something said before it: `would this help?`."""
    return len(text.split()) <= MOST_LEANING_WORDS and (REFERS.search(text) is not None or points_back(text))


def points_back(text: str) -> bool:
    """Whether a question only asks about what was told before it: `I have a pacemaker. Can I still come?`."""
    return POINTS_BACK.fullmatch(text) is not None


def without_opening(text: str) -> str:
    """A short question without the words that only tie it to what was said: `and the phone` asks for `the phone`."""
    return OPENING.sub("", text) or text if len(text.split()) <= MOST_LEANING_WORDS else text


def opened(text: str) -> bool:
    """Whether a short question begins as one that goes on from the last answer: `and our toddler?`."""
    return len(text.split()) <= MOST_LEANING_WORDS and GOES_ON.match(text) is not None


def picked(text: str, asked: Sequence[str]) -> str:
    """The one of several questions of the message before that is asked for once more; empty for none."""
    found = PICKED.fullmatch(text)
    place = PLACES[found["place"].casefold()] if found else 0
    return asked[place] if found and place < len(asked) and len(asked) > 1 else ""


def resolved(label: str, last_topic: str, like: Properties) -> str:
    """The label that a follow-up asks for after the answer to `last_topic` (`faq/…`, or empty), which is `like` this."""
    named, otherwise, at_first = LABELS[label]
    return like.leads.get(named, otherwise) if last_topic else at_first
