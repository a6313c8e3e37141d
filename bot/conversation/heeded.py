"""What the words after an alarm say of it: that help is being got, or that the danger goes on."""

from __future__ import annotations

import re

SOMEBODY = r"(?:them|911|988|poison (?:control|help)|(?:the |my |our |her |his )?(?:\w+ )?(?:ob|obgyn|midwife|doctor|dr|doc|gp"
SOMEBODY += r"|nurse|triage|hospital|labou?r (?:line|ward)|pharmacist|hotline|helpline|lifeline|therapist|ambulance|number|line))"
AGREES = re.compile(
    r"\bwill do\b(?! (?:it|this|that)\b)"
    r"|\b(?:i'?ll|i will|we'?ll|we will|i'?m going to|gonna|let me|ok(?:ay)? i) (?:now |just |go )?"
    r"(?:call|ring|phone|get (?:it|this|her|him|myself|that) (?:checked|seen|looked)|(?:go|head) (?:in|now|there|over"
    r"|right (?:in|now|away|over)|to (?:the |my )?(?:er|ed|a&e|hospital|doctor|ob|midwife|urgent care)))\b"
    r"|\btell (?:her|him|them) to (?:call|go|ring)\b(?! (?:me|us))"
    r"|^(?:ok(?:ay)?|alright|yes)?[\s,.!]*(?:i'?m |im |we'?re |were )?(?:calling|going|heading)"
    r" (?:now|in|there|them|her|him|over|911)\b|\bon (?:my|our|the) way\b",
    re.I,
)
"""`ok will do thank you`, `i'll call them, sorry` after the advice."""
CALLED = re.compile(
    rf"\b(?:i|we|she|he|they)(?:'ve| have|'d)? (?:just |already |finally )?(?:called|rang|rung|phoned|texted|spoke (?:to|with)"
    rf"|talked (?:to|with)|got (?:through|hold)) (?:to |of )?{SOMEBODY}\b|^\W*(?:ok\W+)?(?:called|rang|phoned) {SOMEBODY}\b"
    rf"|\b(?:calling|ringing|texting) (?:911|988|them)\b|\bon the (?:phone|line) (?:w|with|to) {SOMEBODY}\b"
    r"|\b(?:they(?:'re|re| are)|(?:ambulance|paramedics?|medics|ems)(?: is| are|'s)?) (?:now )?"
    r"(?:here|coming|outside|on (?:the|their|its) way)\b"
    r"|\b(?:they|poison control|911|988|labou?r line|nurse line) (?:said|say|says|told (?:me|us)) "
    r"(?:to |he |she |i |we |come |go |stay |give )",
    re.I,
)
"""`very well, I have rung 911`, `theyre here`, `they told me to come in`: help has been asked for."""
GOES_ON = re.compile(
    r"\bwors(?:e|ening)\b|\b(?:came|come|comes|coming|is|its|it's) back\b|\bstart(?:ed|s|ing)? (?:up )?again\b|\bstill (?!tell)"
    r"|\b(?:has|have|is|are|does|do|did|was|wo|ca)(?:n'?t| not)\b(?! an emergency| urgent)"
    r"|\b(?:cannot|not|no) (?:better|really|yet|sure)\b"
    r"|\bkeeps?\b|\b(?:the )?same\b|\bno (?:change|improvement)\b|\b(?:stronger|closer|heavier|otherwise)\b|\bon and off\b"
    r"|\bcomes and goes\b|\bbut\b|\ba (?:tiny |little )?(?:bit|little)\b|\bonce\b|\b(?:barely|hardly|only|less)\b"
    r"|\bjust (?:\w+ )?(?:tired|exhausted|worn out|sad)\b|\b(?:agony|awful|terrible|unbearable)\b",
    re.I,
)
"""What takes back good news, or is none: `it stopped but came back`, `its worse now`."""
SEEN_TO = re.compile(
    r"\b(?:dr|doctor|doc|doctors|gp|ob|obgyn|midwife|midwives|nurse|hospital|er|ed|triage)\b[\w\s,']{0,25}"
    r"\b(?:knows?(?: about (?:it|this|that))?\W*$|(?:said|says|say|told (?:me|us|her)|thinks?)\b"
    r"[\w\s,']{0,30}\b(?:fine|ok|okay|normal|nothing)\b"
    r"|(?:checked|examined|cleared|saw|scanned) (?:me|it|her|us|him|everything|baby|the baby)\b)"
    r"|\bknows? about (?:it|this|that)\b.*\b(?:scan|ultrasound|exam|tests?|check ?up)\b",
    re.I,
)
"""`midwife knows and says fine`, `dr said low blood pressure fine`: who can judge has judged."""
DENIES = re.compile(
    r"^\W*(?:(?:and|but|ok|okay|well|also|no)\W+)*(?:nothing|without|(?:no|not|don'?t have|doesn'?t have) (?:any |a )?"
    r"(?:fever|bleed\w*|blood|pain|contractions|cramp\w*|numb\w*|swelling|headache|discharge|chills|signs?|symptoms?|vision|spots"
    r"|leak\w*|smell|pus|redness|warm|hot|dizzy))\b"
    r"(?!.*\b(?:more|longer|now|any ?more|since|today|tonight|overnight|all (?:day|night)|stopped|gone"
    r"|worries|problem|emergency|alarm|need)\b)"
    r"|\b(?:it'?s|its|is|looks?) (?:all |just |quite )?clear\b(?! now)",
    re.I,
)
"""`no fever`, `nothing like that`, `its clear`, said of a hot scar or of waters: another sign denied is no end of this one."""
UNSEEN = re.compile(
    r"\bnever\b|\bno (?:doctor|dr|doc|midwife|nurse|ob|one|body)\b|\bnobody\b|\bnot (?:ok|okay|normal|fine|good)\b"
    r"|\blast (?:week|month|visit|time)\b|\bago\b",
    re.I,
)
"""`er never checked me`, `said its not normal`, `saw me last week`."""
GUESSES = re.compile(
    r"\bprob(?:ab)?ly\b|\bprob\b|\bmaybe\b|\b(?:might|must|could|may) (?:be|have)\b|\bwas just (?!a false)"
    r"|\b(?:think|guess|assume|suppose)\b|\bhopefully\b"
    r"|\bsure it'?s (?:nothing|fine|ok)\b|\b(?:was|being|sound(?:s|ed)?) (?:so |a bit |too )?(?:dramatic|silly|stupid)\b"
    r"|\bjust (?:the|my|a) (?!false)\w+",
    re.I,
)
"""`probly slept funny`, `im sure its nothing`, `sorry. that was dramatic`: what it may have been is no news that it is over."""
IN_DOUBT = re.compile(r"\b(?:if|unless|until|till|should|wait|call|waiting|yet|tomorrow)\b|\?", re.I)
UNREACHED = re.compile(
    r"\b(?:no(?:body|one| one)?|not|n'?t|cant|wont|didnt|doesnt|isnt|never|voicemail|busy|hold|waiting|tomorrow|will)\b|\?", re.I
)
WAITS = re.compile(
    r"\b(?:while|until|till|before|when) (?:i|we|they|he|she|the ambulance)\b.{0,12}\b(?:wait\w*|comes?|gets? here|arrives?)\b",
    re.I,
)
BUT_NOT_NOW = re.compile(
    r"\b(?:not?|never|don'?t|won'?t|can'?t|later|tomorrow|tmrw|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|if|but|instead"
    r"|unless|until|till|wait|should|(?<!thank )(?:you|u)|book|appointment)\b",
    re.I,
)


