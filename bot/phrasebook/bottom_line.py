"""Who asks for the last answer in fewer or plainer words, or for a plain yes or no to it."""

from __future__ import annotations

import re

LEAD = r"\W*(?:(?:ok|okay|oh|um|hm+|so|and|sorry|well|wait|can you|could you|can u|just|please|pls|lol)\b\W*)*"
END = r"(?:\W*(?:please|pls|for me|then|lol|thanks|tho|though|sorry))*\W*"
LESS = re.compile(
    rf"{LEAD}(?:"
    r"(?:(?:say|put|explain|tell me|make) (?:it|that|this) (?:in )?|(?:a bit |much )?)"
    r"(?:simpler|shorter|simply|plainer|plainly|easier|more simply|(?:in )?(?:simple|plain|easy|normal|short|fewer) "
    r"(?:words|terms|english)|in short|short version)"
    r"|(?:the )?(?:short version|tl;?dr|eli5|too long|thats too long|that'?s too long|too complicated|bottom line)"
    r"|(?:in )?(?:plain |simple |normal )?english"
    rf"){END}",
    re.I,
)
YES_OR_NO = re.compile(
    rf"{LEAD}(?:(?:is )?(?:it|that)(?:'?s| is)? )?(?:a |basically |like |its a |it'?s a |thats a |that'?s a |is that a |then )*"
    rf"(?:yes|yeah|yep|a yes|no|yes or no|y or n){END}\?\W*",
    re.I,
)


def asks_for_less(text: str) -> bool:
    """Whether a message only asks for it shorter or plainer: `say it simpler`, `english please`."""
    return LESS.fullmatch(text) is not None


def asks_yes_or_no(text: str) -> bool:
    """Whether a message only asks if that was a yes: `so yes?`; a plain `yes` tells."""
    return YES_OR_NO.fullmatch(text) is not None or re.fullmatch(r"\W*(?:so )?yes or no\W*", text, re.I) is not None
