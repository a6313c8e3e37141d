"""Several numbers of one person that are all to be passed on: `cell is 267 … work is 610 …`, `215 … or if no answer 610 …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.phrasebook import times
from bot.phrasebook.form_notes import DOCTORS

KIND = r"(?:cell|mobile|home|house|work|office|landline|desk)"
PART_OF_DAY = r"(?:day ?times?|days?|nights?|evenings?|eves|mornings?|afternoons?|weekdays?|weekends?)"
LABEL = rf"(?:(?:my|the) )?(?:{KIND}|{PART_OF_DAY})(?: (?:phone|number|line|one|cell))?"
LED = re.compile(rf"\b{LABEL}(?:'?s| is| at|:| =|-)?\W{{0,2}}$", re.I)
"""In front of a number, which it is: `work is`."""
FOLLOWED = re.compile(
    rf"[ (]{{1,2}}(?:(?:is|for|in|on|at|during|my|the|it'?s) )*(?:{KIND}|{PART_OF_DAY}|after(?: that)?(?=\W*$))\b\)?", re.I
)
"""Behind one: `days`, `(work)`."""
OF_THE_DAY = re.compile(rf"[ (]{{1,2}}(?P<when>(?:(?:in|at|on|during|the) )*{PART_OF_DAY})\b", re.I)
JOINED = re.compile(r"\b(?:or|and|also|otherwise|else|if)\b|[/&]", re.I)
"""Between two numbers: both are meant."""
PUT_RIGHT = re.compile(
    r"\b(?:sorry|wait|wrong|old|ex|actually|instead|oops|i mean(?:t)?|new|use|then|fax|hers?|his|theirs?|mine"
    r"|make|change|was|scratch"
    r"|rather)\b|\?",
    re.I,
)
"""Anywhere beside them: one of them isn't to be called, and other rules say which."""
REFUSED = re.compile(r"\b(?:no(?! (?:answer|reply|one|luck))|not|never|don'?t)\b", re.I)
"""The same in front of one of them; behind all, what is not to be done is heeded."""
CHANGED = re.compile(r"\b(?:change|make|put|set|update|fix)\b[^,.;]{0,25}\b(?:to|as)\W*$", re.I)
"""`change the number to`: both of what follows."""
ANOTHERS = re.compile(
    r"\b(?:her|hers|his|wife|husband|mom|mum|mother|dad|father|partner|boyfriend|girlfriend|sister|brother|daughter|son|friend"
    rf"|neighbou?r)(?:'?s)?\b|\b{DOCTORS}(?:'?s)?\b",
    re.I,
)
FARTHEST = 40
"""Characters between two numbers that belong together."""
WHOLE = re.compile(r"\(\d{3}\) \d{3}-\d{4}|\+\d[\d -]{6,}")
"""A number as it is passed on."""
ADDED = re.compile(r"\b(?:add|also|plus|as well as)\b(?: (?:try|use|call|put))?(?P<label>[^\d(+]{0,25})$", re.I)
"""In front of a number that is told beside one told before: `add the day number`."""


@dataclass(frozen=True)
class Together:
    """The numbers with what says which is which, in the patient's words, where that stands, and when to call each."""

    words: str
    start: int
    end: int
    when: str = ""


def read(text: str, numbers: Sequence[tuple[str, int, int]]) -> Together | None:
    """The numbers that are all to be passed on; None where one of them is, or nobody can tell.

    Args:
        text: the whole message.
        numbers: each as it is passed on, with where it stands.
    """
    gaps = [text[end:start] for (_, _, end), (_, start, _) in zip(numbers, numbers[1:])]
    if len({number for number, _, _ in numbers}) < 2 or ANOTHERS.search(text) or any(len(gap) > FARTHEST for gap in gaps):
        return None
    led, followed = LED.search(text[: numbers[0][1]]), _behind(text, numbers[-1][2])
    start, end = led.start() if led else numbers[0][1], followed
    before = CHANGED.sub(" ", text[max(0, start - FARTHEST) : start])
    if any(map(REFUSED.search, (before, *gaps))) or any(map(PUT_RIGHT.search, (before, *gaps, text[end:]))):
        return None
    if not (all(map(JOINED.search, gaps)) or _labelled(text, numbers)):
        return None
    return Together(_written(text, start, end, numbers), start, end, _when(text, numbers, end))


def several(told: str) -> bool:
    """Whether more than one number is told."""
    return len(WHOLE.findall(told)) > 1


def added(told: str, before: str, number: str) -> str:
    """The numbers told with one that is told beside them; empty where that stands instead of them.

    Args:
        told: what was told before.
        before: what stands before the number in its message.
        number: as it is passed on.
    """
    if number in told:
        return told if several(told) else ""
    found = ADDED.search(before)
    return f"{told}, {' '.join([*found['label'].split(), number])}" if found and told else ""


def extended(told: str, text: str, digits: str) -> str:
    """Several numbers, the one whose kind a message names with an extension; empty where it names none of them."""
    if f" ext. {digits}" in told:
        return told
    for kind in re.findall(rf"\b(?:{KIND}|{PART_OF_DAY})\b", text, re.I):
        led, followed = (
            rf"\b{kind}\b[^(+,;]{{0,12}}(?P<number>{WHOLE.pattern})",
            rf"(?P<number>{WHOLE.pattern})[ (]{{1,2}}(?:\w+ )?{kind}\b",
        )
        found = re.search(led, told, re.I) or re.search(followed, told, re.I)
        if found:
            return f"{told[: found.end('number')]} ext. {digits}{told[found.end('number') :]}"
    return ""


def _behind(text: str, end: int) -> int:
    """Where the last number ends with what says which it is, or when."""
    followed, when = FOLLOWED.match(text, end), times.span(text[end:])
    touching = when and re.fullmatch(r" (?:\w+ ){0,2}", text[end : end + when[0]])
    return max(followed.end() if followed else end, end + when[1] if when and touching else end)


def _labelled(text: str, numbers: Sequence[tuple[str, int, int]]) -> bool:
    return all(LED.search(text[:start]) for _, start, _ in numbers) or all(_behind(text, end) > end for _, _, end in numbers)


def _written(text: str, start: int, end: int, numbers: Sequence[tuple[str, int, int]]) -> str:
    words, at = "", start
    for number, begins, ends in numbers:
        words, at = f"{words}{text[at:begins]}{number}", ends
    return " ".join(f"{words}{text[at:end]}".split()).strip(" ,;:")


def _when(text: str, numbers: Sequence[tuple[str, int, int]], end: int) -> str:
    """The times of all numbers, where each has one."""
    borders = [start for _, start, _ in numbers[1:]] + [end]
    told = [text[ends:border] for (_, _, ends), border in zip(numbers, borders)]
    found = [_time(each) for each in told]
    return ", ".join(found) if all(found) else ""


def _time(text: str) -> str:
    """The time that the words beside a number tell: `nights after 8`, `in the day`."""
    clock, part = times.span(text), OF_THE_DAY.match(text)
    if part and (not clock or clock[0] > part.start("when")):
        return part["when"]
    return times.tidy(text[clock[0] : clock[1]]) if clock else ""
