"""Names as people give them: `jen`, `im jen`, `ask for Mrs O'Brien`."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 60
FILLER = r"(?:(?:hi|hello|hey|ok|okay|sure|yes|yeah|well|oh|um|and|so|please)[\s,.!]+)*"
SAYS_NAME = r"(?:(?:my|the|her|his)\s+name(?:'?s|\s+is)?|name(?:'?s|\s+is|\s*:)?|this\s+is|ask\s+for|you\s+can\s+call\s+me)"
SAYS_ANYHOW = r"(?:i'?m|i\s+am|it'?s|it\s+is|that'?s|call\s+me|just)"
LEAD = re.compile(rf"^\s*{FILLER}(?:(?:{SAYS_NAME}|{SAYS_ANYHOW})\s+)?", re.I)
WORDS_OF_NAME = r"[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]+)?"
TOLD = re.compile(
    rf"\b{SAYS_NAME}\s+(?P<name>{WORDS_OF_NAME})"
    rf"|(?:\bi'?(?:m|\s+am)|\b(?:s?he|it)(?:'?s|\s+is)|\b(?:call|ring)\s+(?:me|us|her|him)(?:\s+back)?[,:])"
    rf"\s+(?!i'?m\b|i\s+am\b|my\b|it|this\b|name\b)(?P<proper>{WORDS_OF_NAME})",
    re.I,
)
BEHIND_THE_WISH = re.compile(
    r"\b(?:call|ring|phone|text) (?:me|us)(?: back)?(?:[\s,]+(?:please|pls|plz|asap|thanks))*"
    r"\s*[.:!-]+\s*(?P<name>[^.,;:!?\d\n]+?)\s*(?:[.,;!\n]|$)",
    re.I,
)
"""`ok call me. Sue`: a sentence of a name alone."""
CORRECTED = re.compile(
    r"^\s*(?:(?:no|nope|actually|sorry|wait|oh|hm+|oops|my bad|(?:and|also|please)(?= put| the name| name)"
    r"|i (?:said|meant|told you))\b[\s,.!-]*)+"
    r"(?:(?:(?:it'?s|it\s+is|i'?m|i\s+am|that'?s|make\s+(?:it|that)|put)\s+)(.+)|(?-i:([A-Z][\w'’-]+)))\W*$",
    re.I,
)
"""`actually its jessica moore`, said of a name that was given before."""
CHANGED = re.compile(r"\bname\b(?:\s+\w+)?\s+(?:to|should\s+be)\s+([^\W\d_][\w'’-]*(?-i:\s+[A-Z][\w'’-]+){0,2})", re.I)
"""`change the name to Ben`."""
SPELT = re.compile(r"\s+(?:with|without|w)\s+(?:an?|no|one|two|\d)\b.*$|,?\s+not\s+[\w'’-]+\W*$", re.I)
"""`John with an h`, `Louise not Lou`."""
SPELT_OUT = re.compile(r"\bwith (?:an?|no|one|two|\d)\b[^,]*,\s*(?P<name>(?-i:[A-Z])[\w'’-]+)\W*$", re.I)
"""`Ann with an e, Anne`: the last says how."""
MOST_CORRECTED = 3
"""Words of a name that corrects another; more than that says something else."""
NAME = re.compile(r"(?:(?:mrs?|ms|miss|dr)\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}", re.I)
PROPER = re.compile(r"(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}")
TAIL = re.compile(r"[\s,.!]+(?:please|thanks|thank you|here)[\s.!]*$", re.I)
NO_NAMES = frozenset(
    "yes yeah yep no nope nah not ok okay sure thanks thank please hello hi hey stop what why how when where who whom which can"
    " could would should is are was do does did don't dont i you me my your we they the a an it this that none nothing nobody idk"
    " later skip same number phone call callback back want need have has get got know tell ask help wrong change pregnant pain"
    " and or but if maybe never always need rather prefer free available busy sorry cannot can't cant because send now"
    " today tomorrow tonight asap hold robot bot sec second minute moment cancel start everything submit here there"
    " spelled spelt misspelled correct right out at of school work home off until during before after her him them us bye"
    " goodbye whenever any anytime morning evening noon those these clinic doctor fine good great cool use make"
    " urgent urgently sciatica regards only voicemail voicemails text texts texting cell mobile landline".split()
)

BEHIND = frozenset("its it's it for and but my the calling here from please pls thanks by at on or".split())
"""What may follow a name without belonging to it, whatever its letters."""
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
        first, *others = (found["name"] or found["proper"]).split()
        if first.casefold() in NO_NAMES or not (found["name"] or first[:1].isupper()):
            continue
        return _written(" ".join([first, *(each for each in others if each[:1].isupper() and each.casefold() not in BEHIND)]))
    alone = BEHIND_THE_WISH.search(text)
    return beside_number([alone["name"]]) if alone else ""


def beside_number(pieces: Iterable[str]) -> str:
    """A name among what stands around a phone number: `call me. Pat. 484-555-0183`, `Joe Russo 610 555 0158`."""
    for piece in pieces:
        if PROPER.fullmatch(piece.strip()) and find(piece):
            return find(piece)
    return ""


def changed(text: str) -> str:
    """The name that a message asks to put for another, in so many words."""
    found = CHANGED.search(text)
    return _meant(found[1]) if found else ""


def corrected(text: str) -> str:
    """A name that puts another right; empty where none is told."""
    spelt = SPELT_OUT.search(text)
    if spelt:
        return _meant(spelt["name"])
    found = CORRECTED.match(SPELT.sub("", text)) or CHANGED.search(text)
    return _meant(found[found.lastindex or 0]) if found else told(text)


def again(text: str, before: str) -> str:
    """A name that corrects the one told before, where any words may answer: some of it is said again, `no its Ellen WOO`."""
    name = corrected(text)
    return name if set(name.casefold().split()) & set(before.casefold().split()) and name != before else ""


def _meant(words: str) -> str:
    """The name that stands where a correction puts it; `no its fine` corrects nothing."""
    name = find(words)
    return name if len(name.split()) <= MOST_CORRECTED and not NO_CORRECTIONS & set(name.casefold().split()) else ""


def _written(name: str) -> str:
    """A name in small letters gets its capitals; one that has any stays as it is."""
    words = " ".join(name.split())
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if words.islower() else words
