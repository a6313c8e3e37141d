"""When people say they can be called, as they write it: `tmrw after 5`, `any morning but friday`."""

from __future__ import annotations

import re

TOMORROW = r"(?:tomorrow|tom+or+ow|tmrw|tmr|tmw|tmrrw|tmoro|2moro|2morrow|2mrw)"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?(?: ?ish)?"
HOUR = r"\d{1,2}(?::\d{2})?"
SPOKEN = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
NEXT_BUT_ONE = (
    r"(?:(?:the )?(?:week|one) after(?: next)?\b(?! (?:my|i|the|a)\b)|after next|(?:of )?(?:the )?(?:following|next) week)"
)
"""Behind a day: `tuesday the week after`."""
CERTAIN = (
    rf"(?:today|tonight|tonite|{TOMORROW}|{DAY}(?: {NEXT_BUT_ONE}| [ap]ms?\b(?! i\b))?"
    r"|(?:this )?(?:mornings?|mornin|afternoons?|evenings?)|noon|midday"
    r"|nights?|nites?|(?:(?:this|in the) |(?<=[,.;] ))(?-i:eves?)"
    r"|lunch ?(?:times?|breaks?)?"
    r"|weekdays?|weekends?|weeknights?|any ?time|whenever|asap|as soon as (?:possible|you can)|right away|right now|later today"
    rf"|(?:next|this) week|{HOUR}[ap]\b|{HOUR} ?(?:am|pm|a\.m\.?|p\.m\.?|o'? ?clock|ish)|\d{{1,2}}:\d{{2}}"
    rf"|(?:after|before|around|about|by|past|from|until|till?|between) {HOUR}(?! ?(?:week|wk|month|year|session|visit))"
    rf"|(?:half|quarter)(?: past| to| till?| after)? (?:{SPOKEN}|1[0-2]|[1-9])\b|{SPOKEN} (?:am|pm|o'? ?clock|ish)"
    r"|(?-i:eves)|(?:the )?(?:week|fortnight) after next"
    r"|(?:before|after|by|until|till?) the \d{1,2}(?:st|nd|rd|th)(?=\W*$|[,.;!])"
    r"|after (?:work|school|lunch|dinner|hours))"
)
BESIDE = (
    r"(?:any|every|each|all|but|except|not|or|and|on|in|at|to|from|the|a|between|before|after|around|about|by|till?|until|past"
    rf"|only|early|late|later|mid|first|thing|work|day|days|ish|half|quarter|best|please|{HOUR})"
)
PHONE = r"(?:cell|mobile|home|work|office)"
SPAN = re.compile(
    rf"\b(?:{BESIDE}\b[\s,]{{1,3}}){{0,8}}{CERTAIN}\b(?:[\s,&/-]{{1,3}}(?:{CERTAIN}|{BESIDE})\b){{0,16}}"
    rf"(?:,? {PHONE} (?:after|before)\b)?",
    re.I,
)
"""Bounded, for each word could begin one: a long row of numbers would be read as often as it has words."""
OF_A_VISIT = re.compile(r"\b(?:appointment|appt|apt|visit|session|booking)s?(?:\W+(?:is|was|for|on|at|the|booked))*\W+$", re.I)
"""`my appointment tomorrow` tells when no call is wished."""
TO_A_VISIT = re.compile(r"\b(?:before|after|until|till?) (?:my|the|our|her|his) (?:\w+ )?$", re.I)
"""`before my appointment on friday` does tell when to call."""
WORKING = re.compile(r"\b(?:nurse|i'?m|am|we'?re|shes?|he'?s|works?|working|shifts?) (?:(?:also|always|currently|only) )?$", re.I)
AT_WORK = re.compile(r"(?:on |the )?(?:nights?|nites?|days?|evenings?)(?: shifts?)?", re.I)
"""`im on nights`: when somebody works."""
SHIFT = re.compile(r" ?(?:shifts?|nurse|worker)\b", re.I)
"""`night shift nurse`."""
TELLS_WHEN = re.compile(
    r"(?:^|[,.;!-]\s*|\b(?:(?:call|ring|phone|text|reach)(?: me| us| her| him)?(?: back)?|only|best|time|anytime|ok|okay|just"
    r"|right|maybe|please|pls|it'?s|is|and|but|or|not|sometime|soon|always|usually)\s+)"
    r"(?:before|after|when(?:ever)?|while|until|till|once|as soon as|unless)"
    r" (?:(?:my|the|his|her|our) \w+|i|i'?m|s?he|s?he'?s|they|we|baby|kids?)\b",
    re.I,
)
"""A time that no clock tells: `before my husband is home`."""
CORRECTING = frozenset(
    "actually no not oh ok wait sorry hang on make that it its it's change to instead rather better please i mean meant yes yeah"
    " but only let's lets do the time can could u you we switch move from should be then tho though pls said told already"
    " put gave got wrong day mixed typo oops".split()
)
"""All that may stand beside a time where it corrects one given before: `actually make that friday` is no reason to call."""
TAKEN = re.compile(r"\bi(?:'?m)? (?:work|at work|busy|sleep|teach)\b", re.I)
"""`i work until 4` tells when not to call."""
LONGEST_CORRECTION = 120
"""Characters: who writes more than that says something else as well, and a long row of numbers would take seconds to read."""
MOVED = re.compile(r"\b(?:change|switch|move)\b", re.I)
"""`change thursday to friday`: what stands behind `to` is meant."""
MADE = re.compile(
    rf"\b(?:make|change|move|switch|push) (?:it|that|this|the time) (?:to |for |at )?"
    rf"(?P<when>{SPAN.pattern}|(?:1[0-2]|[1-9])(?::\d\d)?(?![\d:-]))(?: ?(?:instead|please|pls|then))*\W*$",
    re.I,
)
"""`mon is a holiday, make it tues`, `make it 11`: the end of a message that says when instead."""
NOT_MADE = re.compile(r"(?:n't|\b(?:dont|cant|wont|not|never|cannot|hard to))\W*$", re.I)
UNSUITED = re.compile(r"\b(?:(?:can'?t|cannot) do|(?:won'?t|doesn'?t|does not) (?:work|suit)|(?:no|not) good)\b", re.I)
"""`that wont work, make it 6`."""
NO_OTHER_HOUR = re.compile(r"\b(?:not|but|except|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\b", re.I)
NO_OTHER_DAY = re.compile(rf"{NO_OTHER_HOUR.pattern}|\b(?:next|this)\b", re.I)
"""Where another hour or day can't just take the place of the one that stands there."""
ONE_DAY = re.compile(rf"(?:on )?(?:today|{TOMORROW}|{DAY}(?: {NEXT_BUT_ONE})?)", re.I)
OF_A_DAY = re.compile(rf"(?:at |only )?(?:before|after|between|around|about|by|until|till?|from|noon|midday|{HOUR})\b", re.I)
ONE_HOUR = re.compile(rf"{HOUR}(?: ?(?:am|pm))?\b", re.I)
EXCLUDED = re.compile(r"\b(?:but|except|not) (?P<days>(?:on )?\w+(?:(?:,| or| and)+ \w+)*)$", re.I)
"""The end of a time that leaves days out: `any day but wednesday`."""
NOT_THEN = re.compile(
    r"\b(?:s?he|i|we|they)(?:'?s|'?m|'?re|'?ll be| is| am| are| will be)? (?:also |always |usually )?"
    r"(?:out|away|gone|busy|unavailable|working|at work|not (?:in|home|free|available|around|here)|can'?t (?:talk|do)|works?)"
    rf" (?:on |all day |every )*(?P<days>(?:{DAY}|today|{TOMORROW}|weekends?)(?:(?:,? (?:and|or) |, ){DAY})*)\W*$",
    re.I,
)
"""`she is out friday`: when not to call."""
NOW = re.compile(
    r"\W*(?:(?:right |just |call (?:me )?(?:back )?)*now|asap|as soon as (?:possible|you can)|right away|immediately)"
    r"(?: please| pls)?\W*",
    re.I,
)
"""A time that is passed on, with a word that nobody can promise it."""
WHOLE_TIME = re.compile(r",.*(?:\d|\bany\b)", re.I)
HAS_CLOCK = re.compile(r"\d|\b(?:now|asap|as soon|right away|immediately|any ?time|whenever)\b", re.I)
LOOSE_END = re.compile(
    r"^(?:(?:ok|okay|sure|yes|yeah|well|um|maybe|and|but|please|best|the|a|to|day(?=,))\b[\s,]*)+"
    r"|(?:[\s,]*(?<!cell )(?<!mobile )(?<!home )(?<!work )(?<!office )(?<!week )(?<!one )"
    r"\b(?:and|or|on|in|at|to|from|by|the|a|please|but|about|around|for|between|before|after|until|till))+$",
    re.I,
)


