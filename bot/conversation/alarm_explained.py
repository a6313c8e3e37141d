"""What explains an alarm away for good: what was meant instead, that it is long over, or who has looked at it already."""

from __future__ import annotations

import re
from functools import partial

from bot.conversation.alarm_mistake import ASKS, EARNEST, GOES_ON, STILL_LEAKS
from bot.conversation.alarm_news import LAYMEN

UNNAMED = "emergency"
"""What the classifier alone was alarmed by: the least explanation is enough."""
_words = partial(re.compile, flags=re.I)
AGO = (
    r"(?:(?:\d+|an?|many|some|few|several|two|three|four|five|six|seven|eight|nine|ten|twenty) (?:years?|yrs?|decades?)"
    r"|(?:[2-9]|1\d|few|several|many|two|three|four|five|six|seven|eight|nine|ten) (?:months?|mths?)|years|ages|decades) ago"
)
PAST = r"(?:19\d\d|20[01]\d|202[0-4])"
HISTORY = _words(
    rf"\b(?:that|it|this|they|which)(?:'?s| was| were| happened) (?:\w+ ){{0,3}}?{AGO}\b"
    rf"|\b(?:that|it|this)(?: was| happened) (?:\w+ )?in {PAST}\b|\bnot (?:right )?now\W+(?:\w+ ){{0,3}}?in {PAST}\b"
    r"|\b(?:that'?s|its|it'?s|all|was) (?:just |all |ancient |old |long |pure )*(?:history|in the past|long (?:gone|over))\b"
)
NOT_TODAY = _words(
    rf"\bback (?:then|in {PAST})\b|"
    r"\b(?:i'?m|im|i am|she'?s|he'?s) (?:only |already )?\d\d(?: weeks| wks?| years old)? now\b|\bnot (?:\w+ )?(?:right )?now\b"
    r"|\b(?:do|does|have|has|is|am)(?:n'?t| not) (?:\w+ ){0,3}?(?:now|any ?more|today|since)\b"
    r"|\b(?:fine|good|well|healthy|ok|okay|clear|great|nothing|none)(?: \w+)? (?:now|since|today)\b"
)
"""What tells of today only that there is nothing: `i dont have it now`, `im 34 now`."""
WEIGHS_STILL = frozenset("grave_back_pain overdose_poisoning head_injury".split())
"""Dangers in which what is past counts, or is made light of: cancer of old, tablets of the morning."""
HYPOTHETICAL = _words(
    r"(?<!not )(?<!n't )(?<!no )\b(?:(?:purely |just |only |all )?(?:hypothetical|theoretical)(?:ly)?"
    r"|(?:a |just |only )+what[- ]if|general question|asking (?:just |only )?in general|question in general"
    r"|(?:it|that|this|nothing)(?:'?s| has)?(?: not|n'?t)? happened(?: yet| to me)?(?= (?:its|it'?s|i'?m|im|just|only|asking))"
    r"|just (?:planning|reading|thinking) ahead)\b"
)
PERIOD = _words(
    r"\b(?:normal|regular|usual|ordinary|monthly|typical) (?:period|menses)\b|\bperiod (?:is|was) (?:normal|regular)\b"
)
WITH_CHILD = _words(r"(?<!not )\bpregnant\b|\bpositive\b|\bweeks\b|\bwks?\b|\btrimester\b")
THING = _words(
    r"\b(?:(?:it|that|this) was|it'?s|its|(?:i )?meant?|no) (?:just |only )?(?:a |an |the |my )?(?:\w+ ){0,2}?"
    r"(?<!baby )(?:bottle|jug|boiler|pipe|heater|cooler|flask|aquarium|fish tank|hose)\b(?!.*\b(?:but|like|also|too)\b)"
)
"""`it was a water BOTTLE`."""
FEELS_ALL = _words(
    r"\bnot numb\W+(?:\w+ )?(?:just|only) (?:tired|achy|sore|heavy|worn out)\b"
    r"|\bcan (?:pee|wee|go|urinate)\b[\w\s,]{0,20}\b(?:fine|ok|okay|normal\w*)\b[\w\s,]{0,25}"
    r"\bfeel (?:everything|it all|all of it)\b"
    r"|\bfeel everything\b[\w\s,]{0,25}\b(?:pee|wee|bladder)\b[\w\s,]{0,15}\b(?:fine|ok|okay|normal\w*|works?)\b"
)
"""The very signs that were asked about, denied: `not numb just tired`, `i can pee fine and feel everything`."""
MEANT = _words(
    r"^\W*(?:(?:what|huh|no+|nope|wait|hello|hey|sorry|lol|haha|omg|oh|ok|um+)\b\W*(?:no emergency\W+)?)+"
    r"(?:i (?:just |only )?(?:mean|meant|asked|wanted to (?:ask|know))|i'?m (?:just |only )?(?:asking|talking|wondering)"
    r"|i was (?:just |only )?(?:asking|talking|wondering))\b"
    r"(?!.*\b(?:should i|do i|(?:normal|serious|bad|dangerous|worried?|worse|wrong|hurts?|bleed\w*|faint\w*|die|dying|pain)\b))"
    r"|\b(?:venting|ranting|moaning|general question|figure of speech)\b|\bpretend(?:ed|ing)?\b"
)
"""`what? im asking if the needles go in my belly`; not where a sign is asked about."""
OF_A_MIDWIFE = frozenset("bleeding preterm_labour waters_broken baby_moving_less preeclampsia".split())
SEEN = _words(
    r"^\W*(?:(?:but|yes|no|and|well|because|cause|lol|ok) )*"
    r"(?:(?:my |the )?(?:midwife|midwives|ob|doctor|dr|nurse|hospital)|she|they)"
    r"(?:'?ve|'?s| has| have)? (?:already |just )?(?:checked|examined|scanned|monitored|saw) (?:me|us|it|the baby|everything)\b"
    r"(?:\W+(?:already|yesterday|today|this morning|for (?:it|this|that)|and|said|says|she|they|it'?s|its|im|i'?m|all|both"
    r"|totally|everything|is|was|so|are|we|we'?re))*\W+(?:fine|ok|okay|good|well|normal|clear|nothing)\W*$"
)
"""`but she already checked me, im fine`: who is there for it, and what came of it."""
KNOWS = _words(
    r"\b(?:midwife|ob|obgyn|doctor|dr|neurologist|gp)(?: already)? knows (?:about|of|all about) (?:it|this|that|them|the|my)\b"
)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
QUESTION = _words(r"^\W*(?:and |so |but |also )*(?:can|could|do|does|is|are|will|would|how|what|when|where|should|may|which)\b")