RELIEF = re.compile(
    r"\b(?:better|fine|ok|okay|good|great|well|gone|went (?:away|back)|stopped|quit|passed|over|normal"
    r"|mov(?:ed|ing|es)|kick\w*|hiccup\w*|flips?|bounc\w*|roll\w*|again|calm\w*|settled|eas(?:ed|ing)|fad(?:ed|ing)"
    r"|nothing|no more|any ?more|no longer|turned out|was (?:just|only|the)|false alarm|mis(?:counted|took)|awake|woke up"
    r"|cleared?|negative|wrong|relie\w+|phew|panic|kept|plenty|healthy|slowed|down|off|none|since)\b",
    re.I,
)
"""Without one of these no words tell that it is over: `no, the dentist was last month` doesn't."""


def agrees(text: str) -> bool:
    """Whether the patient is getting help now; not where it is put off, asked about or meant for the clinic."""
    return called(text) or (AGREES.search(text) is not None and not BUT_NOT_NOW.search(text))


def called(text: str) -> bool:
    """Whether somebody who can help has been reached; not where nobody answered."""
    return CALLED.search(text) is not None and not UNREACHED.search(text)


def waits(text: str) -> bool:
    """Whether somebody asks what to do until help is there."""
    return WAITS.search(text) is not None


def relieves(text: str) -> bool:
    """Whether something in it tells that the danger is over; a question tells nothing."""
    return RELIEF.search(text) is not None and "?" not in text


def seen_to(text: str) -> bool:
    """Whether somebody who can judge it has seen to the danger, and nothing says that it goes on."""
    seen = SEEN_TO.search(text) is not None and not UNSEEN.search(text)
    return seen and not GOES_ON.search(text) and not IN_DOUBT.search(text)


def guesses(text: str) -> bool:
    """Whether a danger is only explained away."""
    return GUESSES.search(text) is not None


def no_news(text: str) -> bool:
    """Whether what sounds like good news is none: taken back, said of another sign, or only guessed."""
    return goes_on(text) or guesses(text)


def goes_on(text: str) -> bool:
    """Whether it takes back good news, however much it sounds like some."""
    return GOES_ON.search(text) is not None or DENIES.search(text) is not None
