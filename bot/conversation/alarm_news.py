"""What the words after an alarm say of the danger: that it is over, that somebody has seen to it, or that it goes on."""

from __future__ import annotations

import re

GOES_ON = re.compile(
    r"\bwors(?:e|ening)\b|\b(?:came|come|comes|coming|is|its|it's) back\b|\bstart(?:ed|s|ing)? (?:up )?again\b|\bstill (?!tell)"
    r"|\b(?:has|have|is|are|does|do|did|was|wo|ca)(?:n'?t| not)\b(?! an emergency| urgent)"
    r"|\b(?:cannot|not|no) (?:better|really|yet|sure)\b"
    r"|\bkeeps?\b|\b(?:the )?same\b|\bno (?:change|improvement)\b|\b(?:stronger|closer|heavier|otherwise)\b|\bon and off\b"
    r"|\bcomes and goes\b|\bbut\b|\ba (?:tiny |little )?(?:bit|little)\b|\bonce\b|\b(?:barely|hardly|only|less)\b"
    r"|\blast (?:week|month|visit|time|year|appt|appointment|scan)\b|\bwhen i left\b|\bto expect\b"
    r"|\b(?:napping|asleep|sleeping|sleepy|drowsy)\b"
    r"|\bjust (?:\w+ )?(?:tired|exhausted|worn out|sad)\b|\b(?:agony|awful|terrible|unbearable)\b",
    re.I,
)
"""What takes back good news, or is none: `it stopped but came back`, `its worse now`."""
SEEN_TO = re.compile(
    r"\b(?:dr|doctor|doc|doctors|gp|ob|obgyn|midwife|midwives|nurse|hospital|er|ed|triage)\b[\w\s,']{0,25}"
    r"\b(?:(?:said|says|say|told (?:me|us|her)|thinks?)\b"
    r"[\w\s,']{0,30}\b(?:fine|ok|okay|normal|nothing)\b"
    r"|(?:checked|examined|cleared|saw|scanned) (?:me|it|her|us|him|everything|baby|the baby)\b)"
    r"(?P<rest>.*)",
    re.I | re.S,
)
"""`midwife knows and says fine`, `dr said low blood pressure fine`: who can judge has judged."""
NOTHING_MORE = re.compile(
    r"\W*(?:(?:and|so|today|now|this morning|about it|thanks?|thank you|lochia|for this)\W+)*"
    r"(?:$|(?:said|says|baby|it'?s|its|all|everything|we|both|i'?m|im|she|he)\b[\w\s,']{0,25}"
    r"\b(?:clear|fine|ok|okay|good|normal|well|nothing)\b\W*$)",
    re.I,
)
"""What may stand behind it: `doctor checked me, seeing stars all over` tells how it goes on."""
LAYMEN = re.compile(
    r"\b(?:google|tiktok|internet|chat ?gpt|in[- ]law|mom|mum|mother|sister|friend|aunt|neighbou?r|husband|was a|used to"
    r"|retired"
    r"|first one|other)\b",
    re.I,
)
DENIES = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|well|also|no)\W+)*(?:nothing|without|(?:no|not|don'?t have|doesn'?t have) (?:any |a )?"
    r"(?:fever|bleed\w*|blood|pain|contractions|cramp\w*|numb\w*|swelling|headache|discharge|chills|signs?|symptoms?|vision"
    r"|spots"
    r"|leak\w*|smell|pus|redness|warm|hot|dizzy))\b"
    r"(?!.*\b(?:more|longer|now|any ?more|since|today|tonight|overnight|all (?:day|night)|stopped|gone"
    r"|worries|problem|emergency|alarm|need)\b)"
    r"|\b(?:it'?s|its|is|looks?) (?:all |just |quite )?clear\b(?! now)",
    re.I,
)
"""`no fever`, `nothing like that`, `its clear`, said of a hot scar or of waters: another sign denied is no end of this one."""
UNSEEN = re.compile(
    r"\bnever\b|\bno (?:doctor|dr|doc|midwife|nurse|ob|one|body)\b|\bnobody\b|\bnot (?:ok|okay|normal|fine|good)\b"
    r"|\blast (?:week|month|visit|time|year|night|appt|appointment|scan|check\w*)\b|\bago\b|\btrimester\b|\bwhen i left\b",
    re.I,
)
"""`er never checked me`, `said its not normal`, `saw me last week`."""
GUESSES = re.compile(
    r"\bprob(?:ab)?ly\b|\bprob\b|\bmaybe\b|\b(?:might|must|could|may) (?:be|have)\b|\bwas just (?!a false)"
    r"|\b(?:think|guess|assume|suppose|i read|google\w*)\b|\bhopefully\b"
    r"|\bsure it'?s (?:nothing|fine|ok)\b|\b(?:was|being|sound(?:s|ed)?) (?:so |a bit |too )?(?:dramatic|silly|stupid)\b"
    r"|\bjust (?:the|my|a) (?!false)\w+",
    re.I,
)
"""`probly slept funny`, `im sure its nothing`, `sorry. that was dramatic`: what it may have been is no news that it is over."""
IN_DOUBT = re.compile(r"\b(?:if|unless|until|till|should|wait|call|waiting|yet|tomorrow)\b|\?", re.I)
WORSE = re.compile(
    r"\b(?:worse|worsening|running down|soaking|collapsed|(?:can'?t|cant|cannot|hard to) talk (?:through|thru)"
    r"|heavier|stronger|closer|harder|spreading|bigger|(?:hard|harder|difficult) to wake"
    r"|(?:can'?t|won'?t|cant|wont) wake)\b",
    re.I,
)
RETURNS = re.compile(
    r"\b(?:it'?s|its|it is|they'?re|came|come|coming|comes|is) back\b(?! to normal)|\b(?:happen\w*|start\w*|did it|faint\w*"
    r"|went|passed out"
    r"|bleed\w*|threw up|collapsed|fell|doing it|did|had (?:it|one)|(?:it|they)'?s?(?: \w+)?) again\b(?!.*\bif\b)"
    r"|\bjust had another\b"
    r"|\bstill (?:a (?:bit|little) )?(?:flutter\w*|racing|pounding|bleed\w*|leak\w*|trickl\w*|dizzy|numb|hurts?|hurting"
    r"|there|swollen|coming"
    r"|nothing|not|faint|shak\w*|happening|bad|sore|tight|going|hot)\b"
    r"|\b(?:hasn'?t|havent|hasnt|not|never|won'?t|wont|didn'?t|didnt) (?:really |fully )?(?:stopped|stop|gone|gone away"
    r"|eased|better|over)\b"
    r"|\bevery \d+ (?:min\w*|seconds)\b|\b\d+ min\w* apart\b",
    re.I,
)
"""`just went again`, `its back now, 5 min`, `still a bit fluttery`: it goes on, whatever was said before."""
SUPPOSED = re.compile(r"\bif (?:it|they|this|that)\b[^,.;]*", re.I)
DROWSY = re.compile(
    r"\b(?:sleepy|drowsy|groggy|woozy|dozing|nodding off|passing out|(?:falling|fell) asleep|(?:can'?t|cant"
    r"|cannot) (?:stay awake"
    r"|keep (?:my|his|her) eyes open))\b",
    re.I,
)
"""What a poison or a blow to the head does next: said in two words, it is the worst news there is."""
DULLING = frozenset("overdose_poisoning head_injury low_blood_sugar stroke_and_seizure".split())
"""Dangers that grow by it."""
RELIEF = re.compile(
    r"\b(?:better|fine|ok|okay|good|great|well|gone|went (?:away|back)|stopped|quit|passed|over|normal"
    r"|mov(?:ed|ing|es)|kick\w*|hiccup\w*|flips?|bounc\w*|roll\w*|again|calm\w*|settled|eas(?:ed|ing)|fad(?:ed|ing)"
    r"|nothing|no more|any ?more|no longer|turned out|was (?:just|only|the)|false alarm|mis(?:counted|took)|awake|woke up"
    r"|cleared?|negative|wrong|relie\w+|phew|panic|kept|plenty|healthy|slowed|down|off|none|since)\b",
    re.I,
)
"""Without one of these no words tell that it is over: `no, the dentist was last month` doesn't."""
LASTING = frozenset(
    """waters_broken preeclampsia stroke_and_seizure cauda_equina clot low_blood_sugar itching_or_jaundice
    grave_back_pain cord_prolapse abruption meningitis postpartum_psychosis sick_newborn""".split()
)
"""Dangers that are to be seen to though the sign has eased: waters that stopped leaking have broken all the same."""
MOVES = re.compile(
    r"\b(?:mov(?:ed|ing|es)|kick\w*|(?<!stopped )hiccup\w*|flips?|bounc\w*|roll\w*|false alarm|checked|scan\w*|heartbeat)\b", re.I
)