def span(text: str) -> tuple[int, int] | None:
    """Where in the text a time to call stands; None for nowhere."""
    return next(filter(None, (_to_call(text, found) for found in SPAN.finditer(text))), None)


def only(text: str) -> str:
    """The time, as it is passed on, of a message that says nothing but a time of the clock, or that it be soon; else empty."""
    plain = tidy(text)
    clock = HAS_CLOCK.search(plain) is not None
    in_a_row = re.sub(r"[:.]\s+", " ", plain)  # `days: 9 to 5. nights after 8`
    return plain if clock and (NOW.fullmatch(plain) or SPAN.fullmatch(in_a_row)) else ""


def _to_call(text: str, found: re.Match[str]) -> tuple[int, int] | None:
    """Where the time stands with what belongs to it; None where something else than a call is then."""
    before = text[: found.start()]
    visit = OF_A_VISIT.search(before)
    if visit:
        led = TO_A_VISIT.search(before[: visit.start()])
        return (led.start(), found.end()) if led else None
    at_work = AT_WORK.fullmatch(found[0].strip())
    working = at_work and (WORKING.search(before) or SHIFT.match(text, found.end()))
    return None if working else found.span()


def tells_when(text: str) -> bool:
    """Whether a message says when, by the clock or by what happens then."""
    return span(text) is not None or TELLS_WHEN.search(text) is not None


