"""In the middle of a form: is a message the reason to call, whatever was asked for?"""

from __future__ import annotations

import re

from bot.phrasebook import times
from bot.phrasebook.questions import asks

ABOUT = r"(?:calling |asking )?(?:about|bout|regarding|re:?|because|bc|cuz)\b(?! \d)"
WANTS = (
    r"(?:i )?(?:just |only )?(?:want(?:ed)?|need|wanna|would like|have|got)(?: to)? (?:to )?"
    r"(?:ask|know|talk|discuss|book|schedule|make an? app\w*|be seen|(?:a |some )?(?:quick )?questions?)\b"
)
NAMED = r"(?:(?:the |my )?reason(?: for (?:the|my|this) call)?|(?:the )?why)"
LABEL = re.compile(rf"^\W*{NAMED}(?: is)?: *", re.I)
"""`reason: my hip`."""
LED = rf"(?:{ABOUT}|{WANTS}|{NAMED}(?: is)?:|(?:a )?(?:quick )?(?:question|q) (?:about|on|re)\b)"
"""How a reason begins."""
LEADS = r"\W*(?:(?:oh|ok|so|well|and|it'?s|i'?m|just)\W+)*"
ONLY = re.compile(rf"{LEADS}(?P<why>{LED}.+|my (?!names?\b|numbers?\b|cell\b|phone\b)\w.+)", re.I | re.S)
"""A message that is a reason and nothing else: `about insurance`, `my back`."""
LED_TO = re.compile(rf"{LEADS}{LED}", re.I)
SAID_TO_BE = re.compile(
    r"(?<!no )(?<!any )\b(?:(?:the why|(?:the |my )?reason)(?:(?: for (?:the|my|this) call)?"
    r"(?:'?s| is| should be| to be)(?: that)?:?|:)"
    r"|(?:why|reason)(?: is| to)?:|(?:change|make|put|set|correct) (?:the |my )?(?:why|reason) (?:to|as))"
    r"\s*(?P<why>.+?)(?=[,.;]?(?: and)? (?:the |my )?(?:time|number|phone|name|day)(?:'?s| is|:)|[.!]*$)",
    re.I | re.S,
)
"""`the why is si joint`, `no. why: low back pain`: takes the place of another."""
NO_REASON = re.compile(
    r"\b(?:none|nothing|wrong|not|missing|empty|private|personal|needed|optional|gone|fine|ok|okay|good|correct|right)\b"
    r"|^(?:that|it|this)?\W*$|^what\b|\bwhat\W*$|\?\s*$",
    re.I,
)
"""What is said of a reason and is none."""
SOMEBODY = re.compile(
    r"\W*(?:(?:and|also|oh|ok|so|well|its for|it'?s because)\W+)*(?:s?he|she'?s|he'?s|it|i|i'?m|i'?ve|my|we)\b", re.I
)
OF_THE_BODY = re.compile(
    r"\b(?:pain\w*|hurt\w*|ache\w*|aching|sore|stiff|hips?"
    r"|(?<!call )(?<!ring )(?<!phone )(?<!call-)(?<!me )(?<!us )(?<!get )(?<!go )backs?|knees?|legs?|joints?"
    r"|pelvi\w+|si|sij|sciatica|fell|injur\w+)\b",
    re.I,
)
FORGOT = re.compile(
    r"\W*(?:(?:no|but|and|oh|ok)\W+)*(?:you|u)(?:'?ve)? (?:forgot|forget|left out|missed)(?: about)? (?:the |my )?", re.I
)
NO_PHRASE = re.compile(
    r"\b(?:help\w*|treat\w*|cures?|works?|fix\w*|causes?|for|vs|or|what|why|how|can|does|do|is|are|will|points?|needles?|acu\w*"
    r"|session\w*|visits?|exercises?|stretch\w*|wrong|change|it'?s|call|name|number|time|good|guide\w*|stud\w+|trials?"
    r"|back to|bring|one|said)\b"
    r"|\?|\bback$",
    re.I,
)
"""In a few words about a joint, that something is asked, or said of the call."""
YES_IN_SPANISH = re.compile(r"\bsi\b(?! (?:joints?|pain|area|side|problems?|issues?)\b)", re.I)
"""`si, gracias` tells of no joint."""
MOST_BARE, FEWEST_BARE = 8, 2
FEWEST_WORDS = 4
"""Of what is told of somebody's body that is worth passing on."""


def alone(text: str) -> str:
    """The reason that a whole message gives; empty where it gives something else."""
    found = ONLY.fullmatch(text.strip())
    return found["why"].strip(" ,.;!") if found and "?" not in text and not times.span(text) else ""


def is_led_to(text: str) -> bool:
    """Whether a message says that it is a reason: `I want to know whether someone my age can have it`."""
    return LED_TO.match(text) is not None and "?" not in text


def of_the_body(text: str) -> str:
    """What a message tells of somebody's body and doesn't ask, in the patient's words; else empty."""
    told = SOMEBODY.match(text) and OF_THE_BODY.search(text) and len(text.split()) >= FEWEST_WORDS
    return " ".join(text.split()) if told and not asks(text) else ""


def said_to_be(text: str) -> str:
    """The reason that a message says to take, in so many words; empty where it says none."""
    found = SAID_TO_BE.search(text)
    why = " ".join(found["why"].split()).strip(" ,.;!") if found else ""
    return "" if NO_REASON.search(why) else why


def without_said(text: str) -> str:
    """The message without the reason that it says to take."""
    return SAID_TO_BE.sub(" ", text) if said_to_be(text) else text


def bare(text: str) -> str:
    """What a few words without a verb name of the body: `hip pain after baby`, `deaf, si joint after a crash`; else empty."""
    pieces = [FORGOT.sub("", piece).strip(" ,") for piece in re.split(r"[.;!\n]+", text)]
    told = [
        piece
        for piece in pieces
        if FEWEST_BARE <= len(piece.split()) <= MOST_BARE and OF_THE_BODY.search(YES_IN_SPANISH.sub(" ", piece))
    ]
    return "" if not told or NO_PHRASE.search(text) or asks(text) or times.only(text) else " ".join("; ".join(told).split())
