"""Names as people give them: `jen`, `im jen`, `ask for Mrs O'Brien`."""

from __future__ import annotations

import re

LONGEST = 60
FILLER = r"(?:(?:hi|hello|hey|ok|okay|sure|yes|yeah|well|oh|um|and|so|please)[\s,.!]+)*"
SAYS_NAME = r"(?:(?:my|the|her|his)\s+name(?:'?s|\s+is)?|name(?:\s+is|\s*:)?|this\s+is|ask\s+for|you\s+can\s+call\s+me)"
SAYS_ANYHOW = r"(?:i'?m|i\s+am|it'?s|it\s+is|that'?s|call\s+me|just)"
LEAD = re.compile(rf"^\s*{FILLER}(?:(?:{SAYS_NAME}|{SAYS_ANYHOW})\s+)?", re.I)
TOLD = re.compile(
    rf"\b{SAYS_NAME}\s+(?P<name>[^\W\d_][\w'’-]*(?:\s+[A-Z][\w'’-]+)?)|\b[Ii]'?(?:m|\s+am)\s+(?P<proper>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)",
    re.I,
)
CORRECTED = re.compile(
    r"^\s*(?:(?:no|nope|actually|sorry|wait|oh|hm+|oops|my bad)\b[\s,.!-]*)+"
    r"(?:(?:it'?s|it\s+is|i'?m|i\s+am|that'?s|make\s+(?:it|that)|put)\s+)(?P<name>.+)$",
    re.I,
)
"""`actually its jessica moore`, said of a name that was given before."""
MOST_CORRECTED = 3
"""Words of a name that corrects another; more than that says something else."""
NAME = re.compile(r"(?:(?:mrs?|ms|miss|dr)\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}", re.I)
TAIL = re.compile(r"[\s,.!]+(?:please|thanks|thank you|here)[\s.!]*$", re.I)
NO_NAMES = frozenset(
    "yes yeah yep no nope nah not ok okay sure thanks thank please hello hi hey stop what why how when where who whom which can"
    " could would should is are was do does did don't dont i you me my your we they the a an it this that none nothing nobody idk"
    " later skip same number phone call callback back want need have has get got know tell ask help wrong change pregnant pain"
    " and or but if maybe never always need rather prefer free available busy sorry cannot can't cant because".split()
)

NO_CORRECTIONS = frozenset(
    "right correct good fine great perfect better best true all everything nice cool done mine hers his theirs mom mum work home"
    " not incorrect off missing still just only tomorrow today morning afternoon evening noon cell landline".split()
)
"""`no its fine` corrects nothing."""


def find(text: str) -> str:
    """The name in an answer to `what name`; empty where it doesn't look like one."""
    rest = TAIL.sub("", LEAD.sub("", text)).strip(" ,.!;:()\"'-")
    fits = 0 < len(rest) <= LONGEST and NAME.fullmatch(rest) and not NO_NAMES & set(rest.casefold().split())
    return _written(rest) if fits else ""


def told(text: str) -> str:
    """A name that somebody gives unasked, which takes plainer words: `my name is jen`, `I'm Jen`."""
    for found in TOLD.finditer(text):
        name = found["name"] or (found["proper"] if (found["proper"] or "")[:1].isupper() else "")
        if name and not NO_NAMES & set(name.casefold().split()):
            return _written(name)
    return ""


def corrected(text: str) -> str:
    """A name that puts another right; empty where none is told."""
    found = CORRECTED.match(text)
    if not found:
        return told(text)
    name = find(found["name"])
    return name if len(name.split()) <= MOST_CORRECTED and not NO_CORRECTIONS & set(name.casefold().split()) else ""


def _written(name: str) -> str:
    """A name in small letters gets its capitals; one that has any stays as it is."""
    words = " ".join(name.split())
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if words.islower() else words
