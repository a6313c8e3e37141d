"""What the words after an alarm say of help: that it was reached, that it is being got now, or what to do till it is there."""

from __future__ import annotations

import re

SOMEBODY = (
    r"(?:them|911|988|poison (?:control|help)|(?:the |my |our |her |his )?(?:\w+ )?(?:ob|obgyn|midwife|doctor|dr|doc|gp"
    r"|nurse|triage|hospital|labou?r (?:line|ward)|pharmacist|hotline|helpline|lifeline|therapist|ambulance|number|line))"
)
DUTY = (
    r"(?:the |my |our |her |his )?(?:hospital'?s? )?(?:labou?r (?:line|ward|unit|and delivery)|l ?& ?d|maternity(?: unit"
    r"| ward)?|triage"
    r"|ob|obgyn|midwife|doctor|dr|doc|pediatrician|paediatrician|gp|nurse(?: line)?|hospital|poison (?:control|help)|er)"
)
"""Who can judge it, and has somebody on duty."""
AMBULANCE = frozenset(
    "chest_and_breath stroke_and_seizure allergic_reaction cord_prolapse overdose_poisoning sick_newborn postpartum_psychosis"
    " meningitis abruption".split()
)
"""Dangers in which nobody should drive or wait for a lift."""
AGREES = re.compile(
    r"\bwill do\b(?! (?:it|this|that)\b)"
    r"|\b(?:i'?ll|i will|we'?ll|we will|i'?m going to|gonna|let me|ok(?:ay)? i) (?:now |just |go )?"
    r"(?:call|ring|phone|get (?:it|this|her|him|myself|that) (?:checked|seen|looked)|(?:go|head) (?:in|now|there|over"
    r"|right (?:in|now|away|over)|to (?:the |my )?(?:er|ed|a&e|hospital|doctor|ob|midwife|urgent care)))\b"
    r"|\btell (?:her|him|them) to (?:call|go|ring)\b(?! (?:me|us))"
    r"|^(?:ok(?:ay)?|alright|yes)?[\s,.!]*(?:i'?m |im |we'?re |were )?(?:calling|going|heading)"
    r" (?:now|in|there|them|her|him|over|911|to (?:the |my )?(?:er|ed|a&e|hospital|l ?& ?d|urgent care|emergency room|ob"
    r"|doctor|midwife"
    r"|labou?r \w+))\b|\bon (?:my|our|the) way\b"
    r"|^(?:\W*(?:ok(?:ay)?|alright|all right|right|fine|yes|yeah|so)\b)+\W*(?:i'?m|i am|we'?re|we are) "
    r"(?:going|leaving|off|heading out)(?: now)?\W*$|^\W*(?:i'?m|i am|we'?re|we are) (?:going|leaving|heading out) now\W*$"
    r"|^(?:\W*(?:ok(?:ay)?|alright|all right|right|fine|yes|yeah|so)\b)*\W*(?:i'?m|i am|we'?re|we are) "
    r"(?:making|getting) (?:him|her) (?:to )?go\b"
    r"|^(?:\W*(?:ok(?:ay)?|right|fine|yes)\b)*\W*(?:i'?m |i am |we'?re |we are |he'?s |she'?s |(?:my )?(?:husband|hubby|wife"
    r"|mom|mum|sister|partner)"
    r"(?:'?s| is) )?(?:taking|bringing|driving) (?:me|us|him|her|them|it|the baby|baby) (?:in|there|to (?:the |an? )?"
    r"(?:er|ed|a&e|hospital|l ?& ?d|urgent care|labou?r \w+|emergency room))\b"
    r"|^(?:\W*(?:ok(?:ay)?|right|fine|yes)\b)*\W*(?:i'?m|i am|we'?re|we are|he'?s|she'?s)?(?: already| now| all)? ?"
    r"in (?:the|an?|my|our) (?:car|ambulance|uber|lyft|taxi|cab|er|triage|waiting room at the (?:er|hospital))"
    r"(?: (?:now|already|rn|going (?:in|there)))*\W*$",
    re.I,
)
"""`ok will do thank you`, `i'll call them, sorry` after the advice."""
DRIVES = re.compile(
    r"\bin (?:the|an?|my|our) (?:car|uber|lyft|taxi|cab)\b|\b(?:driving|drive) (?:me|us|him|her|them|it|baby|there|in)\b",
    re.I,
)
"""Goes by car, which some dangers forbid."""
CALLED = re.compile(
    rf"\b(?:i|we) (?:just |already )?told (?:911|the dispatcher|988)\b"
    rf"|\b(?:i|we|she|he)(?:'ve| have|'d)? (?:just |already |finally )?(?:called|rang|rung|phoned|texted|spoke (?:to|with)"
    rf"|talked (?:to|with)) {SOMEBODY}\b|^\W*(?:ok\W+)?(?:just )?(?:called|rang|phoned) {SOMEBODY}\b"
    rf"|(?:^|\b(?:i'?m|we'?re|am|ok|okay|now)\W+)(?:calling|ringing|texting) (?:911|988|them)\b(?! to)"
    rf"|^\W*(?:(?:ok(?:ay)?|right|fine|yes)\W+)*(?:i'?m |we'?re )?(?:calling|ringing|phoning) {DUTY}\b(?! to)"
    rf"|^\W*(?:(?:ok(?:ay)?|just|finally)\W+)*(?:spoke|talked) (?:to|with) {SOMEBODY}\b"
    rf"|\b{DUTY} (?:wants?|needs?) (?:me|us|her|him)(?: to (?:come|go) (?:right |straight )?(?:in|over|down|now)| in| there"
    r"| now)?"
    rf"(?=\W*$|[.,;!]| (?:now|so|asap|right))"
    rf"|\b{DUTY}(?: just)? (?:said|says|say|told (?:me|us|her|him))(?: (?:i|we) should| (?:me|us))?(?: to)?"
    r" (?:come|go|head) (?:right |straight |on )?(?:in|over|down|there)\b"
    r"|\bthey(?: just)? (?:said|say|told (?:me|us|her|him)|want (?:me|us|her|him))(?: to)? (?:(?:come|go) )?(?:right "
    r"|straight |on )?in"
    r"(?=\W*$|[.,;!]| (?:now|asap|so|and|for|right)\b)|"
    rf"\bon the (?:phone|line) (?:w|with|to) {SOMEBODY}\b"
    r"|\b(?:ambulance|paramedics?|medics|ems)(?: is| are|'s)? (?:now )?(?:here|coming|outside|on (?:the|their|its) way)\b"
    r"|\b(?:poison (?:control|help)|911|988|labou?r line|nurse line|triage) (?:said|say|says|told (?:me|us))\b",
    re.I,
)
"""`very well, I have rung 911`, `poison control says give milk`: help has been asked for, and named."""
CALLING_NOW = re.compile(
    r"\W*(?:(?:ok|okay|yes|alright|i'?m|i am|i|just|now|have|i'?ve|and|so)\W+)*(?:(?:calling|texting|ringing|called|texted)"
    r"|on the (?:phone|line) (?:w|with|to)) (?:988|911|them|the (?:number|line|hotline|lifeline))"
    r"(?: (?:right )?now| rn| just now)?(?:\W+(?:thanks?|thank you|thx|ty))?\W*",
    re.I,
)
"""The same where it is about despair: now, and nothing behind it."""
UNREACHED = re.compile(
    r"\b(?:no(?:body|one| one)?|not|n'?t|cant|wont|didnt|doesnt|isnt|never|voicemail|busy|hold|waiting|tomorrow|will|hung"
    r"|cancel\w*|machine|recording|message|last|ago|before|once|times|useless|gave up|refused|too|late|but|queue|earliest|worse"
    r"|told you|instead|should|expect\w*|when i left|rang and|rings?|ringing out|without me|engaged|left me|goodbye|bye"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in (?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)\w*)\b|\?",
    re.I,
)
"""Help that was not there, is long past or was given up."""
BUT_NOT_NOW = re.compile(
    r"\b(?:not?|never|don'?t|won'?t|can'?t|later|tomorrow|tmrw|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|if|but|instead"
    r"|unless|until|till|wait|should|(?<!thank )(?:you|u)|book|appointment|after (?:work|lunch|dinner|school|i|my|the)|morning"
    r"|lunch|when they open|hours?|physical|work|bed|sick|home|lie down|sleep|cab|kids|office|clinic|friend|husband|wife|mom"
    r"|mum"
    r"|mother|sister|boss|in a (?:bit|while|minute|sec|few))\b"
    r"|\bway to (?!(?:the )?(?:er|ed|hospital|l ?& ?d|labou?r|urgent care))",
    re.I,
)
"""What is put off, meant for somebody who can't help, or leads elsewhere."""
WAITS = re.compile(
    r"\b(?:while|until|till|before|when) (?:i|we|they|he|she|the ambulance)\b.{0,12}\b(?:wait\w*|comes?|gets? here|arrives?)\b",
    re.I,
)
"""`what do i do while i wait`."""
HELPERS = (
    r"(?:911|988|them|an ambulance|the ambulance|poison (?:control|help)|(?:the |my |our |her |his |a )?(?:ob|obgyn"
    r"|ob-gyn|midwife|doctor|pediatrician|paediatrician|labou?r (?:line|ward)|er|l ?& ?d))"
)
INDEED = re.compile(
    r"^(?!.*\b(?:who|when|how|what|which|where|why|or)\b)\W*(?:[\w']+\W+){0,9}?"
    r"(?:should|shall|do|must) (?:i|we|he|she)(?: still| really| even)?(?: need to| have to)?(?: now| still| really| just)? (?:"
    rf"(?:call|ring|phone)(?: {HELPERS})?|wake (?:her|him|them|the baby|my \w+)(?: up)?"
    r"|go(?: in| to (?:the )?(?:er|ed|hospital|l ?& ?d))?|get (?:it |this )?(?:checked|seen|help)"
    r")(?: now| then| right now| tonight| anyway)?\W*$",
    re.I,
)
"""`should i wake her`, `do i need to go in`: yes; not who should drive, for some must not."""
ASIDE = re.compile(
    r"(?:^|(?<=[.!?\n,]))[\s]*(?:and |also |but |so |btw |then )*(?:can|could|do|does|is|are|will|would|how|what|when|where"
    r"|should)\b"
    r"[^.!?\n]*\b(?:you|u|your|ur|acupuncture|needl\w*|session|visit|clinic|appts?|appointments?)\b[^.!?\n]*[.!?]*\s*$",
    re.I,
)
"""What is asked of the clinic behind the news: `spoke to nurse, going in. can acupuncture help after?`"""
MEANWHILE = re.compile(
    r"(?:^|(?<=[.!?\n,])|\band\b)\s*(?:and |so |but |now )*(?:should|can|could|do|may|must|what (?:do|should)) (?:i|we|he|she)"
    r" (?:do|lie|lay|sit|stand|get|go to the (?:bathroom|toilet)|walk|move|eat|drink|unlock|open|keep|hold|stay|pee"
    r"|shower|push)\b(?![^.!?\n]*\b(?:cancel|hang up|call(?:ed)? (?:them )?off|not to come|home|in the car|drive)\b)"
    r"[^.!?\n]*[.!?]*\s*$",
    re.I,
)
"""`called 911. should i lie down`: what to do till they are there."""
PLANNED = re.compile(
    rf"^\W*(?:(?:ok(?:ay)?|so|i|we|just|already|have|ive|i've)\W+)*(?:called|rang|phoned|spoke (?:to|with)|talked (?:to|with))"
    rf"(?: (?:the |my )?{DUTY})?\W"
    r".{0,60}\b(?:tomorrow|tmrw|tmr|today|tonight|sample|test|check|(?:mon|tues|wednes|thurs|fri|satur|sun)day|at \d+)\b"
    rf"|\b(?:they|{DUTY}) (?:said|says|say|told (?:me|us)|wants?)\b.{{0,60}}"
    r"\b(?:come (?:in|at|by|over|to)|go in|a (?:check|sample|test|scan)|see (?:me|her|him|us))\b",
    re.I,
)
"""`ok called, dr wants a urine sample tomorrow`: whoever can judge it was asked, and said when."""
NOT_BY_THEM = re.compile(
    r"\b(?:mom|mum|mother|sister|friend|boyfriend|husband|hubby|neighbou?r|landlord|uber|lyft|cab|taxi|boss|work|sick|google\w*|you"
    r"|last|ago|receptionist|chiro\w*|would|could|if|should|will|ill|worse|anyway|instead|stay\w*|home|bed|full|soak\w*|no ?body"
    r"|no one|voicemail|answer\w*|busy|hold|machine|message|not|refus\w*)\b|n'?t\b|\?",
    re.I,
)
"""Asked of somebody who can't judge it, or not done."""
MAY_WAIT = re.compile(
    r"\b(?:can|could|should|may|shall|do) (?:i|we|it|this|she|he|that)(?: just| still| not| really| at least)?"
    r" (?:wait|sleep on it|leave it)\b(?! (?:\w+ ){0,4}for (?:the |an )?(?:ambulance|them|911|medics|paramedics|help))"
    r"|\bshould (?:i|we) (?:just )?let (?:him|her|them|it)\b"
    r"|\b(?:ok(?:ay)?|fine|safe|alright) (?:to (?:wait|leave it)|(?:un)?till? (?:tomorrow|the morning|morning|monday|friday))\b"
    r"|\bwait (?:un)?till?\b.*\?"
    r"|\b(?:can|could|may|should) (?:i|we|he|she) (?:just |still |at least |maybe )?(?:have|take|finish|get|eat|drink|shower"
    r"|sleep|nap"
    r"|rest|do|go|pick|feed|drop|pack|wash|put|lie|lay|sit|see|call (?:my|the) (?:work|boss|mom|mum|husband"
    r"|sister))\b.{0,40}\bfirst\b"
    r"|\b(?:tomorrow|tmrw|tmr|(?:in the )?morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend|later)"
    r" (?:then|ok(?:ay)?|fine|instead|alright|soon enough)\W*$"
    r"|\bdo (?:i|we) have (?:the )?time (?:to|for)\b|\bhow long (?:do|can) (?:i|we) (?:have|wait)\b"
    r"|\b(?:i'?ll|we'?ll|ill|i will|gonna|going to|rather) (?:just )?(?:wait|see how|give it"
    r"|sleep on it)\b(?!.*\b(?:ambulance|outside|here)\b)"
    r"|\b(?:can|could|should) (?:i|we|he|she) (?:just )?(?:sleep it off|(?:wait|ride) it out|ignore it|stay (?:at )?home)\b"
    r"|(?<!your )\b(?:office|urgent care|practice)(?:'?s| is| are) (?:closed|shut)\b"
    rf"|\b(?:{DUTY}|office|urgent care|surgery|they)(?: \w+)? (?:opens?|reopens?|(?:is|are|be) (?:closed|back|open)"
    r"|(?:is |are )?comin\w*|comes)\b.{0,20}\b(?:at \d+|on \w+day|tomorrow|tmrw|monday|morning)\b"
    r"|\b(?:urgent care|they|the office|my (?:ob|dr|doctor)(?:'?s office)?)(?:'?s|'?re| is| are) (?:closed|shut)\b",
    re.I,
)
"""`can i wait til morning`: no."""


