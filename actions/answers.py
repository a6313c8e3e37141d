"""What one message answers of the call-back form: often one thing, sometimes several at once, sometimes a correction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import names, phone
from actions.one_answer import LONGEST_WHY, NO_NAME, READERS
from actions.told import CONFIRMED, NAME, NUMBER, SHARE, TIME, WHY, several, unasked
from actions.yes_and_no import YES, says
from bot.understanding import times
from bot.understanding.form_answers import NONE_TO_ASK, PARTS, WRONG, unshares
from bot.understanding.form_asides import BESIDE_AN_ANSWER, aside
from bot.understanding.form_notes import by_text, heed, note

SAME = re.compile(r"\b(?:same|this (?:one|number|phone)|the one i'?m (?:texting|using)|my number here|this)\b", re.I)
START_OVER = re.compile(
    r"(?<!when i )(?<!once i )(?<!before i )(?<!after i )(?<!until i )(?<!if i )"
    r"\bstart (?:over|again|from (?:scratch|the (?:start|beginning)))\b"
    r"(?! (?:with|on) (?:\w+ )?(?:treat|session|acu|pt\b|therap|work))"
    r"|\b(?:everything|it'?s all|all)(?: is|'?s)? wrong\b(?!\W+(?:with|since|after|when|in|on|for)\b)",
    re.I,
)
START_OVER_ALONE = re.compile(
    rf"(?:(?:(?:no|oh|ok|wait|sorry|please|pls|can|could|i|we|you|want|need|to|let'?s|lets|just|and|so)\b\W*)*(?:{START_OVER.pattern})"
    r"(?:\W+(?:please|pls|thanks|now))*\W*)+",
    re.I,
)
"""All that is said where any words may be the reason to call."""
NO_REASON = re.compile(
    r"\b(?:no|remove|delete|drop|skip|without|leave out|take out) (?:the |my |any |a )?(?:reason|note|why)\b", re.I
)
NO_IS_NO = re.compile(r"\bno (?:\w+ )?reason\b", re.I)
"""Asked whether to share, `no reason` says no."""
NOT_ON = re.compile(r"(?<!s )(?<!is )(?<!was )\bnot (?:on |at )?my (?:cell|mobile|work|home|office|house|phone)\b", re.I)
"""Asked when, `not my cell` says where not to call; `that's not my cell` that a number is wrong."""
MOST_REPEATED = 5
"""Words of a wish for a text that add nothing to one told before."""
MOST_CHANGING = 9
"""Words of a correction where any words may be the reason to call."""
FINE = re.compile(r"\W*(?:is|are|'?s|was)?\s*(?:all )?(?:fine|ok|okay|right|good|correct)\b", re.I)


@dataclass
class Answer:
    """Slots with the values given, None for what is to be asked anew, and a response to say before the next question."""

    slots: dict[str, Any] = field(default_factory=dict)
    response: str = ""


@dataclass(frozen=True)
class Sender:
    """Who writes: the number, on channels that know it, and the message before, in a form that has one."""

    number: str = ""
    before: str = ""


NOBODY = Sender()


def read(text: str, asked: str, told: Mapping[str, Any], sender: Sender = NOBODY) -> Answer:
    """What a message says for the form.

    Args:
        text: what the patient wrote.
        asked: the slot that was asked for; empty when the form begins with this message.
        told: the form's slots so far.
        sender: who wrote it.
    """
    if not asked:
        given = dict(unasked(text))
        return Answer({**given, **_to_know(heed(text), given)}, _beside(text, NAME))
    if START_OVER_ALONE.fullmatch(text.strip()) or (asked != WHY and START_OVER.search(text)):
        return Answer(dict.fromkeys(slot for slot in READERS if told.get(slot) is not None), "utter_callback_change_it")
    given = _given(text, asked, told, sender)
    changed = _to_change(text, asked, told, given)
    if changed:
        again = {} if asked == CONFIRMED else {asked: told.get(asked)}
        return Answer({**again, **dict.fromkeys(changed), **given}, "" if given else "utter_callback_change_it")
    if asked in given:
        return Answer(given, _beside(text, asked))
    if given:
        return Answer({**given, asked: None}, _noted(text, asked))
    said = aside(text, asked)
    if said and not (asked == WHY and by_text(text)):
        return Answer({asked: None}, said)
    value, response = READERS[asked](text)
    return Answer({asked: value}, response)


def _beside(text: str, asked: str) -> str:
    """What is said where a message answers the form and asks or wishes something beside it; empty where it doesn't."""
    said = aside(text, asked)
    if said in BESIDE_AN_ANSWER:
        return said
    return "" if not heed(text) else "utter_callback_by_text" if by_text(text) else "utter_callback_heeded"


