"""What one message answers of the call-back form: often one thing, sometimes several at once, sometimes a correction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import filled, names, numbers_together
from actions.filled import NOBODY, Sender
from actions.one_answer import READERS
from actions.told import CONFIRMED, NAME, NUMBER, TIME, WHY
from actions.yes_and_no import YES, says
from bot.phrasebook.form_answers import NONE_TO_ASK, OTHER_NUMBER, PART_ALONE, PARTS, WRONG
from bot.phrasebook.form_asides import BESIDE_AN_ANSWER, READ_BACK, aside
from bot.phrasebook.form_notes import by_text, heed

START_OVER = re.compile(
    r"(?<!when i )(?<!once i )(?<!before i )(?<!after i )(?<!until i )(?<!if i )"
    r"\bstart (?:over|again|from (?:scratch|the (?:start|beginning)))\b"
    r"(?! (?:with|on) (?:\w+ )?(?:treat|session|acu|pt\b|therap|work))"
    r"|\b(?:everything|it'?s all|all)(?: is|'?s)? wrong\b(?!\W+(?:with|since|after|when|in|on|for)\b)",
    re.I,
)
START_OVER_ALONE = re.compile(
    rf"(?:(?:(?:no|oh|ok|wait|sorry|please|pls|can|could|i|we|you|want|need|to|let'?s|lets|just|and"
    rf"|so)\b\W*)*(?:{START_OVER.pattern})"
    r"(?:\W+(?:please|pls|thanks|now))*\W*)+",
    re.I,
)
"""All that is said where any words may be the reason to call."""
NOT_ON = re.compile(r"(?<!s )(?<!is )(?<!was )\bnot (?:on |at )?my (?:cell|mobile|work|home|office|house|phone)\b", re.I)
"""Asked when, `not my cell` says where not to call; `that's not my cell` that a number is wrong."""
CALL_AFTER_ALL = re.compile(
    r"(?:(?:ok|okay|fine|alright|all right|sure|well|then|yes|oh)\b\W*)*"
    r"(?:just |you can |they can |please )?(?:a )?(?:phone )?call"
    r"(?: me)?(?: (?:then|instead|is fine|is ok|after all|works|me))+\W*",
    re.I,
)
"""`fine, call then`, said by who wished a text."""
KEPT_EARLY = (TIME, WHY)
"""What is told to be noted where a name was asked for."""
BOTH = re.compile(r"\b(?:both|two|2|all)(?: of)?(?: the| my)? (?:phone )?(?:numbers|phones)\b", re.I)
"""Said where both stand in the summary."""
MOST_CHANGING = 9
"""Words of a correction where any words may be the reason to call."""
BESIDE_ANOTHER = re.compile(r"\b(?:add|also|plus)\b[^\d(]{0,25}(?=[\d(])", re.I)
"""`add the day number` names a number that is told."""
FINE = re.compile(r"\W*(?:is|are|'?s|was)?\s*(?:all )?(?:fine|ok|okay|right|good|correct)\b", re.I)


@dataclass
class Answer:
    """Slots with the values given, None for what is to be asked anew, and a response to say before the next question."""

    slots: dict[str, Any] = field(default_factory=dict)
    response: str = ""


def read(text: str, asked: str, told: Mapping[str, Any], sender: Sender = NOBODY) -> Answer:
    """What a message says for the form.

    Args:
        text: what the patient wrote.
        asked: the slot that was asked for; empty when the form begins with this message.
        told: the form's slots so far.
        sender: who wrote it.
    """
    if not asked:
        return Answer(filled.at_first(text), _beside(text, NAME))
    if START_OVER_ALONE.fullmatch(text.strip()) or (asked != WHY and START_OVER.search(text)):
        return Answer(dict.fromkeys(slot for slot in READERS if told.get(slot) is not None), "utter_callback_change_it")
    wished_text = by_text(told.get(WHY) or "")
    if (wished_text or asked == TIME) and CALL_AFTER_ALL.fullmatch(text.strip()):
        return Answer({**({WHY: None} if wished_text else {}), asked: None}, "utter_callback_noted")
    given = filled.slots(text, asked, told, sender)
    changed = _to_change(text, asked, told, given)
    if changed:
        again = {} if asked == CONFIRMED else {asked: told.get(asked)}
        return Answer({**again, **dict.fromkeys(changed), **given}, "" if given else "utter_callback_change_it")
    if asked in given:
        return Answer(given, _beside(text, asked))
    if given:
        return Answer({**given, asked: None}, _noted(text, asked, given, told))
    said = aside(text, asked)
    if said == READ_BACK:
        return Answer({asked: None}, _so_far(text, asked, told))
    if said and not (asked == WHY and by_text(text)):
        return Answer({asked: None}, said)
    value, response = READERS[asked](text)
    return Answer({asked: value}, response)


def _so_far(text: str, asked: str, told: Mapping[str, Any]) -> str:
    """What is said to who asks what was written down: the number, or all of it where the summary stands beneath."""
    if asked == CONFIRMED:
        return "utter_callback_all_so_far"
    return "utter_callback_number_so_far" if told.get(NUMBER) and PARTS[NUMBER].search(text) else READ_BACK


def _beside(text: str, asked: str) -> str:
    """What is said where a message answers the form and asks or wishes something beside it; empty where it doesn't."""
    said = aside(text, asked)
    if said in BESIDE_AN_ANSWER:
        return said
    return "" if not heed(text) else "utter_callback_by_text" if by_text(text) else "utter_callback_heeded"


def _noted(text: str, asked: str, given: Mapping[str, Any], told: Mapping[str, Any]) -> str:
    """What is said where a message tells something for the form but not what was asked; the summary shows it by itself."""
    if asked == CONFIRMED:
        return ""
    said = _beside(text, asked)
    if said == "utter_callback_by_text" or (asked == NAME and (said or _as_expected(given, told))):
        return said
    return "utter_callback_noted"


def _as_expected(given: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    """Whether a message that gives no name tells no more than a number that will be asked for, or what was told before."""
    return all(slot not in KEPT_EARLY and told.get(slot, value) == value for slot, value in given.items())


def _to_change(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Slots already told that the patient calls wrong; at the summary it is enough to name them."""
    text = NONE_TO_ASK.sub(" ", NOT_ON.sub(" ", text) if asked == TIME else text)
    text = BESIDE_ANOTHER.sub(" ", text) if given.get(NUMBER) else text
    if not text.strip(" .,!") or (aside(text, asked) and not WRONG.search(text)):
        return []
    if BOTH.search(text) and numbers_together.several(told.get(NUMBER) or ""):
        return []
    if OTHER_NUMBER.fullmatch(text.strip()) and told.get(NUMBER) and NUMBER not in given:
        return [NUMBER]
    if given.get(WHY) and not WRONG.search(text):  # `yes but its my moms phone so ask for dana` is all to be told
        return []
    if given.get(NAME) and names.told(text) and not WRONG.search(text):  # `my name is Patrice not both numbers`
        return []
    if not (WRONG.search(text) or PART_ALONE.fullmatch(text.strip()) or (asked == CONFIRMED and not says(YES, text))):
        return []
    if asked == WHY and len(text.split()) > MOST_CHANGING:
        return []
    found = {slot: words.search(text) for slot, words in PARTS.items()}
    named = [slot for slot, words in found.items() if words and not FINE.match(text[words.end() :])]
    return [slot for slot in named if told.get(slot) is not None and slot not in given]