def asks_to_get_help(text: str) -> bool:
    """Whether somebody asks whether to do what the advice says."""
    return INDEED.search(text) is not None


def asks_to_wait(text: str) -> bool:
    """Whether somebody asks whether it can wait."""
    return MAY_WAIT.search(text) is not None


def without_aside(text: str) -> str:
    """The text without what is asked of the clinic behind it."""
    return ASIDE.sub("", text).strip() or text


def planned(text: str) -> bool:
    """Whether somebody who can judge it was asked, and said when the patient is to be seen."""
    return PLANNED.search(text) is not None and not NOT_BY_THEM.search(text)


def agrees(text: str) -> bool:
    """Whether the patient is getting help now; not where it is put off, asked about or meant for the clinic."""
    text = without_aside(text)
    return called(text) or (AGREES.search(text) is not None and not BUT_NOT_NOW.search(text))


def drives(text: str) -> bool:
    """Whether the patient goes there by car."""
    return DRIVES.search(text) is not None


def called(text: str) -> bool:
    """Whether somebody who can help has been reached; not where nobody answered."""
    text = MEANWHILE.sub("", without_aside(text))
    return CALLED.search(text) is not None and credible(text)


def asks_meanwhile(text: str) -> bool:
    """Whether somebody asks how to lie or what to do until those who were called are there."""
    return MEANWHILE.search(text) is not None and called(text)


def credible(text: str) -> bool:
    """Whether nothing in it tells of help that was not reached, or was there another time."""
    return not UNREACHED.search(text)


def calling_now(text: str) -> bool:
    """The same about despair: only now, only those who are there for it, and nothing that takes it back."""
    return CALLING_NOW.fullmatch(text) is not None and credible(text)


def waits(text: str) -> bool:
    """Whether somebody asks what to do until help is there."""
    return WAITS.search(text) is not None
