"""What one message answers of the call-back form: often one thing, sometimes several at once, sometimes a correction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from actions import names, phone
from bot.understanding import times
from bot.understanding.form_answers import PARTS, UNSHARED, WRONG, asks_what_for

NAME, NUMBER, TIME, WHY = "callback_name", "callback_number", "callback_time", "callback_why"
SHARE, CONFIRMED = "callback_share", "callback_confirmed"
LONGEST_TIME, LONGEST_WHY = 120, 300
YES = re.compile(
    r"(?:(?:yess*|yeah|yep|yup|ya|yea|y|ok|okay|k|sure|correct|right|perfect|fine|good|great|exactly|absolutely|definitely"
    r"|confirm(?:ed)?|agreed|please|thanks|thank you|go ahead|of course|send it|do it|do that|go for it|all good|sounds good"
    r"|that'?s (?:right|correct|it|fine|me|good)|(?:it |that |this )?looks (?:good|right|fine)|it is"
    r"|it'?s (?:right|fine|correct|ok)|i (?:do|agree|consent)|you (?:may|can)|i don'?t mind|no problem|why not|si|oui)[\s,.!]*)+",
    re.I,
)
NO = re.compile(
    r"^\s*(?:no|nope|nah|n|nay|not|don'?t|do not|rather not|i'?d rather not|incorrect|please don'?t|wrong|wait)\b", re.I
)
SKIP = re.compile(
    r"(?:(?:no|nope|nah|n|skip|pass|none|nothing|no thanks?|no thank you|not really|rather not|i'?d rather not|don'?t want to"
    r"|nvm|never|skip (?:it|this|that)|no need|no reason|n/?a|that'?s all|not now|private|it'?s private|personal"
    r"|it'?s personal)[\s,.!]*)+",
    re.I,
)
LONGEST_WORD = 80
"""Characters of the longest plain yes or no: anything beyond says something else as well."""
SAME = re.compile(r"\b(?:same|this (?:one|number|phone)|the one i'?m (?:texting|using)|my number here|this)\b", re.I)
BESIDE_NAME = re.compile(r"\s+(?:but|and|please|call|ring|phone|my|reach|at|on|number)\b", re.I)
CORRECTING = frozenset(
    "actually no not oh ok wait sorry hang on make that it its it's change to instead rather better please i mean meant".split()
    + "let's lets do the time can u you we".split()
)
"""All that may stand beside a time where it corrects one given before: `actually make that friday` is no reason to call."""
BORDER = re.compile(r"[,;\n]+|\.\s+|\s+-\s+")


@dataclass
class Answer:
    """Slots with the values given, None for what is to be asked anew, and a response to say before the next question."""

    slots: dict[str, Any] = field(default_factory=dict)
    response: str = ""


def read(text: str, asked: str, told: Mapping[str, Any], sender_number: str = "") -> Answer:
    """What a message says for the form.

    Args:
        text: what the patient wrote.
        asked: the slot that was asked for; empty when the form begins with this message.
        told: the form's slots so far.
        sender_number: where the message came from, on channels that know it.
    """
    if not asked:
        return Answer(dict(_unasked(text)))
    given = dict(_several(text, asked))
    if asked == CONFIRMED and UNSHARED.search(text):
        given[SHARE] = False
    if asked == NUMBER and NUMBER not in given and SAME.search(text) and phone.parsed(sender_number):
        given[NUMBER] = phone.parsed(sender_number)
    changed = _to_change(text, asked, told, given)
    if changed:
        again = {} if asked == CONFIRMED else {asked: told.get(asked)}
        return Answer({**again, **dict.fromkeys(changed), **given}, "" if given else "utter_callback_change_it")
    if asked in given:
        return Answer(given)
    if given:
        return Answer({**given, asked: None})
    if asks_what_for(text, asked):
        return Answer({asked: None}, "utter_callback_what_for")
    value, response = READERS[asked](text)
    return Answer({asked: value}, response)


def _unasked(text: str) -> Iterator[tuple[str, Any]]:
    """What is told with the wish to be called: `call me back, my name is jen, 484 555 0123, tomorrow`."""
    number, around = phone.find(text), text
    if number:
        yield NUMBER, number.number
        around = f"{number.before}, {number.after}"
    found = times.span(around)
    if found:
        yield TIME, times.tidy(around[slice(*found)])
    if names.told(around):
        yield NAME, names.told(around)


def _several(text: str, asked: str) -> Iterator[tuple[str, Any]]:
    """Number, time and name, wherever in the message they stand; in a reason nothing else is looked for."""
    if asked in (WHY, SHARE):
        yield from _corrected_time(text)
        return
    number = phone.find(text)
    if number:
        yield NUMBER, number.number
    if not number and asked == TIME:
        return  # the whole message is the time
    pieces = BORDER.split(text) if not number else [*BORDER.split(number.before), *BORDER.split(number.after)]
    rests = []
    for piece in pieces:
        found = times.span(piece)
        if found and not (asked == CONFIRMED and re.search(r"\bnot\b", text, re.I)):
            yield TIME, times.tidy(piece[slice(*found)])
            piece = f"{piece[: found[0]]} {piece[found[1] :]}"
        rests.append(piece)
    if asked == NAME:
        found_names = [names.find(each) or names.told(rest) for rest in rests for each in (rest, BESIDE_NAME.split(rest)[0])]
        yield from ((NAME, name) for name in list(filter(None, found_names))[:1])
    elif asked == CONFIRMED:
        yield from ((NAME, name) for name in [names.corrected(" ".join(rests))] if name)


def _corrected_time(text: str) -> Iterator[tuple[str, Any]]:
    found = times.span(text)
    beside = re.findall(r"[\w']+", f"{text[: found[0]]} {text[found[1] :]}".casefold()) if found else []
    if found and beside and CORRECTING.issuperset(beside):
        yield TIME, times.tidy(text[slice(*found)])


def _to_change(text: str, asked: str, told: Mapping[str, Any], given: Mapping[str, Any]) -> list[str]:
    """Slots already told that the patient calls wrong; at the summary it is enough to name them."""
    if not (WRONG.search(text) or (asked == CONFIRMED and not _says(YES, text))):
        return []
    if asked in (WHY,) and len(text.split()) > 6:
        return []
    named = [slot for slot, words in PARTS.items() if words.search(text)]
    return [slot for slot in named if told.get(slot) is not None and slot not in given]


def _says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the whole message is what the pattern stands for."""
    return len(text) <= LONGEST_WORD and pattern.fullmatch(text.strip()) is not None


