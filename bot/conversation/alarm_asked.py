"""What is asked or feared about getting help while something is urgent, and which reply meets it."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import partial

from bot.conversation.alarm_help import AMBULANCE, DUTY, asks_to_wait

_words = partial(re.compile, flags=re.I)
CLINIC = _words(
    r"\b(?:clinic|you|u|your|ur|y'?all|office|receptionist|front desk|acupunct\w*|mclees)\b(?<!thank you)(?<!your money)"
)
"""Whom the clinic's number is for."""
CHANGES = _words(r"\b(?:cancel\w*|move it|re-?schedul\w*|postpon\w*|push (?:it|my \w+) back|change (?:it|my|the) ?\w*)\b")
"""A visit that is to be moved or called off."""
VISIT = _words(
    r"\b(?:book|booking|appts?|appointments?|(?:have|get|do|keep|make) (?:a|my|the|our) (?:visit|session|treatment)"
    r"|come (?:in|by|over|to (?:you|u|the clinic)|at \d+)|still come|see (?:you|u)"
    r"|(?:you|u) see (?:me|him|her|us)|fit (?:me|him|her|us) in|get in|slot|openings?|walk[- ]?ins?|availability"
    r"|(?:are )?(?:you|u|y'?all) open|squeeze (?:me|him|her|us))\b"
    r"|\b(?:dr|doctor|ob|midwife|er|them|911|hospital) or (?:you|u|the clinic|acupunct\w*)\b"
    r"|\b(?:you|u|acupunct\w*) or (?:the |my )?(?:dr|doctor|ob|midwife|er|hospital)\b"
)
OTHER_DOORS = _words(rf"\b(?:{DUTY}|urgent care|surgery|pharmacy)\b")
THEM = _words(rf"\b(?:{DUTY}|urgent care|they|them|ambulance)\b")
OF_A_VISIT = frozenset("companions what_to_expect session_length eating_and_preparation".split())
"""What is asked of a hospital as well: `do they let my partner in`."""
WHAT_TO_SAY = _words(
    r"\bwhat (?:do|should|will|would|am|can|shall) (?:i|we|they|he|she) (?:even |gonna |going to |have to )?(?:say|tell|ask)\b"
    r"|\bwhat (?:to|would you|do you) (?:say|tell them)\b|\bhow (?:do|should) i (?:explain|put|say) (?:it|this)\b"
)
UNANSWERED = _words(
    r"\bon hold\b|\b(?:no ?body|no one|noone|not|isn'?t|isnt|aren'?t|arent|won'?t|wont)(?:'?s| is| are)? (?:answer\w*"
    r"|pick(?:ing|s)? up)"
    r"|\bvoice ?mail\b|\bleft (?:a|them a) (?:message|msg|voice ?mail)\b|\bno answer\b|\b(?:can'?t|cant|cannot|couldn'?t"
    r"|couldnt) (?:reach"
    r"|get (?:through|hold|thru))|\b(?:line|number)(?:'?s| is) (?:busy|dead)\b|\b(?:ringing|rings) out\b"
    rf"|\b{DUTY}(?:'?s| is) (?:on (?:vacation|holiday|leave)|away|off|out|not in)\b"
)
MONEY = _words(
    r"\b(?:no|don'?t have|dont have|without|lost my|ain'?t got) (?:any |health |medical )?insurance\b|\b(?:uninsured"
    r"|undocumented)\b"
    r"|\bno papers\b|\b(?:can'?t|cant|cannot) (?:afford|pay)\b|\b(?:ambulance|er|emergency room|hospital"
    r"|911)\b.{0,25}\b(?:expensive|cost\w*"
    r"|charge\w*|bill|free)\b|\b(?:cost|much|afford|pay) .{0,20}\b(?:ambulance|er|emergency room|hospital)\b"
)
RIDES = _words(
    r"\b(?:i|he|she|we|they|husband|hubby|mom|mum|dad|wife|partner|friend|sister|boyfriend|someone|somebody|neighbou?r)"
    r"(?:'?ll| can| could| will| should| may)(?: just)? drive\b"
    r"|\b(?:can|could|should|may|shall) (?:i|he|she|we|they|my \w+) (?:just |still )?(?:drive(?! home| after)|(?:get|take"
    r"|call|order) an? (?:uber|lyft"
    r"|taxi|cab|bus))\b"
    r"|(?:'s| is|'ll| will) (?:driving|taking|bringing|drive|take|bring) (?:me|us|him|her|them)(?: there| in)?\W*$"
    r"|\b(?:to|and) drive (?:me|us|him|her|there|over|in)\b|\bdrive or\b|\bor (?:just |should i |do i |can i )?(?:drive|uber"
    r"|taxi|lyft)\b"
    r"|\b(?:wait for|calling|get) (?:my )?(?:husband|hubby|wife|mom|mum|dad|friend|sister|partner) to (?:drive|take|come)\b"
    r"|\bit'?s (?:only |just )?(?:a )?\d+ min\w*(?: (?:away|drive|by car))\b"
)
BOTHERS = _words(
    r"\b(?:bother\w*|disturb\w*|wast(?:e|ing) (?:their|your|his|her|anyone'?s|everyone'?s) time|overreact\w*"
    r"|think (?:i'?m|we'?re|im) (?:\w+ )?(?:dumb|stupid|silly|crazy|mad|overreact\w*|paranoid)|look (?:silly|stupid|dumb"
    r"|foolish|like an idiot)|feel (?:silly|stupid|dumb|bad (?:calling|ringing|for))|embarrass\w*"
    r"|make a fuss|drama queen|laugh at me|won'?t like it|be annoyed|annoy them|send me (?:home|away)"
    r"|don'?t want to be (?:that|a) \w+)\b"
    r"|\b(?:scared|afraid|nervous|anxious|hate|too shy) (?:to|of) (?:call|calling|ring|ringing|phone|phoning|go|going)\b"
    r"|\bit'?s (?:\d+ ?am|the middle of the night|so late|really late|(?:a )?(?:sunday|weekend|christmas))\b"
)
UPSET = _words(
    r"\b(?:hate me|furious|(?:be|get|gets|so) (?:so |really |very )?(?:mad|angry|pissed|upset)(?: (?:at|with) (?:me|us))?"
    r"|never (?:forgive|talk to|speak to)|go (?:nuts|mad|ballistic|crazy) (?:if|when|at)|kill me if i (?:call|rang|ring"
    r"|called))\b"
)
WHOM = _words(
    r"\b(?:who|whom|what number|which number|which one|where) (?:do|should|can|would|am|shall) (?:i|we) (?:even |supposed to )?"
    r"(?:call|ring|phone|contact|go|reach)\b|\bwhat(?:'?s| is)? (?:the |their )?number\b|\bwho to (?:call|ring|phone)\b"
    r"|\bwhich (?:one|number|of them|first)\b"
    r"|\b(?:911|er|ob|midwife|doctor|them) or (?:the |my )?(?:911|er|ob|midwife|doctor|you|u)\b"
)
ENDS = (
    r"(?:\W*$|,|\.|\?| (?:or|right|though|tho|then|for (?:the|my|a) baby"
    r"|(?:do )?(?:you|u) (?:think|reckon)|to (?:have|be|feel|happen))\b)"
)
START = r"^\W*(?:(?:so|but|and|ok(?:ay)?|omg|wait|then)\W+)*"
SERIOUS = _words(
    rf"{START}(?:is|are|could|can|am) (?:it|this|that|they|i|we|\d+(?:[/.]\d+)?)(?: (?:that|really|be|so|very|too|in"
    r"|actually|even))*"
    rf" (?:bad|serious|danger\w*|high|low|many|much|urgent|an emergency|harmful|normal|ok(?:ay)?|fine|safe){ENDS}"
    r"|\bis (?:that|it) (?:bad|serious|high|dangerous|too (?:many|much|high))\b"
)
WHAT_IS_IT = _words(
    rf"{START}(?:what(?:'?s| is| could| can| might| would| else)? (?:is |could |can |might )?(?:it|this|that|wrong|happening"
    r"|going on)\b"
    r"(?! (?:like|cost|for|called|about|include\w*))|(?:so )?did (?:they|you|he|she|u|i) (?:poke|hit|puncture|damage|hurt"
    r"|tear|pinch|break|nick|cause|do) (?:my|it|this|her|his)\b"
    rf"|(?:is|isn'?t|could|can|might) (?:it|this|that|he|she) (?:it |not |just |be |only |still )*(?:just|be|only) )"
)
KEEP_BABY = _words(
    r"\b(?:take|takes|taking|took|remove) (?:her|him|them|my (?:baby|kids?|child(?:ren)?|son|daughter)|the (?:baby|kids?))"
    r"(?: away| from (?:me|us))\b"
    r"|\btake (?:my|the|our) (?:baby|kids?|child(?:ren)?|son|daughter)\b|\b(?:cps|social services|custody)\b"
)
FIRST = _words(
    r"\b(?:i'?ll|i will|we'?ll|gonna|going to|let me|i could|what if i|should i|can i|shall i)(?: just| maybe| prob\w*)? "
    r"(?:try|put|rub|drink|ice|massage|stretch|walk it off|take (?:a|some|another|my|two|2|an?) )"
    r"|\b(?:i have|got|i'?ve got|there'?s) (?:some )?(?:benadryl|tylenol|ibuprofen|antihistamine\w*|cream|painkillers?)\b"
    r"|\b(?:says?|said|told me)(?: to)? (?:just )?(?:put|give|try|drink|take|rub|use|ice)\b"
    r"|^\W*(?:what about |how about |maybe )?(?:a )?(?:[\w']+ ){1,2}(?:juice|tea|cream|lotion|oil|bath|nap|heat|ice)\W*$"
)
NEEDLES_FOR_IT = _words(
    r"\b(?:needl\w*|acu\w*|treatments?|(?:you|u))\b.{0,20}\b(?:help|stop|fix|cure|ease|treat|turn|lower|bring)\w*\b"
    r".{0,15}\b(?:it|this|that|them|him|her)\b"
)
COMPANY = _words(
    r"\b(?:mom|mum|mother|dad|husband|hubby|wife|partner|sister|friend|boyfriend|girlfriend|mil|aunt|neighbou?r|somebody"
    r"|someone)"
    r"(?:'?s| is)? (?:here|with me|home|next to me|beside me)\b(?!.*\b(?:hit|hurt|angry|drunk|yell)\w*)"
)
OF_A_MOTHER = frozenset("suicide_self_harm despair postpartum postpartum_psychosis".split())
CRISES = frozenset("suicide_self_harm despair violence_at_home".split())
"""Dangers of which no body is ill: nobody drives anywhere or is told what an exam will show."""


