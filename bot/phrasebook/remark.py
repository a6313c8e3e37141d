"""What a remark is: words, in the place of which replies they are answered, behind which others, and by which reply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.content import topics
from bot.phrasebook.leaning import ABOUT_ME
from bot.phrasebook.questions import asks

UNHEARD = ("clarify", "out_of_scope")
"""Kinds of replies to what nobody understood."""
TOLD = (*UNHEARD, ABOUT_ME, topics.RELIEVED, topics.HELP_ARRANGED)
LOST = (*TOLD, *(f"smalltalk/{each}" for each in "unsure affirm deny not_known complaint".split()))
"""What a reply answers that misses a remark."""
ANY = ("faq/", "not_covered/", "smalltalk/", "remark/", "person", "clarify", "out_of_scope")
"""How the names of replies begin: behind any of them there is a conversation to go on with."""
OF_A_SESSION = (topics.WHAT_TO_EXPECT, topics.SESSION_LENGTH, topics.NEEDLES_PAIN, topics.NEEDLE_SAFETY)
OF_STUDIES = (topics.EVIDENCE, topics.REFERENCES, topics.GUIDELINES, topics.STUDY_DETAILS)
REMARK = "remark/"
BOOKING, LABOUR, CONDITIONS = topics.BOOKING, topics.INDUCING_LABOUR, topics.OTHER_CONDITIONS
LANGUAGES = topics.LANGUAGES
words = partial(re.compile, flags=re.I)
LEAD = (
    r"^\W*(?:(?:ok|okay|oh|ah|hm+|um|lol|haha|well|so|and|but|no|nah|yes|yeah|hi|hey|alright|cool|omg|actually|sorry|then|k)"
    r"\b\W*)*"
)
END = r"(?:\W*(?:lol|haha|btw|tho|though|then|now|pls|please|thanks|ty|x|rn|right now|anyway|even))*\W*$"
SOMEBODY = (
    r"(?:mom|mum|mam|mother|dad|father|husband|hubby|wife|partner|fianc\w+|son|daughter|sister|brother|nana|gran\w*|aunt|uncle"
    r"|cousin|friend|bestie|coworker|co-?worker|colleague|boss|neighbou?r|midwife|doula|ob|obgyn|doctor|doc|dr|pt|physio"
    r"|chiro\w*|kid)"
)
CANCELS = words(r"\b(?:cancel\w*|reschedul\w*|postpone|push back|move my|change my|can'?t (?:make|come)|won'?t (?:make|be))\b")
LAUGHS = r"(?:\b(?:lol|lmao|ha(?:ha)+h?|hehe\w*|rofl)\b|[\U0001f602\U0001f923\U0001f606\U0001f605])\W*$"


@dataclass(frozen=True)
class Remark:
    """Words, in the place of which replies they are answered, behind which others, and by which reply."""

    reply: str
    words: re.Pattern[str]
    on: tuple[str, ...] = TOLD
    """Labels or kinds of what the message was taken for."""
    after: tuple[str, ...] = ()
    """How the label of a part of the last reply begins; empty where it doesn't matter."""
    unless: re.Pattern[str] | None = None
    topic: str = ""
    """What the reply rests on, where it is an answer or says that there is none: `pregnancy_safety`, `not_covered/other`."""
    only_told: bool = False
    """Whether what asks is something else."""
    most: int = 16
    """Words of the message."""
    before: re.Pattern[str] | None = None
    """What the message before it says."""
    settles: bool = False
    """Whether it takes back what may have sounded urgent."""

    def holds(self, text: str, label: str, kind: str, said: Sequence[str], previous: str) -> bool:
        """Whether a message, taken for a label and kind, is this remark behind what was said."""
        if label not in self.on and kind not in self.on or len(text.split()) > self.most:
            return False
        if self.after and not any(each.startswith(self.after) for each in said):
            return False
        if self.before is not None and not self.before.search(previous):
            return False
        if self.only_told and ("?" in text or asks(text)):
            return False
        return self.words.search(text) is not None and not (self.unless is not None and self.unless.search(text))