def _name(text: str) -> tuple[Any, str]:
    name = names.find(text)
    return (name, "") if name else (None, "utter_callback_name_unclear")


def _number(text: str) -> tuple[Any, str]:
    return None, "utter_callback_number_unclear"


def _time(text: str) -> tuple[Any, str]:
    when = times.tidy(text)[:LONGEST_TIME]
    clear = re.search(r"\w", when) and (times.span(text) or not (_says(YES, text) or _says(SKIP, text)))
    return (when, "") if clear else (None, "utter_callback_time_unclear")


def _why(text: str) -> tuple[Any, str]:
    if _says(SKIP, text):
        return "", ""
    return (None, "") if _says(YES, text) else (" ".join(text.split())[:LONGEST_WHY], "")


def _share(text: str) -> tuple[Any, str]:
    if _says(YES, text):
        return True, ""
    return (False, "") if NO.match(text) or _says(SKIP, text) else (None, "utter_callback_yes_or_no")


def _confirmed(text: str) -> tuple[Any, str]:
    if _says(YES, text):
        return True, ""
    return None, "utter_callback_what_to_change" if NO.match(text) or WRONG.search(text) else "utter_callback_yes_or_no"


READERS = {NAME: _name, NUMBER: _number, TIME: _time, WHY: _why, SHARE: _share, CONFIRMED: _confirmed}
