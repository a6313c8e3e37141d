"""Names as people give them: `jen`, `im jen`, `ask for Mrs O'Brien`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.phrasebook import name_words
from bot.phrasebook.name_words import NO_NAMES, NO_PROPER, TITLE

LONGEST = 60
FILLER = r"(?:(?:hi|hello|hey|ok|okay|sure|yes|yeah|well|oh|um|and|so|please)[\s,.!]+)*"
SAYS_NAME = (
    r"(?:(?:(?:my|the|her|his)\s+)?name(?:'?s|\s+is|\s*:)?(?:\s+(?:it'?s|it\s+is|should\s+be))?"
    r"|me\s+llamo|mi\s+nombre\s+es|this\s+is|ask\s+for|you\s+can\s+call\s+me)"
)
SAYS_ANYHOW = r"(?:i'?m|i\s+am|it'?s|it\s+is|that'?s|call\s+me|just)"
LEAD = re.compile(rf"^\s*{FILLER}(?:(?:{SAYS_NAME}|{SAYS_ANYHOW})\s+)?", re.I)
WORDS_OF_NAME = rf"(?:{TITLE}\s+)?[^\W\d_][\w'’-]{{0,30}}(?:\s+[^\W\d_][\w'’-]{{1,30}}){{0,2}}"
TOLD = re.compile(
    rf"\b{SAYS_NAME}\s+(?P<name>{WORDS_OF_NAME})"
    rf"|(?:\bi'?(?:m|\s+am)|\b(?:s?he|it)(?:'?s|\s+is)|\b(?:call|ring)\s+(?:me|us|her|him)(?:\s+back)?[,:])"
    rf"\s+(?!i'?m\b|i\s+am\b|my\b|it|this\b|name\b)(?P<proper>{WORDS_OF_NAME})",
    re.I,
)
BEHIND_THE_WISH = re.compile(
    r"\b(?:(?:call|ring|phone|text) (?:me|us)(?: back)?|call ?-?back)(?:[\s,]+(?:please|pls|plz|asap|thanks))*"
    r"\s*[.:!-]+\s*(?P<name>[^.,;:!?\d\n]+?)\s*(?:[.,;!\n]|$)",
    re.I,
)
"""`ok call me. Sue`: a sentence of a name alone."""
CALLED = re.compile(
    rf"\b(?:(?:call ?-?back|call)(?:\s+request)?\s+for|(?:call|ring|phone)(?=\s+[^,.;]{{1,60}}?\s+(?:at|on)\b))"
    rf"\s+(?!(?:dr|doctor|my|the)\b)(?P<name>{WORDS_OF_NAME})",
    re.I,
)
"""`call back request for Anita`, `have them call Linda at home`: whom to call."""
SHORT_FOR = re.compile(rf"\W*(?P<name>[^\W\d_][\w'’-]*)(?:,? it)?(?:'s| is|,)? short for {WORDS_OF_NAME}", re.I)
IS_MY_NAME = re.compile(rf"(?<![\w'’-])(?P<name>{WORDS_OF_NAME}) is (?:my|her|his|the) (?:first |full )?name\b", re.I)
OF_A_DAY = re.compile(r"[^\W\d_][\w'’-]+ (?-i:[A-Z])\w+days?", re.I)
"""`Bob Tuesday`, where a name was asked for and nothing else is said."""
FOR_SOMEBODY = re.compile(
    r"^\W*(?P<name>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]+)?)[\s,]*[(,]\s*(?P<whom>(?:calling |asking )?for my \w+\b[^()]*)\)?\W*$",
    re.I,
)
"""`Tom (for my mom, Linda)`: Tom is who writes."""
NAME = re.compile(r"(?:(?:mrs?|ms|miss|dr)\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,4}", re.I)
PROPER = re.compile(r"(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r)\.?\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}")
TAIL = re.compile(
    r"(?:[\s,.!]+(?:please|thanks|thank you|here|again|lol|(?:like|as)(?: i(?:'?ve)?)? (?:just "
    r"|already )?(?:wrote|written|said|stated|told you"
    r"|above|before|typed)|i (?:just |already )?(?:said|told you|wrote)(?: (?:that|it|so))?(?: (?:already"
    r"|just now|before))?))+[\s.!]*$",
    re.I,
)
"""What stands behind a name and is none: `Ann like i wrote`."""
BORDER = re.compile(r"[,;()\n?!]+|(?<!\bmrs)(?<!\bmr)(?<!\bms)(?<!\bdr)(?<!\b[^\W\d_])\.\s+|\s+-\s+", re.I)
"""Between two things that are told."""
LAST_WORDS = re.compile(r"(?:(?P<first>[^\W\d_][\w'’-]*)\s+)?(?P<last>[^\W\d_][\w'’-]*)(?: (?:at|on))?[\s,:.(-]*$", re.I)
LEADS_TO_NAME = frozenset("me us back pls please plz ok okay call ring phone text its it's is im i'm hi hey thanks".split())
"""Behind these a small `bill` touching a number is a name."""
BEHIND = frozenset("its it's it for and but my the calling here from please pls thanks by at on or".split())
"""What may follow a name without belonging to it, whatever its letters."""


def find(text: str) -> str:
    """The name in an answer to `what name`; empty where it doesn't look like one."""
    rest = TAIL.sub("", LEAD.sub("", text)).strip(" ,.!;:()\"'-")
    said = rest.casefold().split()
    fits = 0 < len(rest) <= LONGEST and NAME.fullmatch(rest) and not NO_NAMES & set(said) and said[0] not in NO_PROPER
    return written(rest) if fits else ""


