"""Short messages that stay with what was answered last, whatever else their words are like: `or the day after if that's full`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from bot.content import topics
from bot.phrasebook.times import SPAN

MOST_WORDS = 10
_words = partial(re.compile, flags=re.I)


@dataclass(frozen=True)
class Staying:
    """After one topic: the words that stay with it, and those that ask for something else all the same."""

    words: re.Pattern[str]
    unless: re.Pattern[str]
    leads_to: str = ""
    """The label of the answer that has more of it; empty where it is the same one."""


BOOKING = topics.BOOKING
APART = (
    topics.CHILDREN,
    topics.COMPANIONS,
    topics.HEALTH_CONDITIONS,
    topics.INDUCING_LABOUR,
    topics.MEDICINES,
    topics.MEN,
    topics.OTHER_CONDITIONS,
)
"""Whom or what an answer may not hold for: `even on blood thinners?` is a question of its own."""
ANOTHER_TIME = _words(
    rf"{SPAN.pattern}|\b(?:the )?(?:day|week|month) (?:after|before)\b|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}}/\d{{1,2}}\b"
    r"|\b(?:can'?t|cannot|couldn'?t|won'?t|can not) (?:make|do) (?:it|that(?: day| time| one)?)\b"
    r"|\b(?:later|earlier) (?:in the|that|on)\b|\bneed it (?:later|earlier|sooner)\b|\barvo\b|\bon second thoughts?\b"
    r"|\bonline\b|\b(?:the )?(?:link|url|web ?site|site|web ?page)\b"
    r"|\b(?:keep|leave|move|change|cancel|switch) (?:it|that one|mine)\b"
)
OF_THE_CLINIC = (
    r"\bdo (?:you|u|ya) (?:have|do|work)\b|\bare (?:you|u)\b|\b(?:open|close[sd]?|hours?|cost|price|fee|pay|charge|insur\w*)\b"
    r"|\b(?:park\w*|wear|eat|lunch|drive|pregnan\w*|safe|how (?:long|many|often)|why|where|who|call|phone|text)\b"
    r"|\b(?:email|ring|number|baby|bleed\w*|first (?:time|visit)|expect|happens?|answer|thank\w*|thx|ty|bye|great|perfect)\b"
    r"|\bsee (?:you|u|ya)\b"
)
OF_THE_BODY = (
    r"\b(?:worse|worst|ach(?:e|es|ing|y)|hurt\w*|pain\w*|sore|stiff|bad|numb\w*|sleep\w*|feel\w*|hips?|back|pelvi\w*|legs?|knees?"
    r"|walk(?:ing|ed)|barely|hardly|sit\w*|stand\w*)\b"
)
"""`it's worst in the mornings` asks for no appointment."""
GETTING_THERE = _words(
    r"\b(?:what|which|by|a|any|the|nearest|closest) (?:bus|train|trolley|subway|septa|exit|highway|turnpike)\b"
    r"|\b(?:by car|(?:no|without a) car|on foot|nearest|directions?|walkable|walk (?:it|there|over|from)|(?:get|go|come) there)\b"
    r"|\b(?:can|could) (?:i|we|you|u|one) walk\b"
    r"|\b(?:is|are|r) (?:it|that|this|you|u) (?:near|close to|next to|across from|by)\b"
)
AT_THE_DOOR = _words(
    r"\b(?:park\w*|lot|garage|leave|after|fast|exercise|accident|hurts?|pain\w*|stairs?|elevator|lift|wheelchair|ramp|who)\b"
)
AS_OTHERS = _words(
    r"\b(?:just|only) me\b|\bwhy me\b|\bpart of (?:it|being|the)\b"
    r"|\b(?:everybody|everyone|others?|other (?:girls|women|moms)) (?:gets?|have|has|feels?)\b"
    r"|\b(?:is|thats|that's|so|its|it's) (?:that |it |this )?(?:normal|regular|common|usual)\b"
)
STAGE_OF_PREGNANCY = _words(
    r"\b(?:trimester|(?:early|late|later|far) on|(?:first|last|early|final) (?:few )?(?:weeks|months|days)"
    r"|(?:towards?|near|at|close to|by) (?:the )?(?:very )?(?:end|start|beginning|due date))\b"
)
OF_STAGE = _words(rf"{OF_THE_CLINIC}|{OF_THE_BODY}|\b(?:often|treat\w*|help\w*|work\w*|study|studies|proof)\b")
IN_THIS_STATE = _words(r"\b(?:in|for|by) (?:pa|penna|pennsylvania|this state|the state|america|the (?:us|usa|states))\b")
AN_OFFICE = _words(r"\b(?:where|which|address|offices?|locat\w*|based|clinic|town)\b")
AT_THE_SAME_TIME = _words(
    r"\b(?:same|one) (?:day|week|time|morning|afternoon|evening)\b|\bback to back\b|\b(?:which|what) (?:one )?(?:comes )?first\b"
)
TO_COME = _words(r"\b(?:appointments?|book\w*|slots?|open\w*|available|see (?:me|us)|fit me|results?|work|pregnan\w*)\b")
OF_TREATMENT = _words(r"\b(?:needles?|acu\w*|treat\w*|sessions?|visits?|study|studies|safe)\b")
OF_THE_PAIN = tuple(f"faq/{each}" for each in "what_is_si_pain causes pregnancy_si_pain".split())
WHEN_IT_HURTS = _words(
    r"^\W*(?:(?:and|also|or|but|so|mostly|only|just|especially|even|no|i mean|it hurts|it'?s|its|worse)\W+)*"
    r"(?:(?:when|while|if|on|at|in|after|during|going|going up|climbing|rolling|turning|getting|standing|sitting|walking"
    r"|lifting"
    r"|driving)\b.*\b(?:stairs?|steps?|night|bed|morning|chair|car|up|down|over|out|walk\w*|sit\w*|stand\w*|run\w*|drive"
    r"|driving|lift\w*|bend\w*|sleep\w*)|(?:the |my )?(?:stairs|steps))\W*$"
)
"""`and on stairs`, behind what hurts."""
OF_THE_PLACE = _words(
    r"\b(?:elevator|lift is|wheelchair|ramp|park\w*|office|clinic|building|there|you|u|ya|your|needles?|acu\w*|open|come|visit"
    r"|session|treat\w*|safe|help\w*|ok|okay|wear)\b"
)
ONLY_WHEN = _words(r"^\W*(?:(?:and|but|so|ok|then|well)\W+)*when(?: (?:then|tho|though|exactly))?\W*$")
ONLY_HOW = _words(
    r"^\W*(?:(?:and|but|so|ok|okay|then|well|yeah)\W+)*(?:how|how so|how exactly|how tho|how though|but how|in what way"
    r"|how does (?:it|that) (?:work|do (?:it|that|this)))\W*$"
)
NOTHING = re.compile(r"(?!)")
WAITS = (Staying(WHEN_IT_HURTS, OF_THE_PLACE), Staying(ONLY_WHEN, NOTHING))
BY_WHAT_MEANS = Staying(ONLY_HOW, NOTHING, topics.HOW_ACUPUNCTURE_HELPS)
IN_OTHER_WORDS = Staying(
    _words(
        r"\b(?:say|put|explain|tell me|repeat|write) (?:it|that|this|again)?(?: \w+)? ?(?:simpl\w*|short\w*|easier|plain\w*"
        r"|briefly"
        r"|in (?:a few|fewer|other|plain|simple|normal|easy) words|in (?:plain )?english|like (?:i'?m|im) (?:five|5))\b"
        r"|^\W*(?:(?:in )?(?:simpler|shorter|plain(?:er)? (?:english|words)|simple words)|tl;?dr|too long|come again)\W*"
        r"(?:please|pls|plz)?\W*$"
    ),
    _words(r"\b(?:visits?|sessions?|appointments?|needles?)\b"),
)
"""`say it simpler`, after any answer."""
IS_IT_FOR_SI = Staying(
    _words(
        r"\b(?:does|is|do|was) (?:that|it|this|those|they)\b.*\b(?:include|cover|count|mean|about|for)\b.*\b(?:si|sij"
        r"|sacro\w*)\b"
        r"|\bfor (?:the )?(?:si|sij|sacro\w*)\b.*\b(?:specific\w*|alone|itself|in particular|too)\b"
        r"|\b(?:nobody|no one|none|nothing)\b.*\b(?:si|sij|sacro\w*)\b"
    ),
    _words(r"\b(?:you|u|ya|often|long|hurt\w*)\b"),
)
WHOSE_STUDY = _words(
    r"\bwho (?:wrote|published|ran|conducted|funded|paid for|did (?:it|that|this|the))\b"
    r"|\b(?:what|which) (?:year|journal|university)\b|\bwhen was (?:it|that|this|the)\b"
    r"|\bhow (?:old|recent|new|long ago) (?:is|was|are|were)\b|\bpublished\b"
    r"|\b(?:is|was) (?:it|that|this) (?:a )?(?:recent|new|old)\b"
)
OF_WHOM = _words(
    r"\bhow (?:many|big|large)\b.*\b(?:women|wom[ae]n|people|ppl|patients|subjects|participants|took part|it|studies|trials?)\b"
    r"|\bhow (?:big|large)\W*$|\btook part\b|\b(?:placebo|sham|fake) ?(?:needles?)?\b|\brandomi[sz]ed\b|\bcontrol group\b"
    r"|\bcompared (?:to|with) (?:what|whom?|nothing)\b"
)
OF_VISITS = _words(r"\b(?:sessions?|visits?|appointments?|times|weeks?|months|needles do|you|u|clinic|cost|baby|due)\b")
WHOSE_GUIDELINE = _words(
    r"\b(?:which|what) (?:group|organi[sz]ation|body|society|college|year)s?\b|\bby whom\b"
    r"|\bwhen was (?:it|that|this)\b|\bwho (?:wrote|made|issued|published) (?:it|that|those|them|this)\b"
)
A_STUDY = (Staying(WHOSE_STUDY, OF_VISITS, topics.REFERENCES), Staying(OF_WHOM, OF_VISITS))
STAYING: Mapping[str, tuple[Staying, ...]] = {
    **dict.fromkeys(OF_THE_PAIN, WAITS),
    **dict.fromkeys((topics.RIGHT_FOR_ME, topics.NON_PREGNANCY, topics.NON_DRUG, topics.HOW_SOON_RELIEF), (BY_WHAT_MEANS,)),
    BOOKING: (Staying(ANOTHER_TIME, _words(f"{OF_THE_CLINIC}|{OF_THE_BODY}")),),
    topics.LOCATION: (Staying(GETTING_THERE, AT_THE_DOOR),),
    topics.PREGNANCY_SI_PAIN: (Staying(AS_OTHERS, OF_TREATMENT), *WAITS),
    topics.PREGNANCY_SAFETY: (Staying(STAGE_OF_PREGNANCY, OF_STAGE),),
    topics.PRACTITIONER: (Staying(IN_THIS_STATE, AN_OFFICE),),
    topics.INTEGRATIVE_CARE: (Staying(AT_THE_SAME_TIME, TO_COME),),
    topics.GUIDELINES: (Staying(WHOSE_GUIDELINE, OF_VISITS), IS_IT_FOR_SI),
    topics.EVIDENCE: (*A_STUDY, BY_WHAT_MEANS),
    topics.EVIDENCE_PREGNANCY: (*A_STUDY, BY_WHAT_MEANS),
}
"""By the label of the last answer."""
EVEN = Staying(
    _words(r"^(?:and |but |so |ok |not )*even\b(?! if\b)"),
    _words(
        r"\b(?:preg\w*|expecting|weeks?|wks?|trimester|baby|\d+w|weekends?|sundays?|saturdays?|holidays?|before|after"
        r"|hurts?|pain\w*|ach(?:e|es|ing)|numb\w*|walk(?:ing)?|i (?:can|cant|can't|could)|my (?:legs?|back|hips?|pelvis))\b"
    ),
)
"""`even on the sore side?`, after any answer."""


A_NUMBER = re.compile(
    r"\W*(?:(?:hm+|so|like|or|then|maybe|about|around|at|is it|just|only)\W+)*"
    r"\d{1,2}(?: (?:times|sessions|visits|weeks?|wks?|in total))?\W*",
    re.I,
)
COUNTED = (topics.FREQUENCY, topics.SESSION_LENGTH, topics.HOW_SOON_RELIEF, topics.PREGNANCY_SAFETY)
"""Answers that have to do with a number."""
OF_AN_AGE = _words(r"\b(?:kids?|child\w*|sons?|daughters?|teen\w*|years?|yrs?|old|age\w*|boys?|girls?)\b")


def counts(text: str, last_topic: str, said: str) -> bool:
    """Whether `12?`, behind an answer on how often or from which week, is a number of those, not the age of a child.

    Args:
        text: the message.
        last_topic: the label of the last answer (`faq/…`), or empty.
        said: what the patient said last.
    """
    return last_topic in COUNTED and A_NUMBER.fullmatch(text) is not None and not OF_AN_AGE.search(said)


def stays_with(label: str, text: str, last_topic: str) -> str:
    """The label of the answer that a short message stays with; empty where it asks for something else.

    Args:
        label: what it is understood as by itself, empty where that isn't sure.
        text: the message.
        last_topic: the label of the last answer (`faq/…`), or empty.
    """
    if not last_topic or label in APART or len(text.split()) > MOST_WORDS:
        return ""
    rules = (EVEN, IN_OTHER_WORDS, *STAYING.get(last_topic, ()))
    held = (rule for rule in rules if rule.words.search(text) is not None and not rule.unless.search(text))
    return next((rule.leads_to or last_topic for rule in held), "")
