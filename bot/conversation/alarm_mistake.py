"""What a patient says who was taken for being in danger and is not: plainly, or it counts for nothing."""

from __future__ import annotations

import re
from functools import partial

_words = partial(re.compile, flags=re.I)
START = r"^\W*(?:(?:no|oh|lol|haha|wait|sorry|ok|omg|well)\W+)*"
NO_EMERGENCY = _words(
    r"\b(?:not|isn'?t|aint|ain'?t|no) (?:an? |any |really an? |actually an? )?emergency\b(?!\W{0,3}\?| yet)"
    r"|\b(?:nobody|no one|no-one) (?:is|'s) in danger\b(?! (?:if|yet|when|as long))"
    r"|\bno es (?:una )?emergencia\b|\bce n'?est pas une urgence\b|\bn[aã]o [eé] (?:uma )?emerg[eê]ncia\b|\bэто не экстренн\w*"
    r"|不是紧急|không phải (?:là )?(?:cấp cứu|khẩn cấp)"
)
"""`not an emergency`, which the reminder asks for."""
WRONG = _words(
    rf"{START}(?:you (?:mis(?:understood|read|heard)|got (?:me|it|that|this) wrong)(?: me)?|i never said that"
    r"|i didn'?t (?:say|mean) that|(?:that'?s )?not what i (?:meant|said|asked))\W*"
    r"(?:$|that was (?:my |a |years|\d+|last year))"
)
"""By itself, or with who it was: `you misunderstood its my heart` says more."""
PLAY = _words(
    r"\b(?:just|only|was|am|i'?m|im|means) (?:just |only )?(?:kidding|joking|a joke|an expression|a saying)\b"
    r"|^\W*(?:lol|haha)?\W*(?:a )?joke\W*$|\b(?:jk|j/k)\b|figure of speech|\b(?:with|told me|meant) (?:the )?news\b"
    r"|\b(?:it|that) (?:was|is|happened) (?:just |only )?(?:in |on )?(?:an? |the )?"
    r"(?:movie|film|show|tv show|series|tv|dream|novel)\b"
    r"|\b(?:it|that) was (?:just )?(?:at )?(?:a|the|my) (?:flu |covid )?(?:shot|vaccination|blood (?:draw|test))\W*(?:$|lol|haha)"
)
JOKING = _words(
    r"\b(?:jk|j/k|(?:was|am|i'?m|im|means|only|just) (?:just |only )?(?:kidding|joking)|figure of speech)\b"
    r"|\bi mean at (?:the|your) (?:clinic|office|waiting room|gym|salon|table)\b"
)
"""Of these alone words of despair are softened, and never silenced."""
TAKES_BACK = _words(
    r"\b(?:forget|ignore|scratch|drop|never ?mind) (?:it|that|this|me|what i (?:said|wrote))\b|\bnever ?mind\b|\bforget i\b"
    r"|\b(?:kidding|joking|joke|jk|venting|dramatic|overreact\w*|(?:didn'?t|did not) mean (?:it|that)|i'?m (?:fine|ok(?:ay)?))\b"
)
EARNEST = _words(
    r"\b(?:tonight|doing it|gonna|going to|pills?|gun|rope|bridge)\b|"
    r"\b(?:not|n'?t|never|no|isnt|wasnt) (?:an? |really )?(?:jok\w*|kidding)\b|\btold (?!me (?:the )?news)"
    r"|\b(?:thinks?|thought|friends|first|until|says?|said|swears|husband|wife|mom|mother|life|everyone)\b"
)
"""What others say or thought is no word of the patient's, and `im not joking` is none of play."""
HISTORY = _words(
    r"\b(?:that|it|this|they|which|fall|crash|faint\w*|accident|shot|one) (?:was|were|happened|is from) (?:\w+ ){0,4}?"
    r"(?:(?:years?|yrs?|decades?|ages) ago|in (?:19\d\d|20[01]\d|202[0-4]))\W*(?:$|[,.;]|lol|haha)"
    r"|^\W*(?:(?:like|about|around|that'?s|just|over) )*(?:\d+|a few|two|three|four|five|ten|twenty|many) (?:years?|yrs?) ago\W*$"
)
"""Of the thing itself: `i had one 2 years ago` is a risk, not an end."""
GOES_ON = _words(
    r"\b(?:again|now|today|tonight|since|still|back|feels?|felt|like|same|identical|looks?|looked|before|but"
    r"|this (?:morning|week|time))\b"
)
MAN = _words(r"\b(?:i'?m|i am) (?:a )?(?:man|guy|dude|male|bloke)\b(?!.*\b(?:asking|wife|girlfriend|partner|she|her)\b)")
NOT_PREGNANT = _words(
    r"\b(?:(?:i'?m|im|i am|she'?s|shes|she is) not|she isn'?t|she isnt|not even) (?:even )?pregnant\W*(?:$|[,.;!]|\band\b|\bso\b)"
)
NOT_BLEEDING = _words(r"\b(?:i'?m|im|i am|she'?s|shes|she is) not bleeding\W*(?:$|[.;!]|i (?:ask|just asked|only asked))")
STILL_LEAKS = _words(r"\b(?:gush\w*|spot\w*|leak\w*|clots?|pass\w*|heavy|heavily)\b")
NOTHING_ELSE = _words(
    rf"{START}(?:what\W+|huh\W+|nope\W+)*(?:(?:it'?s|i'?m|he'?s|she'?s|i was|we'?re)"
    r" (?:just|only|fine|ok(?:ay)?\b|good|laughing|happy)"
    r"|(?:no ?body|no one|no-one)(?:'?s| is| was| got)? (?:hurt|hurting|ill|sick|in danger)|i'?m not in (?:any )?danger)"
)
"""`what no im just tired`, `lol no its just my back`, `no one is hurt`: enough where only the classifier was alarmed."""
FOR_YEARS = _words(
    r"\bbeen (?:there|like (?:this|that)|so)(?: for)? (?:\d+|many|a few|several|two|three|four|five|ten) (?:years|yrs)\b"
    r"|\bin my back not (?:my )?belly\b"
)
OF_ITS_KIND = {
    "emergency": (NOTHING_ELSE,),
    "ectopic": (MAN, FOR_YEARS),
    **dict.fromkeys(("preterm_labour", "waters_broken", "baby_moving_less"), (MAN, NOT_PREGNANT)),
}
"""Words that show that this danger there can't be; that she isn't pregnant is what many with an ectopic pregnancy think."""
ASKS = _words(r"^\W*so\b|^\W*(?:but |and )?(?:is|isn'?t|are|was|does|do|should|why|how|what makes)\b(?!.*\bi (?:asked|meant)\b)")


def takes_back(text: str) -> bool:
    """Whether what was said is to be forgotten, or was said for fun."""
    return TAKES_BACK.search(text) is not None or PLAY.search(text) is not None


def says_no_emergency(text: str) -> bool:
    """Whether it is said that there is none: not by others, and not asked."""
    return NO_EMERGENCY.search(text) is not None and not ASKS.search(text) and not EARNEST.search(text)


def means_otherwise(text: str, urgent: str) -> bool:
    """Whether the words after an alarm say that there was no danger: not where they ask whether there is one.

    Args:
        text: what the patient said.
        urgent: the id of what it was taken for.
    """
    if ASKS.search(text):
        return False
    if says_no_emergency(text) or WRONG.search(text) or any(words.search(text) for words in OF_ITS_KIND.get(urgent, ())):
        return True
    if urgent == "bleeding" and NOT_BLEEDING.search(text) and not STILL_LEAKS.search(text):
        return True
    played = PLAY.search(text) is not None and not EARNEST.search(text)
    return (played or HISTORY.search(text) is not None) and not GOES_ON.search(text)


def joking(text: str) -> bool:
    """Whether words of despair are said to have been a joke, or meant of a place."""
    return JOKING.search(text) is not None and not EARNEST.search(text)