COUNTED = re.compile(
    r"\b(?:false alarm|counted|mis(?:counted|took|read)|turned out|was (?:just|only|candy|vitamins)|only (?:took|had|one|two"
    r"|1|2)|wrong"
    r"|none|spat|spit|never swallowed|didn'?t swallow|poison (?:control|help))\b",
    re.I,
)
"""Behind an overdose only what it was counts: whoever feels fine may fall ill for all that."""
OF_ITS_KIND = {"baby_moving_less": MOVES, "overdose_poisoning": COUNTED}


MASKED = re.compile(
    r"\b(?:advil|motrin|ibuprofen|tylenol|aspirin|acetaminophen|paracetamol|pain ?killers?|excedrin|aleve)\b", re.I
)
"""What takes a fever or a pain away for some hours, and nothing of its cause."""
MASKABLE = frozenset("fever_with_pain postpartum ectopic infected_needle_site".split())


def relieves(text: str, urgent: str = "") -> bool:
    """Whether something in it tells that the danger is over; a question tells nothing, and some dangers don't pass like that.

    Args:
        text: what the patient said.
        urgent: the id of the danger.
    """
    if "?" in text or urgent in LASTING or (urgent in MASKABLE and MASKED.search(text)):
        return False
    return OF_ITS_KIND.get(urgent, RELIEF).search(text) is not None