def told(text: str) -> str:
    """A name that somebody gives unasked, which takes plainer words: `my name is jen`, `I'm Jen`."""
    for_another = FOR_SOMEBODY.match(text)
    if for_another and find(for_another["name"]):
        return find(for_another["name"])
    for announced in (*SHORT_FOR.finditer(text), *IS_MY_NAME.finditer(text), *TOLD.finditer(text)):
        first, *others = (announced["name"] or announced["proper"]).split()
        if first.casefold() in NO_NAMES | NO_PROPER or not (announced["name"] or first[:1].isupper() or name_words.known(first)):
            continue
        return written(" ".join([first, *(each for each in others if each[:1].isupper() and each.casefold() not in BEHIND)]))
    for called in CALLED.finditer(text):
        first, *others = called["name"].split()
        if name_words.likely(first) and (first[:1].isupper() or name_words.known(first)):
            return written(" ".join([first, *(each for each in others if each[:1].isupper() and each.casefold() not in BEHIND)]))
    alone = BEHIND_THE_WISH.search(text)
    return _alone([alone["name"]]) if alone else ""


def beside_number(before: str, after: str) -> str:
    """A name among what stands around a phone number: `call me. Pat. 484-555-0183`, `call Kim 610 …`, `610 … mike. lower back`.

    Args:
        before: what stands before the number, without what is told there of other things.
        after: the same behind it.
    """
    touching = _last(before) or _first(after)
    return touching or _alone([*BORDER.split(before), *BORDER.split(after)])


def _alone(pieces: Iterable[str]) -> str:
    """The first piece that is a name and nothing else."""
    for piece in map(str.strip, pieces):
        if find(piece) and (PROPER.fullmatch(piece) or name_words.is_name(piece)):
            return find(piece)
    return ""


def _last(before: str) -> str:
    """The name that touches a number from before: not `my bill 610 …`."""
    words = LAST_WORDS.search(before[-LONGEST:])
    if not words:
        return ""
    pair, single = f"{words['first'] or ''} {words['last']}".strip(), words["last"]
    led = (words["first"] or "").casefold()
    if words["first"] and name_words.is_name(pair) and PROPER.fullmatch(pair):
        return written(pair)
    fits = name_words.likely(single) and (name_words.known(single) or single[:1].isupper() or not led or led in LEADS_TO_NAME)
    return written(single) if fits else ""


def _first(after: str) -> str:
    """The name that touches a number from behind, up to a border."""
    piece = BORDER.split(after.strip(" ,;.-"))[0].strip()
    return written(piece) if piece and name_words.is_name(piece) else ""


def written(name: str) -> str:
    """As it is passed on: a name in small letters gets its capitals; one that has any stays as it is."""
    words = " ".join(name.split())
    return " ".join(word[:1].upper() + word[1:] for word in words.split()) if words.islower() else words
