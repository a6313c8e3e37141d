"""In the middle of a form: the wish to leave it."""

from __future__ import annotations

import re

from bot.phrasebook import second_thoughts, times
from bot.phrasebook.form_answers import PARTS
from bot.phrasebook.form_asides import OPEN_SLOTS
from bot.phrasebook.taking_back import only_takes_back, takes_back

LONGEST_STOP = 80
"""Characters: who writes more than that says something else as well."""
STOP = re.compile(
    r"(?:(?:(?:no|nah|nope|then|well|oh|ok|okay|actually|sorry|wait|hm+|um+|please|just)[\s,.!-]+)*"
    r"(?:never ?mind|nvm|nm|forget (?:it|about it|that|the call)|(?:delete|erase) (?:it|that|all|everything)|(?:good)?bye"
    r"|(?:cancel|withdraw|drop)(?: (?:it|that|this|(?:the|my) (?:call|call ?-?back|request)(?: request)?))?"
    r"|stop(?: it| this)?|quit|exit"
    r"|i(?:'ve|'m| have)? chang(?:ed|ing) my mind|(?:do not|don'?t) (?:bother|call(?: me)?(?: back)?|ring(?: me)?)"
    r"|no (?:call|call ?back)|leave it|drop it|scrap (?:it|that)"
    r"|i(?:'?ll| will) (?:just )?(?:call|ring|phone|text) (?:you|u|them|the clinic|(?:u|you) guys)(?: myself)?|not any ?more"
    r"|forget (?:the (?:whole|entire) (?:thing|lot)|all (?:of )?(?:it|that|this)|everything)|leave me alone"
    r"|stop asking(?: me)?"
    r"|i don'?t want (?:to do )?this(?: any ?more)?"
    r"|i don'?t want (?:a|the|this) (?:call|call ?back)(?: any ?more)?"
    r"|(?:tell|ask) (?:them|her|him|the clinic) not to (?:call|ring|bother)(?: me)?)"
    r"(?:[\s,]+(?:please|thanks|thank you|then|instead|anymore|about it|the call|for now|dear|hon|love|after all))*[\s,.!]*)+",
    re.I,
)
BOOKS_ALONE = (
    r"(?:i(?:'?ll| will|'?m going to|'?m gonna|'?d rather| can| want to| wanna)|let me) (?:just |rather )?"
    r"(?:book|schedule|do|get)(?: (?:it|that|one|an? app(?:oin)?t\w*|a visit))?"
    r" (?:online|myself|on(?: the| your| ur)? (?:site|web ?site|web|page|line)|with the link|over the web)"
)
NOT_ME = (
    r"(?:not me"
    r"|i (?:did ?n'?t|do ?n'?t|never) (?:ask(?:ed)?|mean(?:t)?|want(?:ed)?|need(?:ed)?|say|said)"
    r"(?: (?:for|to|you|u|a|that|this|it|get"
    r"|any|call|called|me|be|call ?-?back|back))+"
    r"|(?:s?he|they|(?:my )?(?:mom|mum|mother|dad|father|husband|wife|partner|sister|friend|doctor|midwife))"
    r"(?: (?:has|have|got|knows)|'?s got) (?:ur|your|the|ya|you'?re) number"
    r"|i (?:only |just )?mean(?:t)? (?:can |that )?(?:s?he|they|my \w+|i)(?: can| will|'?ll)?"
    r" (?:calls?|rings?|phones?) (?:you|u|ya))"
)
CALLS_ALONE = (
    r"(?:s?he|they|my \w+)(?:'?ll| will| can| wants to) (?:call|ring|phone) (?:you|u|ya|them|the clinic)(?: (?:her|him)self)?"
)
NOT_WISHED = re.compile(
    rf"\W*(?:(?:no|nah|nope|oh|ok|okay|wait|hang on|actually|sorry|well|then|but|and|because|cos|bc)\b\W*)*"
    rf"(?:{BOOKS_ALONE}|{NOT_ME}|{CALLS_ALONE})(?:\W+(?:then|instead|please|pls|thanks|sorry|anyway|actually|tho))*\W*",
    re.I,
)
"""`no not me, she has ur number`, `no wait ill book online`: who says so wishes no call."""
ONLINE = re.compile(rf"\b{BOOKS_ALONE}", re.I)
DROPS = re.compile(
    r"\W*(?:(?:no|oh|ok|actually|sorry|well)\W+)*(?:never ?mind|nvm)\b\W+"
    r"(?:(?:the |my )?(?:baby|kids?|boss|bus|train)|he|she|they|i(?:'?m|'?ve)? (?:busy|gotta|got to|have to)"
    r"|gotta|got to|have to"
    r"|busy|too late|not now)\b(?:\W+[^\W\d]+){0,5}\W*",
    re.I,
)
"""`never mind baby woke up`: what stands behind it is why."""


DONT = re.compile(
    r"\W*(?:(?:no|oh|ok|wait|sorry|hm+|please|i said)\W+)*(?:actually,? )?(?:please )?(?:do not|don'?t)"
    r"(?: (?:do|bother|call|send))?"
    r"(?: (?:it|that|me|anymore|any more|please|pls|thanks))*\W*",
    re.I,
)
"""`actually dont`."""
SUMMARY = "callback_confirmed"
NOT_THAT_NAME = re.compile(r"\bnot me\b", re.I)
"""Under the summary that is said of the name."""
YES_OR_NO = "callback_share"
"""Where `please don't` refuses something else."""
SENTENCE = re.compile(r"[.!?;\n]+\s*")
PIECE = re.compile(r"[,.;!\n]+\s*")


def stops(text: str, asked: str = "") -> bool:
    """Whether the patient wants to leave the form; any words may be the reason to call, so there all of them must say so."""
    if asked in OPEN_SLOTS:
        return len(text) <= LONGEST_STOP and _says_only_that(text)
    if takes_back(text) or (asked != YES_OR_NO and second_thoughts.maybe_back(text)):
        return True
    if len(text) > LONGEST_STOP:
        return False
    pieces = [piece for piece in PIECE.split(text) if piece.strip()]
    summary = asked == SUMMARY and NOT_THAT_NAME.search(text)
    if asked != YES_OR_NO and not summary and pieces and all(map(_stopping, pieces)):
        return True
    named = any(part.search(text) for part in PARTS.values()) or times.span(text) is not None
    return STOP.fullmatch(text.strip()) is not None or (DROPS.fullmatch(text) is not None and not named)


def stops_beside(text: str, asked: str = "") -> bool:
    """Whether a sentence of a message that asks something as well leaves the form: `no not me, she has ur number. how long`."""
    return asked not in OPEN_SLOTS and any(stops(each, asked) for each in SENTENCE.split(text) if each.strip())


def books_alone(text: str) -> bool:
    """Whether a visit will be booked without a call: then the page is of use."""
    return ONLINE.search(text) is not None


def _stopping(piece: str) -> bool:
    return any(words.fullmatch(piece.strip()) for words in (DONT, STOP, NOT_WISHED))


def _says_only_that(text: str) -> bool:
    if STOP.fullmatch(text.strip()):
        return True
    pieces = [piece for piece in PIECE.split(text) if piece.strip()]
    return bool(pieces) and all(STOP.fullmatch(piece.strip()) or only_takes_back(piece) for piece in pieces)
