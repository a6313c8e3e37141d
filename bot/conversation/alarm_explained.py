"""What explains an alarm away for good: what was meant instead, that it is long over, or who has looked at it already."""

from __future__ import annotations

import re
from functools import partial

from bot.content import topics
from bot.conversation.alarm_mistake import ASKS, EARNEST, GOES_ON, STILL_LEAKS
from bot.conversation.alarm_news import LAYMEN

UNNAMED = topics.EMERGENCY
"""The id of what sounded urgent to the classifier alone: often it was, and nobody can say what.
The least explanation is enough."""
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
NOT_PREGNANT = _words(
    r"\bno(?:t| longer)\W+(?:even |actually |currently )?(?:pregnant|expecting)\b|n'?t (?:even )?(?:pregnant|expecting)\b"
    r"|\bno baby\b"
)
AROUND = frozenset(
    """no nope not oh but and so sorry lol haha well im i'm i am it that this thats that's was its it's the a my i with first
    second last son daughter pregnancy one all fine good ok okay clear healthy now since then totally long over gone just only me
    happened years were they which ancient old history""".split()
)
"""What may stand around a history without telling of anything else: `it was 2 months ago the epidural` tells of one."""
HYPOTHETICAL = _words(
    r"(?<!not )(?<!n't )(?<!no )\b(?:(?:purely |just |only |all )?hypothetical(?:ly)?|(?:a |just |only )+what[- ]if"
    r"|(?:it|that|this|nothing)(?:'?s| has)?(?: not|n'?t)? happened(?: yet| to me)?(?= (?:its|it'?s|i'?m|im|just|only|asking)))\b"
)
PERIOD = _words(
    r"\b(?:normal|regular|usual|ordinary|monthly|typical) (?:period|menses)\b|\bperiod (?:is|was) (?:normal|regular)\b"
)
NO_PERIOD = _words(
    r"\b(?:no|than|more|heavier|twice|last|late|missed|since)\b|\bnot (?:a |an |my |just )*(?:normal|regular|usual)\b|n'?t\b"
)
"""`way more than a normal period` compares with one."""
WITH_CHILD = _words(r"(?<!not )\bpregnant\b|\bpositive\b|\bweeks\b|\bwks?\b|\btrimester\b")
THING = _words(
    r"\b(?:(?:it|that|this) was|it'?s|its|(?:i )?meant?|no,?) (?:just |only )?(?:a |an |the |my ){1,2}(?:\w+ ){0,2}?"
    r"(?<!baby )(?:bottle|jug|boiler|pipe|heater|cooler|flask|aquarium|fish tank|hose)\b"
    r"(?!.*\b(?:but|like|also|too|full|whole|half|worth|from me|down|amount|fluid)\b)(?! of\b)"
)
"""`it was a water BOTTLE`."""
MEASURE = _words(r"\b(?:full|whole|half|worth)\b.*\b(?:bottle|jug|tank|flask)\b")
FEELS_ALL = _words(
    r"\W*(?:(?:no|but|well|i|and|yes)\b\W*)*(?:can (?:pee|wee|go|urinate) (?:just |all )?"
    r"(?:fine|ok|okay|normal(?:ly)?)\W+(?:(?:and|i|can)\W+)*"
    r"feel (?:everything|it all|all of it)|(?:can )?feel (?:everything|it all|all of it)\W+(?:(?:and|i|can)\W+)*"
    r"(?:pee|wee|go|urinate) (?:just |all )?(?:fine|ok|okay|normal(?:ly)?))(?: down there)?\W*"
)
"""The very signs that were asked about, both denied and nothing else said: `i can pee fine and feel everything`."""
MEANT = _words(
    r"^\W*(?:(?:what|huh|no+|nope|wait|hello|hey|sorry|lol|haha|omg|oh|ok|um+)\b\W*(?:no emergency\W+)?)+"
    r"(?:i (?:just |only )?(?:mean|meant|asked|wanted to (?:ask|know))|i'?m (?:just |only )?(?:asking|talking|wondering)"
    r"|i was (?:just |only )?(?:asking|talking|wondering))\b"
    r"(?!.*\b(?:should i|do i|normal|serious|bad|dangerous|worried?|worse|wrong|hurts?|bleed\w*|faint\w*|die|dying|pain|help"
    r"|ambulance|911|baby|chest|heart|waters?|floor|how many|grey|gray|blue|breath\w*)\b)"
)
"""`what? im asking if the needles go in my belly`; not where a sign is told or asked about."""
VENTING = _words(
    r"\bi(?:'?m|m| am| was) (?:just |only )?(?:venting|ranting|moaning)\b|\b(?:just|a) (?:venting|ranting|figure of speech)\b"
)
OF_A_MIDWIFE = frozenset("bleeding preterm_labour waters_broken".split())
"""Dangers that she may have seen to; a baby who doesn't move today, a head that aches today, were not seen before."""
SEEN = _words(
    r"^\W*(?:(?:but|yes|no|and|well|because|cause|lol|ok) )*"
    r"(?:(?:my |the )?(?:midwife|midwives|ob|doctor|dr|nurse|hospital)(?:'?ve|'?s| has| have)?(?: already| just)?"
    r"|(?:she|they)(?:'?ve|'?s| has| have)? (?:already|just))"
    r" (?:checked|examined|scanned|monitored|saw) (?:me|us|it|the baby|everything)\b"
    r"(?:\W+(?:already|today|this morning|for (?:it|this|that)|and|said|says|she|they|it'?s|its|im|i'?m|all|both"
    r"|totally|everything|is|was|so|are|we|we'?re))*\W+(?:fine|ok|okay|good|well|normal|clear|nothing)\W*$"
)
"""`but she already checked me, im fine`: who is there for it, and what came of it."""
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
    if urgent == UNNAMED and VENTING.search(told):
        return True
    today = GOES_ON.search(NOT_TODAY.sub(" ", told)) is not None
    if urgent == "bleeding" and PERIOD.search(told):
        goes_on = today or STILL_LEAKS.search(told) or NO_PERIOD.search(NOT_PREGNANT.sub(" ", told))
        return not (goes_on or pregnant or expecting(told))
    if urgent == "waters_broken" and THING.search(told):
        return not today and MEASURE.search(told) is None
    if urgent in ("cauda_equina", UNNAMED) and FEELS_ALL.fullmatch(told):
        return True
    return not today and urgent not in WEIGHS_STILL and (HYPOTHETICAL.search(told) is not None or _is_history(told))


