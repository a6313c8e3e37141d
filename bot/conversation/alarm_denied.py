"""A plain denial after an alarm: enough where only words of another time raised it, or where what was heard has no name."""

from __future__ import annotations

import re
from functools import partial

from bot.conversation.alarm_explained import AROUND, UNNAMED, WEIGHS_STILL, without_question
from bot.conversation.alarm_mistake import ASKS

_words = partial(re.compile, flags=re.I)
WORD = re.compile(r"[\w']+")
WELL = r"(?:just |perfectly |totally |completely |absolutely |all )?(?:fine|ok(?:ay)?|normal(?:ly)?|well|good|all ?right)"
OF_THE_PAST = _words(
    r"\b(?:(?:years?|yrs?|months?|ages|decades?) ago|ages ago|last (?:year|summer|winter|spring|fall|pregnancy|time)"
    r"|back (?:then|in)"
    r"|in (?:19|20)\d\d|when i was|used to|(?:with|in|after|during) my (?:first|last|second|previous|old\w*)|previous\w*"
    r"|history of"
    r"|resolved|long gone|healed|cleared (?:me|us|it))\b"
    r"|\b(?:had|bled|spotted|bleeding|spotting|lost)\b.{0,25}\b(?:at|around) (?:week )?\d+(?: ?w\w*)?\b.*\b\d+ ?w\w*"
    r"|\bwhat (?:if|happens if|would happen)\b|\bnot (?:happening )?to me\b|\bjust (?:reading up|curious|researching)\b"
)
"""Told of another time or in theory: whoever was alarmed by these alone may be let go at a word."""
OF_TODAY = _words(
    r"\b(?:today|tonight|yesterday|this morning|last night|just (?:now|started|had)|right now|currently|still|keeps?"
    r"|minutes?|hours?"
    r"|since (?:\w+day|this|last|noon|lunch)|again|(?<!\d weeks )(?<!\d wks )now(?! \d\d?\b| im \d| i'?m \d))\b"
)
NOTHING = (
    r"(?<!is )(?<!was )(?<!then )(?<!feel )(?<!felt )\b(?:nothing|none)(?: (?:is|was|has been|of (?:that|it"
    r"|this)))? (?:going on|happening|wrong|like (?:that|it)"
    r"|to worry about"
    r"|right now|now|today|at all|at the moment)\b|\b(?:it'?s|its|that'?s|thats|was|is) not (?:happening|going on|me|mine)\b"
    r"|\bnot happening to me\b|\bnobody (?:is|was|'s) (?:hurt|ill|bleeding)\b"
)
THAT_WAS = (
    r"\b(?:that|it|this|they)(?:'?s| was| were| is| happened)(?: (?!like|same|how|what|not|as)\w+){0,3}? (?:last (?:year"
    r"|pregnancy|time|summer|winter"
    r"|spring|fall)"
    r"|(?:years?|ages|months) ago|in (?:19|20)\d\d|back then)\b"
)
I_CAN = (
    r"\bi (?:can |do )?(?:walk|breathe?|pee|wee|feel|talk|see|move|stand|swallow)(?: (?:it|everything))? " + WELL + r"\b"
    r"|\b(?:i'?m |im )?(?:breathing|walking|peeing|talking|moving) " + WELL + r"\b|\bi can feel (?:everything|it all)\b"
    r"|\bmy (?:breathing|breath|chest|bladder|walking|pee\w*|legs?|waters?|head) (?:is|are|was|were) (?:fine|ok(?:ay)?"
    r"|normal|intact)\b"
)
NO_SIGN = (
    r"\b(?:no|zero|without any|don'?t have any|not any) (?:more )?(?:bleed\w*|blood|spotting|leak\w*|numb\w*|fever|symptoms?"
    r"|truck|crash|overdose|trouble breathing)\b(?! (?:slow\w*|stop\w*))"
    r"|\b(?:not|isn'?t|aren'?t|never) (?:\w+ )?(?:bleeding|leaking|numb|spotting|cramping|in (?:any )?(?:pain|danger))\b"
    r"(?! (?:much|heav\w*|a lot|as|that|too|any ?more))"
    r"|\b(?:has ?n'?t|have ?n'?t|did ?n'?t|never|was never|not) (?:actually |really )?(?:broke\w*|overdos\w*|fell|fallen|hit"
    r"|bled)\b"
)
FINE = (
    r"^\W*(?:(?:no+|nope|what|lol|oh|wait|yes|omg|but|and|ok|haha|well)\W+)*(?:i'?m|im|i am|we're|we are) " + WELL + r"\b"
    r"(?! (?:just|but|except|only|ending|with|to)\b)"
)
DENIES = _words("|".join((NOTHING, THAT_WAS, I_CAN, NO_SIGN, FINE)))
GOES_ON = _words(
    r"\b(?:still|worse|again|keeps?|except|until|unless|started|a (?:little|bit)|only (?:a|when)|sort of|kinda|kind of|idk"
    r"|not (?:really|sure|yet)|i (?:think|guess|hope)|prob\w*|maybe|hopefully|no (?:longer|more)|any ?more|stopped|dizzy"
    r"|faint\w*"
    r"|weak\w*|gush\w*|clots?|heav\w*|soak\w*|dripp\w*|trickl\w*|this morning|last night|yesterday|earlier|hours?|minutes?"
    r"|though|tho)\b|\bbut (?!i'?m fine|im fine|no\b|not\b|that was\b|it was (?:just|only|last|years)\b)"
)
LONG_OVER = _words(r"\b(?:stopped|ended|went away|gone) (?:ages|years|months|weeks) ago\b|\bnot even pregnant yet\b")
OWN = {
    "bleeding": r"bleed|blood|spot|bled",
    "waters_broken": r"water|leak|fluid|broke",
    "cauda_equina": r"numb|pee|wee|feel|bladder|walk",
    "chest_and_breath": r"breath|chest",
    "head_injury": r"hit|truck|crash|fell|fallen|head",
    "overdose_poisoning": r"overdos",
    "preterm_labour": r"contraction|labou?r|cramp",
    "fever_with_pain": r"fever",
    "clot": r"swell|leg",
}
"""The sign of each danger that its denial names."""


def of_the_past(text: str) -> bool:
    """Whether words that raised an alarm tell of another time, or in theory, and nothing of today."""
    return OF_THE_PAST.search(text) is not None and not OF_TODAY.search(text)


def denies(text: str, urgent: str, past: bool) -> bool:
    """Whether it says plainly that nothing of the danger is there, and nothing else: never against what was told of today.

    Args:
        text: what the patient said.
        urgent: the id of what it was taken for; never of a crisis or of violence.
        past: whether only words of another time raised the alarm.
    """
    told = LONG_OVER.sub(" ", without_question(text))
    found = [each[0] for each in DENIES.finditer(told)]
    if (
        not found
        or ASKS.search(told)
        or GOES_ON.search(told)
        or not set(WORD.findall(DENIES.sub(" ", told).casefold())) <= AROUND
    ):
        return False
    if urgent == UNNAMED:
        return not all(re.search(FINE, each, re.I) for each in found)
    own = re.compile(OWN.get(urgent, r"(?!)"), re.I)
    named = any(own.search(each) or re.search(f"{NOTHING}|{THAT_WAS}|{FINE}", each, re.I) for each in found)
    return past and named and urgent not in WEIGHS_STILL | {"baby_moving_less"}