OF_A_SIGN = _words(
    r"\bstill (?!come|call|book|see|have|get|do|go|treat)\w+|\b(?:worse|again|keep\w*|normal|bleed\w*|blood|hurt\w*|pain\w*"
    r"|numb\w*|faint\w*|leak\w*|serious|bad|dangerous|wait|now|today|tonight)\b"
)
"""A question about the danger tells how it goes."""


def explains(text: str, urgent: str, pregnant: bool = False) -> bool:
    """Whether it says what was meant instead, or that it was long ago: not where it asks, nor where something goes on.

    Args:
        text: what the patient said.
        urgent: the id of what it was taken for; never of a crisis or of violence.
        pregnant: whether it was told of a pregnancy.
    """
    told = without_question(text)
    if ASKS.search(told) or EARNEST.search(told):
        return False
    if urgent == UNNAMED and MEANT.search(text):
        return True
    today = GOES_ON.search(NOT_TODAY.sub(" ", told)) is not None
    if urgent == "bleeding" and PERIOD.search(told):
        return not (today or pregnant or STILL_LEAKS.search(told) or expecting(told))
    if urgent == "waters_broken" and THING.search(told):
        return not today
    if urgent in ("cauda_equina", UNNAMED) and FEELS_ALL.search(told):
        return GOES_ON.search(FEELS_ALL.sub(" ", told)) is None
    past = HISTORY.search(told) is not None or HYPOTHETICAL.search(told) is not None
    return past and not today and urgent not in WEIGHS_STILL


def expecting(text: str) -> bool:
    """Whether it tells of a pregnancy."""
    return WITH_CHILD.search(text) is not None


def seen_by_midwife(text: str, urgent: str) -> bool:
    """Whether she who looks after the pregnancy has seen to it, said of her without her name, or knows of what had none.

    Args:
        text: what the patient said.
        urgent: the id of what is urgent.
    """
    told = without_question(text)
    if LAYMEN.search(told):
        return False
    return (urgent in OF_A_MIDWIFE and SEEN.search(told) is not None) or (urgent == UNNAMED and KNOWS.search(told) is not None)


def without_question(text: str) -> str:
    """What is told, without what is asked of the clinic beside it; all where nothing else is said."""
    return " ".join(each for each in SENTENCE.split(text) if not _asks_of_the_clinic(each)) or text


def _asks_of_the_clinic(sentence: str) -> bool:
    asks = QUESTION.search(sentence) is not None or sentence.rstrip().endswith("?")
    return asks and not OF_A_SIGN.search(sentence)