def meant_a_question(text: str) -> bool:
    """Whether a message says that the one before it was only asked, of something that is no sign of danger."""
    return MEANT.search(text) is not None


def _is_history(told: str) -> bool:
    """Whether it tells that it was long ago, and nothing else."""
    if not HISTORY.search(told):
        return False
    rest = NOT_TODAY.sub(" ", HISTORY.sub(" ", told)).casefold()
    return set(re.findall(r"[\w']+", rest)) <= AROUND


def expecting(text: str) -> bool:
    """Whether it tells of a pregnancy."""
    return WITH_CHILD.search(text) is not None


def seen_by_midwife(text: str, urgent: str) -> bool:
    """Whether she who looks after the pregnancy has seen to it, said of her without her name.

    Args:
        text: what the patient said.
        urgent: the id of what is urgent.
    """
    told = without_question(text)
    return urgent in OF_A_MIDWIFE and SEEN.search(told) is not None and not LAYMEN.search(told)


def without_question(text: str) -> str:
    """What is told, without what is asked of the clinic beside it; all where nothing else is said."""
    return " ".join(each for each in SENTENCE.split(text) if not _asks_of_the_clinic(each)) or text


def _asks_of_the_clinic(sentence: str) -> bool:
    asks = QUESTION.search(sentence) is not None or sentence.rstrip().endswith("?")
    return asks and not OF_A_SIGN.search(sentence)
