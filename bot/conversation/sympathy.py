"""A word for who tells of a loss, of pain or of a long struggle, before anything else is said; each once in a conversation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from bot.content import Content
from bot.conversation.wording import ANSWERING, UNHEARD, Part
from bot.phrasebook.context import HURTS, tells_of_pain
from bot.phrasebook.leaning import ABOUT_ME

SORRY = "sorry"
"""The key of a conversation's state under which it is kept what was sympathised with."""
_words = partial(re.compile, flags=re.I)
WHO = r"(?:i|we|i'?ve|she|my (?:wife|sister))(?: have| has|'ve)?(?: already| just| recently)?"
WHICH = r"(?:(?:a|an|the|my|our|her|one|two|three|four|\d|several|another|both) (?:\w+ )?)?"
KIN = r"(?:mom|mum|mam|mother|dad|father|husband|wife|partner|fianc\w+|son|daughter|sister|brother|nana|gran\w*)"
LOSS = _words(
    rf"\b{WHO} (?:had|been through) {WHICH}(?:miscarriages?|stillbirths?)\b"
    rf"|\b{WHO} lost {WHICH}(?:baby|babies|pregnanc(?:y|ies)|twins|little (?:one|boy|girl))\b"
    r"(?! (?:weight|fat|shape|bump|monitor|sitter|shower|brain|hair|belly|teeth|tooth))"
    r"|\b(?:had|after|since|with) (?:an?|my|our|the|two|three|four|\d|several)(?: \w+)? (?:miscarriages?|stillbirths?|losses)\b"
    r"|\b(?:my|our) (?:baby|daughter|son|first|twins?) (?:died|was stillborn|didn'?t make it)\b"
    r"|\b(?:i|she|we) (?:just |recently )?miscarried\b|\b(?:no|isn'?t a|wasn'?t a|without a) heart ?beat\b"
    r"|\b(?:not|isn'?t) pregnant any ?more\b.{1,20}\b(?:died|lost)\b"
    r"|^lost (?:my|our|an?|one|two) (?:\w+ )?(?:baby|babies|twins|pregnancy)\b|\blost (?:it|him|her"
    r"|them) at \d{1,2} ?(?:weeks|wks|w)\b"
    r"|^\W*(?:we|i|she)(?:'ve| have| has)? (?:just )?lost (?:it|him|her|them|the baby)\W*$"
    rf"|\bmy {KIN} (?:just |recently )?(?:died|passed(?: away)?\b(?! (?:the|her|his|out|it|me|on|by)))"
    rf"|\b(?:i|we)(?:'ve| have)? (?:just |recently )?(?:lost|buried) my {KIN}\b(?! in (?:the|a) )"
)
NO_LOSS = _words(
    r"\b(?:cause|causes|risk|chances?|increase|afraid|scared|worried|lead to|bring on|not?|never)\b[^.?!]{0,25}"
    r"\b(?:miscarr|stillb|loss|los[et])"
)
"""`does it cause a miscarriage` and `scared of losing the baby` tell of none."""
SHY = _words(r"\b(?:embarr?ass\w*|ashamed|awkward|silly (?:question|isn'?t it))\b")
WEARY = _words(
    r"\b(?:nobody|no one|no-one) (?:believes?|listens?|understands?|takes? me)\b|\b(?:tried|tryed) (?:everything|it all)\b"
    r"|\bwits'? end\b|\b(?:so|just|really|very) (?:tired|fed up|frustrated|worn out|over it|done)\b|\bhad enough\b"
    r"|\bfed up\b|\bsick (?:and tired )?of (?:it|this|hurting|the pain|being (?:in pain|sore))\b(?! all)"
    r"|\bcan'?t take (?:it|this|much) ?(?:any ?more|more)?\b|\bdesperate\b|\bin(?:to)? tears\b|\b(?:was|been|am"
    r"|i'?m) crying\b|\bi cried\b|\bmade me cry\b"
)
ACHES = _words(rf"\b(?:hips?|back|pelvis|butt|tailbone|si joints?|legs?)\b.{{0,12}}?\b{HURTS}\b")
"""`hips ache on both sides, 28 wks`: whose hips goes without saying."""
WORN_OUT = _words(r"\b(?:desperate|in(?:to)? tears|crying|i cried|made me cry)\b|\bwits'? end\b")
"""So hard that a word on it belongs before an answer, too."""


EARS = {"sorry_loss": "told_of_loss", "sorry_hard": "told_of_hardship"}
"""What is said instead of a list of what could be asked."""


def tells_of_loss(text: str) -> bool:
    """Whether a loss is told of, not only feared or asked about."""
    return LOSS.search(text) is not None and not NO_LOSS.search(text)


def with_sympathy(
    parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str
) -> tuple[list[Part], list[str]]:
    """The parts, the first that answers behind a word of sympathy; and what was sympathised with so far.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    said = list(state.get(SORRY, ()))
    first = next((part for part in parts if not part.beside), None)
    name = _sorry_for(first, text) if first else ""
    again = first is not None and name == "sorry_hard" and name in said and first.label == ABOUT_ME
    if first is None or not name or (name in said and not again):
        return parts, said
    # After a loss, or in tears, no list of what could be asked: it begins with how acupuncture may help.
    told_only = name in EARS and (first.label == ABOUT_ME or first.kind == "out_of_scope")
    text = content.reply(EARS[name], channel) if told_only else first.text
    sorry = replace(first, text=content.reply("still_hard", channel) if again else f"{content.reply(name, channel)} {text}")
    sorry = replace(sorry, kind="smalltalk", topics=("smalltalk",)) if told_only else sorry
    return [sorry if part is first else part for part in parts], [*said, *([] if again else [name])]


def _sorry_for(part: Part, text: str) -> str:
    """The name of the reply that sympathises; empty where nothing calls for one."""
    if part.kind not in (*ANSWERING, *UNHEARD) and part.label != ABOUT_ME:
        return ""
    if tells_of_loss(text):
        return "sorry_loss"
    if WEARY.search(text) and (part.label == ABOUT_ME or part.kind in UNHEARD or WORN_OUT.search(text)):
        return "sorry_hard"
    if SHY.search(text):
        return "no_shame"
    return "sorry_pain" if part.label == ABOUT_ME and (tells_of_pain(text) or ACHES.search(text)) else ""
