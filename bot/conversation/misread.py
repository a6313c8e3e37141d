"""What a patient says who was taken for being in danger and is not."""

from __future__ import annotations

import re
from functools import partial

_words = partial(re.compile, flags=re.I)
NONE = _words(
    r"\b(?:not|isn'?t|wasn'?t|aint|ain'?t|no) (?:an? |any |really an? |actually an? )?emergency\b(?!\W{0,3}\?)"
    r"|\byou (?:mis(?:understood|read|heard)|got (?:me|it|that|this) wrong)\b"
    r"|\b(?:that'?s |thats |it'?s )?not what i (?:meant|said|asked|mean)\b"
    r"|\bi (?:didn'?t|did not|never) (?:mean|say) (?:that|it|so|this)\b|\bi meant\b"
    r"|\b(?:nobody|no one|no-one) (?:is|'s|was) (?:in danger|hurt|ill|sick)\b"
)
"""`not an emergency`, which the reminder asks for, and other words for having been misread."""
PLAY = _words(
    r"\b(?:figure of speech|(?:just|only) (?:an? )?(?:expression|saying|joke)|a joke|joking|kidding|jk|j/k)\b"
    r"|\b(?:was|its|it'?s|is|meant|watched|saw|read|on|told me|with the) (?:\w+ ){0,3}"
    r"(?:movie|film|show|series|novel|book|tv|dream|news)\b"
    r"|\bi mean\b.*\b(?:lol|haha|clinic|office|waiting room)\b"
)
HISTORY = _words(
    r"\b(?:years?|yrs?|decades?) ago\b|\bin (?:19\d\d|20[01]\d|202[0-4])\b|\blast year\b|\blong ago\b"
    r"|\bwhen i was (?:an? (?:kid|child|teen\w*|student|girl|boy)|little|young|\d+)\b|\bflu shot\b"
)
GOES_ON = _words(r"\b(?:again|now|today|tonight|since|still|back|this (?:morning|week|time))\b")
MAN = _words(r"\b(?:i'?m|i am|he'?s|he is) (?:a )?(?:man|guy|dude|male|boy|bloke)\b")
NOT_PREGNANT = _words(r"\b(?:not|never|no longer) (?:even )?(?:pregnant|expecting)\b|\bhysterectomy\b|\bno (?:uterus|womb)\b")
NOT_BLEEDING = _words(
    r"\b(?:not|isn'?t|never) (?:\w+ )?bleeding\b(?! (?:heav\w*|much|bad\w*|a lot|alot|that|so|very|any ?more|now|yet|right|as))"
)
OF_ITS_KIND = {
    "bleeding": (NOT_BLEEDING,),
    "ectopic": (MAN,),
    **dict.fromkeys(("preterm_labour", "waters_broken", "baby_moving_less"), (MAN, NOT_PREGNANT)),
}
"""Words that show that this danger there can't be; that she isn't pregnant is what many with an ectopic pregnancy think."""
ASKS = _words(r"^\W*(?:so |but |and )?(?:is|isn'?t|are|was|does|do|should|why|how|what makes)\b(?!.*\bi (?:asked|meant)\b)")


def means_otherwise(text: str, urgent: str) -> bool:
    """Whether the words after an alarm say that there was no danger: not where they ask whether there is one.

    Args:
        text: what the patient said.
        urgent: the id of what it was taken for.
    """
    if ASKS.search(text):
        return False
    if NONE.search(text) or any(words.search(text) for words in OF_ITS_KIND.get(urgent, ())):
        return True
    return (PLAY.search(text) is not None or HISTORY.search(text) is not None) and not GOES_ON.search(text)