def _noted(text: str, asked: str) -> str:
    """What is said where a message tells something for the form but not what was asked; the summary shows it by itself."""
    if asked == CONFIRMED:
        return ""
    said = _beside(text, asked)
    return said if asked == NAME or said == "utter_callback_by_text" else "utter_callback_noted"


def _given(text: str, asked: str, told: Mapping[str, Any], sender: Sender) -> dict[str, Any]:
    """The slots that a message fills, whichever was asked for."""
    given = dict(several(text, asked))
    if asked == CONFIRMED and unshares(text):
        given[SHARE] = False
    elif asked == CONFIRMED:
        given |= _to_know(note(text), told)
    elif _may_be_heeded(text, asked):
        words = " ".join(text.split()) if asked == TIME and heed(text) and not phone.find(text) else heed(text)
        given |= _to_know(words, {**told, **given})
    unneeded = NO_REASON.search(NO_IS_NO.sub(" ", text) if asked == SHARE else text)
    if asked in (CONFIRMED, SHARE) and told.get(WHY) and unneeded:
        given[WHY] = ""
    if given.get(TIME) and told.get(TIME) and asked != TIME:
        given[TIME] = times.put_right(told[TIME], given[TIME])
    number = "" if given.get(NUMBER) else _number_meant(text, asked, told, sender)
    name = names.again(text, told.get(NAME) or "") if asked in (WHY, SHARE) and NAME not in given else ""
    return {**given, **({NUMBER: number} if number else {}), **({NAME: name} if name else {})}


def _may_be_heeded(text: str, asked: str) -> bool:
    """Whether what whoever calls is to know is kept apart: a time and a reason are passed on whole, with all that they say."""
    if asked == NAME:
        return not NO_NAME.search(text)
    return asked in (NUMBER, SHARE) or (asked == TIME and not times.tells_when(text))


def _number_meant(text: str, asked: str, told: Mapping[str, Any], sender: Sender) -> str:
    """A number that isn't told whole: the sender's own, what the message before lacked, or other last digits."""
    if asked == NUMBER:
        return phone.completed(text, sender.before) or (phone.parsed(sender.number) if SAME.search(text) else "")
    return phone.ending(text, told.get(NUMBER) or "")


def _to_know(words: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the clinic is to know, beside a reason that was told before; what that says already is not said twice."""
    before = told.get(WHY) or ""
    by_text_again = by_text(before) and by_text(words) and len(words.split()) < MOST_REPEATED
    new = "" if by_text_again or words.casefold() in before.casefold() else words
    return {WHY: "; ".join(filter(None, [before, new]))[:LONGEST_WHY]} if words else {}


def _to_change(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Slots already told that the patient calls wrong; at the summary it is enough to name them."""
    text = NONE_TO_ASK.sub(" ", NOT_ON.sub(" ", text) if asked == TIME else text)
    if not text.strip(" .,!") or (aside(text, asked) and not WRONG.search(text)):
        return []
    if not (WRONG.search(text) or (asked == CONFIRMED and not says(YES, text))):
        return []
    if asked == WHY and len(text.split()) > MOST_CHANGING:
        return []
    found = {slot: words.search(text) for slot, words in PARTS.items()}
    named = [slot for slot, words in found.items() if words and not FINE.match(text[words.end() :])]
    return [slot for slot in named if told.get(slot) is not None and slot not in given]