def met_by(text: str, urgent: str) -> str:
    """The name of the reply that meets what is asked or feared about getting help; empty where nothing of it is.

    Args:
        text: what the patient said.
        urgent: the id of what is urgent.
    """
    if urgent in OF_A_MOTHER and KEEP_BABY.search(text):
        return "still_urgent_keep_baby"
    if WHAT_TO_SAY.search(text) and not CLINIC.search(text):
        return "still_urgent_say"
    if UPSET.search(text):
        return "still_urgent_upset"
    if urgent in CRISES:
        return "still_urgent_no_bother" if BOTHERS.search(text) else "still_urgent_company" if COMPANY.search(text) else ""
    return _of_a_body(text, urgent)


def _of_a_body(text: str, urgent: str) -> str:
    if RIDES.search(text):
        return "still_urgent_no_driving" if urgent in AMBULANCE else "still_urgent_ride"
    if asks_to_wait(text):
        return "still_urgent_no_waiting"
    met = {
        "still_urgent_unanswered": UNANSWERED,
        "still_urgent_money": MONEY,
        "still_urgent_no_bother": BOTHERS,
        "still_urgent_no_visit": VISIT,
        "still_urgent_whom": WHOM,
        "still_urgent_no_needles": NEEDLES_FOR_IT,
        "still_urgent_company": COMPANY,
        "still_urgent_first": FIRST,
        "still_urgent_serious": SERIOUS,
        "still_urgent_exam": WHAT_IS_IT,
    }
    return next((name for name, words in met.items() if words.search(text) and _fits(name, text)), "")


def _fits(name: str, text: str) -> bool:
    """What changes a visit that is booked is no wish for one; a question to the clinic is not about whom to call instead."""
    if name == "still_urgent_no_visit":
        return not CHANGES.search(text) and not re.search(r"\bhow (?:long|often|many|much)\b|\bcost\b|\bprice\b", text, re.I)
    return True


def at_another_door(about: Set[str], text: str) -> bool:
    """Whether a number or an hour is asked for that isn't the clinic's: `who do i call`, `dr opens at 8`.

    Args:
        about: the topics that it was understood as.
        text: what the patient said.
    """
    if "contact" in about and not CLINIC.search(text):
        return True
    if "hours" in about or not CLINIC.search(text):
        return (OTHER_DOORS if about - OF_A_VISIT else THEM).search(text) is not None
    return False