def seen_to(text: str) -> bool:
    """Whether somebody who can judge it has seen to the danger, and nothing says that it goes on."""
    seen = SEEN_TO.search(text)
    if seen is None or UNSEEN.search(text) or LAYMEN.search(text) or not NOTHING_MORE.match(seen["rest"]):
        return False
    return not GOES_ON.search(text) and not IN_DOUBT.search(text)


def guesses(text: str) -> bool:
    """Whether a danger is only explained away."""
    return GUESSES.search(text) is not None


def no_news(text: str) -> bool:
    """Whether what sounds like good news is none: taken back, said of another sign, or only guessed."""
    return goes_on(text) or guesses(text)


def goes_on(text: str) -> bool:
    """Whether it takes back good news, however much it sounds like some."""
    return GOES_ON.search(text) is not None or DENIES.search(text) is not None


def returns(text: str) -> bool:
    """Whether it tells that the danger is back, or never went; a question tells nothing."""
    return RETURNS.search(SUPPOSED.sub("", text)) is not None and not text.rstrip().endswith("?")


def worsens(text: str, urgent: str = "") -> bool:
    """Whether it tells that the danger grows: then all the advice is due again.

    Args:
        text: what the patient said.
        urgent: the id of the danger.
    """
    return WORSE.search(text) is not None or (urgent in DULLING and DROWSY.search(text) is not None)
