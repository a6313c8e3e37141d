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
YES_OR_NO = "callback_share"
"""Where `please don't` refuses something else."""
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
    if asked != YES_OR_NO and pieces and all(DONT.fullmatch(piece) or STOP.fullmatch(piece.strip()) for piece in pieces):
        return True
    named = any(part.search(text) for part in PARTS.values()) or times.span(text) is not None
    return STOP.fullmatch(text.strip()) is not None or (DROPS.fullmatch(text) is not None and not named)


def _says_only_that(text: str) -> bool:
    if STOP.fullmatch(text.strip()):
        return True
    pieces = [piece for piece in PIECE.split(text) if piece.strip()]
    return bool(pieces) and all(STOP.fullmatch(piece.strip()) or only_takes_back(piece) for piece in pieces)