def corrected(text: str) -> str:
    """The time that puts right one given before, as it is passed on: `yes but only wednesday`; empty where more is said."""
    if len(text) > LONGEST_CORRECTION:
        return ""
    made = MADE.search(text)
    if made and not TAKEN.search(text) and _only_leads_to_it(text[: made.start()]):
        return tidy(made["when"])
    found = list(SPAN.finditer(text))
    beside = re.findall(r"[\w']+", SPAN.sub(" ", text).casefold())
    if not found or not beside or TAKEN.search(text) or not CORRECTING.issuperset(beside):
        return ""
    meant = found[-1][0]
    return tidy(re.split(r"\bto\b", meant, flags=re.I)[-1] if MOVED.search(text) else meant)


def _only_leads_to_it(before: str) -> bool:
    """Whether what stands before `make it 11` is no reason and no refusal: courtesies, or the time that doesn't suit."""
    words = re.findall(r"[\w']+", before.casefold())
    leads = CORRECTING.issuperset(words) or SPAN.search(before) or UNSUITED.search(before)
    return bool(leads) and not NOT_MADE.search(before)


def excluded(text: str) -> str:
    """The days on which a message says that nobody can be reached, as what is to be left out: `not friday`; else empty."""
    found = NOT_THEN.search(text)
    return f"not {tidy(found['days'])}" if found else ""


def put_right(told: str, right: str) -> str:
    """A time told before with what puts it right: another hour leaves the day, and another day the hour.

    `tomorrow 10am` and `11` make `tomorrow 11`; `not today` is added to what was told, and `after 5` to a day alone.
    """
    if right.startswith("not "):
        left_out = EXCLUDED.search(told)
        wider = left_out and set(_words(left_out["days"])) <= set(_words(right))
        if WHOLE_TIME.search(right) or set(_words(told)) <= set(_words(right)):  # it says when instead
            return right
        return f"{told[: left_out.start('days')]}{right.removeprefix('not ')}" if left_out and wider else f"{told}, {right}"
    if ONE_DAY.fullmatch(told) and OF_A_DAY.match(right) and not ONE_DAY.search(right):
        return f"{told} {right}"
    for part, excludes in ((ONE_DAY, NO_OTHER_DAY), (ONE_HOUR, NO_OTHER_HOUR)):
        if part.fullmatch(right) and len(part.findall(told)) == 1 and not excludes.search(told):
            return part.sub(right, told)
    return right


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def tidy(text: str) -> str:
    """A time as it is passed on: one line, no loose ends, `tomorrow` in full."""
    line = " ".join(text.split()).strip(" ,.!;:-")
    return re.sub(rf"\b{TOMORROW}\b", "tomorrow", LOOSE_END.sub("", line), flags=re.I)
