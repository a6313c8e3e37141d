"""In the middle of a form: is a message the reason to call, whatever was asked for?"""

from __future__ import annotations

import re

from bot.phrasebook import times
from bot.phrasebook.questions import asks

ABOUT = r"(?:calling |asking )?(?:about|bout|regarding|re:?|because|bc|cuz)\b(?! \d)"
WANTS = (
    r"(?:i )?(?:just |only )?(?:want(?:ed)?|need|wanna|would like|have|got)(?: to)? (?:to )?"
    r"(?:ask|know|talk|discuss|(?:a |some )?(?:quick )?questions?)\b"
)
LED = rf"(?:{ABOUT}|{WANTS}|(?:a )?(?:quick )?(?:question|q) (?:about|on|re)\b)"
"""How a reason begins."""
LEADS = r"\W*(?:(?:oh|ok|so|well|and|it'?s|i'?m|just)\W+)*"
ONLY = re.compile(rf"{LEADS}(?P<why>{LED}.+|my (?!names?\b|numbers?\b|cell\b|phone\b)\w.+)", re.I | re.S)
"""A message that is a reason and nothing else: `about insurance`, `my back`."""
LED_TO = re.compile(rf"{LEADS}{LED}", re.I)
SOMEBODY = re.compile(
    r"\W*(?:(?:and|also|oh|ok|so|well|its for|it'?s because)\W+)*(?:s?he|she'?s|he'?s|it|i|i'?m|i'?ve|my|we)\b", re.I
)
OF_THE_BODY = re.compile(
    r"\b(?:pain\w*|hurt\w*|ache\w*|aching|sore|stiff|hips?|backs?|knees?|legs?|joints?|pelvi\w+|si|sij|sciatica|fell|injur\w+)\b",
    re.I,
)
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
