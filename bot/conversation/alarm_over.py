"""That somebody is in the hands of those who can help, or home again from them: a danger ends with that."""

from __future__ import annotations

import re
from functools import partial

from bot.conversation.alarm_explained import without_question
from bot.conversation.alarm_help import AMBULANCE, without_aside

_words = partial(re.compile, flags=re.I)
PLACE = (
    r"(?:er|ed|a&e|emergency room|hospital|icu|nicu|l ?(?:&|and) ?d|labou?r (?:ward|unit|and delivery)|delivery (?:room|ward)"
    r"|triage|urgent care|rehab|maternity (?:ward|unit))"
)
WE = (
    r"(?:i'?m|i am|we'?re|we are|he'?s|he is|she'?s|she is|they'?re|(?:mom|mum|dad|baby|husband|wife|son|daughter|sister)"
    r"(?:'?s| is))"
)
IN_CARE = _words(
    rf"(?:^\W*(?:(?:ok(?:ay)?|update|so|now|and|well)\W+)*|\b{WE} (?:now |already |finally |safe )?)"
    rf"(?:at|in) (?:the |my |a )?{PLACE}\b(?! they (?:told|said))"
    r"|\b(?:ambulance|paramedics?|medics|ems)(?: guys?)? (?:has|have|took|takes|got|is with|are with|is taking|are taking)"
    r" (?:him|her|me|us|them|mom|mum|dad|my \w+|the baby)\b|\bthey (?:took|admitted|kept|are keeping) (?:me|us|him|her)(?: in)?\b"
    r"|\b(?:been|got|was|were|being) admitted\b|\b(?:they )?(?:induced|are inducing) me\b"
)
"""`in hospital on magnesium`, `medics have him now`, `they took me in`."""
TAKEN = _words(
    rf"\b(?:sister|husband|hubby|mom|mum|mother|dad|wife|partner|brother|friend|neighbou?r|he|she)(?:'?s| is) (?:already |now )?"
    rf"(?:taking|driving|bringing) (?:me|us) (?:in|there|to (?:the )?{PLACE})\b"
    rf"|\b{PLACE} called (?:me|us|her|him) in\b|\b(?:going|driving|heading) (?:there|in) with my \w+ now\b"
)
"""`my sister is taking me in now`: no lift for what is an ambulance's."""
TREATED = _words(
    rf"\b(?:went|been|was|took (?:her|him|me|us)) (?:to|at|in) (?:the |an? |my )?(?:{PLACE}|ob|doctor|dr)\b.{{0,80}}"
    rf"\b(?:got|gave|shots?"
    r"|antibiotics?|steroids?|fluids|meds|stitches|checked|fine|ok|okay|good|great|perfect|normal|nothing|clear|kicking)\b"
    r"|\b(?:got|have|gave (?:me|her|him|us)|prescribed) (?:the |some |my )?(?:antibiotics|blood thinners)(?: already)?\b"
    r"|\bgot (?:checked|seen|examined|scanned)\b.{0,40}\b(?:fine|ok|okay|good|normal|nothing|clear|great|perfect)\b"
    r"|\bthey (?:checked|scanned|monitored|examined) (?:me|us|her|him|everything|the baby)\b.{0,40}"
    r"\b(?:fine|ok|okay|good|normal|nothing|clear|great|perfect)\b"
    r"|\bhad (?:a |the |my |an |his |her )?(?:\w+ )?(?:surgery|operation|stent)\b"
)
"""`went to urgent care, got antibiotics`, `he had a stent`."""
SENT_HOME = _words(
    r"\b(?:sent|let) (?:me|us|him|her) (?:go )?home\b|\bdischarged\b|\b(?:signed|cleared) (?:me|us|him|her) (?:off)?\b"
    r"|\b(?:baby|he|she|we)(?:'?s| is| are)? (?:came|come|finally|back) home\b"
    r"|\b(?:home|out)\b.{0,12}\bfrom (?:the )?(?:hospital|er|icu|nicu)\b|\bin rehab\b"
    r"|\b(?:he|she|baby|mom|mum|dad)(?:'?s| is) home (?:and|now and) (?:fat|happy|well|fine|ok|grumpy|good)\b"
    r"|\b(?:fine|ok|okay)\b.*\bhome (?:watching|resting)\b"
)
BORN = _words(
    r"\b(?:baby|babies|he|she|twins)(?:'?s| is| are)? (?:born"
    r"|(?:out|here) (?:by|and (?:both )?(?:well|fine|healthy|safe|perfect)))\b"
    r"|\bgave birth\b|\bhad (?:him|her|the baby|my baby)\b(?! (?:kick|mov|check|scan|on\b|in\b))"
    r".{0,25}\b(?:night|nite|today|yesterday|morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lbs?|safe\w*)\b"
    r"|\bhad (?:the|my|a) c-? ?section\b.{0,30}"
    r"\b(?:today|yesterday|night|morning|fine|healthy|well|days?|weeks?)\b|\bhad the c-? ?section\b"
)
OTHERS = _words(r"\b(?:sister|friend|cousin|mom|mum|first|last(?! ni)|before|not|yet|no|when i|years?)\b")
"""Another birth than this one, or none."""
OF_THE_UNBORN = frozenset("cord_prolapse preterm_labour waters_broken baby_moving_less abruption cauda_equina".split())
"""Dangers that a birth ends; bleeding and high pressure go on behind it."""
SIGN = (
    r"(?:bleed\w*|blood\w*|fevers?|chills|faint\w*|dizz\w*|numb(?:ness)?|vomit\w*|throw\w* up|swell\w*|swollen|breath\w*|wheez\w*"
    r"|headaches?|streak\w*|pus|ooz\w*|leak\w*|gush\w*|clots?|contractions?|seeing|seizure|drows\w*|sleepy|confus\w*|limp|floppy"
    r"|blue|unconscious|pads?|(?:won'?t|wont|can'?t|cant) \w+|not (?:kick|mov|wak|feed|eat|breath|answer)\w*|pee|weak\w*)"
)
DENIED = _words(
    rf"\b(?:no|not|never|without|wasn'?t|isn'?t|ain'?t|any) (?:more |actual )?{SIGN}|\b{SIGN} (?:has |have |all |finally )*"
    r"(?:stopped|gone|went away|cleared)\b(?!.*\b(?:back|again)\b)|\bback home\b|\b(?:blood (?:thinners|work|test))\b"
)
"""Signs that are told to be gone, or never there."""
HURTS = (
    r"(?:(?:chest|head|belly|stomach|tummy|legs?|calf|arms?|face|throat|neck|it|everything|side|heart|spot|needle site)"
    r" (?:\w+ ){0,2}(?:hurts?|hurting|ach(?:es|ing)|tight\w*|pounding|racing|burns?|burning|red|hot"
    r"|hard|heavy)|pain (?:is|got|gets|came|in my)"
    r"|unbearable|agony|excruciating|severe|terrible|awful|scared)"
)
ILLNESS = _words(
    r"\b(?:(?:mild |slight |just a |only a |a )?(?:concussion|stroke|tia|seizure|heart attack|stent|blood clot|clot"
    r"|pre-?eclampsia|infection|miscarriage|ectopic|cauda equina|meningitis|c-? ?section|surgery)(?: only)?)\b"
)
"""The name of what it was, which is no sign of it."""
GOES_ON = _words(
    rf"\b{SIGN}\b|\b{HURTS}\b|\b(?:worse|spread\w*|again|still|back|but|getting|keeps?|another|bigger|too late)\b"
    r"(?! (?:checked|monitored|fluids|iv))"
)
BEHIND = _words(
    r"(?<=[,.!?]) *(?:so |and |but |can you )*"
    r"(?:how (?:do|can|long|many|often)|where|who do|can i (?:still )?(?:come|do)) [^.!?]*[.!?]*$"
)
"""What is asked behind it."""
DOUBTED = _words(
    r"\b(?:should|could|would|might|if|unless|wish|want\w*|trying|not|never|n'?t|don'?t|dont|didn'?t|didnt|isn'?t|isnt|won'?t"
    r"|wont"
    r"|can'?t|cant|refus\w*|left|walked|nobody|no ?one|hours|wait\w*|last (?:year|month|week|time)|years?|before|tomorrow"
    r"|google\w*"
    r"|parking|lot|outside|cafeteria|visit(?:ing)?|works?|nurse|shift|home alone|hung up|cancel\w*|when i"
    r"|was told to|once|later today|yesterday|(?<!since )(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|gave (?:me|us|him|her) nothing"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|tooth|teeth|ear|uti)\b"
)
"""Nobody has helped yet, or it was another time, or for something else."""
HOME_FROM_BIRTH = frozenset("sick_newborn postpartum postpartum_psychosis".split())
"""Dangers that begin at home after a birth: to be discharged from that is no help."""
ANTIBIOTICS = _words(r"\bantibiotics?\b")
OF_AN_INFECTION = frozenset("infected_needle_site fever_with_pain postpartum emergency".split())


def ended(text: str, urgent: str) -> str:
    """`born`, `over` or `care` where they say that a child is born, that somebody is home again, or is being helped; or nothing.

    Args:
        text: what the patient said.
        urgent: the id of what is urgent; never of a crisis or of violence.
    """
    told = DENIED.sub(" ", BEHIND.sub("", without_question(without_aside(text))))
    if GOES_ON.search(told):
        return ""
    if urgent in OF_THE_UNBORN and BORN.search(told) and not OTHERS.search(told):
        return "born"
    if DOUBTED.search(told):
        return ""
    sent_home = urgent not in HOME_FROM_BIRTH and SENT_HOME.search(told) is not None
    treated = TREATED.search(told if urgent in OF_AN_INFECTION else ANTIBIOTICS.sub(" ", told)) is not None
    if sent_home or treated:
        return "over"
    return "care" if IN_CARE.search(told) or (TAKEN.search(told) and urgent not in AMBULANCE) else ""
