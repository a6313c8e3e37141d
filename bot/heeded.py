"""What the words after an alarm say of it: that help is being got, or that the danger goes on."""

from __future__ import annotations

import re

AGREES = re.compile(
    r"\bwill do\b(?! (?:it|this|that)\b)|\b(?:i'?ll|i will|we'?ll|we will|i'?m going to|gonna|let me) (?:now |just )?"
    r"(?:call|ring|phone|(?:go|head) (?:in|now|there|over|right (?:in|now|away|over)|to (?:the |my )?(?:er|ed|a&e|hospital|doctor"
    r"|ob|midwife|urgent care)))\b|^(?:ok(?:ay)?|alright|yes)?[\s,.!]*(?:i'?m |im |we'?re |were )?(?:calling|going|heading)"
    r" (?:now|in|there|them|her|him|over|911)\b|\bon (?:my|our|the) way\b",
    re.I,
)
"""`ok will do thank you`, `i'll call them, sorry` after the advice."""
GOES_ON = re.compile(
    r"\bwors(?:e|ening)\b|\b(?:came|come|comes|coming|is|its|it's) back\b|\bstart(?:ed|s|ing)? (?:up )?again\b|\bstill (?!tell)"
    r"|\b(?:has|have|is|are|does|do|did|was|wo|ca)(?:n'?t| not)\b(?! an emergency| urgent)"
    r"|\b(?:cannot|not|no) (?:better|really|yet|sure)\b"
    r"|\bkeeps?\b|\b(?:the )?same\b|\bno (?:change|improvement)\b|\b(?:stronger|closer|heavier|otherwise)\b|\bon and off\b"
    r"|\bcomes and goes\b|\bbut\b",
    re.I,
)
"""What takes back good news, or is none: `it stopped but came back`, `its worse now`."""
BUT_NOT_NOW = re.compile(
    r"\b(?:not?|never|don'?t|won'?t|can'?t|later|tomorrow|tmrw|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|if|but|instead"
    r"|unless|until|till|wait|should|(?<!thank )(?:you|u)|book|appointment)\b",
    re.I,
)


def agrees(text: str) -> bool:
    """Whether the patient is getting help now; not where it is put off, asked about or meant for the clinic."""
    return AGREES.search(text) is not None and not BUT_NOT_NOW.search(text)


def goes_on(text: str) -> bool:
    """Whether it takes back good news, however much it sounds like some."""
    return GOES_ON.search(text) is not None
