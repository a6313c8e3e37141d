"""The wish to be called in plain words, without a number: `call me half seven`, `tell dr mclees to call me it's Annette`."""

from __future__ import annotations

import re

from bot.phrasebook import times
from bot.phrasebook.form_notes import DANGER, MY_SOMEBODY

MOST_WORDS = 20
SOMEBODY = (
    r"(?:you|u|ya|y'?all|(?:you|u) guys|some(?:one|body)|any(?:one|body)|them|her|him|dr\.? ?\w+|the (?:clinic|doctor|office))"
)
WHOM = rf"(?:me|us|him|her|them|{MY_SOMEBODY})"
CALL = rf"(?:call|ring|phone) {WHOM}(?: back)?"
LEAD = (
    r"\W*(?:(?:no|nope|hi|hello|hey|ok|okay|yes|yeah|please|pls|plz|so|then|just|well|and|but|oh|actually"
    r"|i said|you can|u can|they can"
    rf"|(?:can|could|would|will) {SOMEBODY})\b\W*)*"
)
WANTS = rf"\bi(?:'?d)? (?:also |really |just |would )*(?:want|need|like) (?:for )?{SOMEBODY} to (?:also |please |just )*{CALL}\b"
SENT = rf"\b(?:tell|ask|have|get) {SOMEBODY}(?: to)? (?:also |please |just )*{CALL}\b"
A_CALL = r"\bi(?:'?d)? (?:would )?(?:want|need|like) an? (?:consultation|consult|quick|short|phone) call\b"
SAID = re.compile(rf"{WANTS}|{SENT}|{A_CALL}", re.I)
ALONE = re.compile(rf"{LEAD}{CALL}(?P<rest>.*)", re.I | re.S)
BESIDE = re.compile(
    r"\b(?:please|pls|plz|thanks|thx|at|around|about|on|in|by|the|ok|okay|then|instead|if (?:you|u) can|lol"
    r"|(?:when|once|whenever|as soon as) (?:you|u|they)(?:'?re|r| are)? (?:are )?(?:open|free|can|back|in)(?: again)?)\b|\W+",
    re.I,
)
"""All that may stand behind a wish that says nothing else, but for a time."""
NOT_WISHED = re.compile(
    r"\?|\b(?:do ?n'?t|do not|didn'?t|never|not|no ?one|nobody|stop|did|asked|told|why|unless|if (?:i|it|she|he))\b", re.I
)


def wishes(text: str) -> bool:
    """Whether a message plainly wishes that somebody be called; never where danger is told or a call is refused."""
    text = text.replace("’", "'")
    if len(text.split()) > MOST_WORDS or DANGER.search(text):
        return False
    alone = ALONE.fullmatch(text.rstrip("?! ."))
    if alone and times.span(alone["rest"]) and not BESIDE.sub("", times.SPAN.sub(" ", alone["rest"])).strip():
        return True
    if alone and re.search(r"\bopen\b", alone["rest"], re.I) and not BESIDE.sub("", alone["rest"]).strip():
        return True
    return SAID.search(text) is not None and not NOT_WISHED.search(text)
