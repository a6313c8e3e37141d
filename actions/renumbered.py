"""Numbers told in two messages, or put right after they were told: `oh 610`, `actually its 0143`, `ext 21 not 12`."""

from __future__ import annotations

import re

from actions import phone

AREA_ALONE = re.compile(
    r"\W*(?:(?:oh|ok|sorry|it'?s|its|the|area|code|is|yes|in|and|put)\b\W*)*\(?(?P<area>[2-9]\d\d)\)?"
    r"(?: (?:area(?: code)?|sorry|please|pls))*\W*",
    re.I,
)
ENDS_IN = re.compile(
    r"(?<!\d)(?P<before>\d{4})(?: \w+)? at the end\b"
    r"|(?:^|\b(?:it|that|number|phone|cell|mobile|mine|one|should|actually|sorry|no|but|and|oops|wait)\b)\W*"
    r"end(?:s|ing)? (?:in|with|on) (?P<behind>\d{4})(?!\d)"
    r"|\blast (?:four|4)(?: digits?)?(?: (?:is|are|should be))?\W{0,3}(?P<last>\d{4})(?!\d)",
    re.I,
)
"""`its 0189 at the end`."""
OF_A_NUMBER = re.compile(
    r"\b(?:digits?|numbers?|phone|cell|mobile|last)\b"
    r"|^\W*(?:(?:no|oh|wait|sorry|oops|actually|it'?s|it|that'?s|should|be|is|make|put|with)\b\W*)*\d{4}(?: \w+)? at the end\W*$",
    re.I,
)
"""Beside `at the end`, that four digits are a number's: `say I was born in 1980 at the end` tells no number."""
EXTENSION = re.compile(r"\b(?:ext\.?|extension)\s*(?:is\s+|no\.?\s*)?(?P<digits>\d{1,6})\b", re.I)
CORRECTS = re.compile(
    r"\W*(?:(?:no|oh|wait|sorry|oops|actually|i mean(?:t)?|it'?s|make (?:it|that)|that'?s|should be|is|the number)\b\W*)+"
    r"(?P<end>\d{4})\W*",
    re.I,
)
"""`actually its 0143`."""
CLOCK = re.compile(r"(?:0?[1-9]|1\d|2[0-3])[0-5]\d")


def completed(text: str, before: str) -> str:
    """The number of seven digits that was told before, with the area code that this message adds; empty where it adds none."""
    area, seven = phone.AREA.search(text) or AREA_ALONE.fullmatch(text), phone.SEVEN.search(before)
    if not area or not seven:
        return ""
    return phone.parsed(f"{phone.code(area)}{seven['exchange']}{seven['line']}")


def ending(text: str, told: str) -> str:
    """A number told before with the last four digits that this message puts right; empty where it puts none right."""
    extension = EXTENSION.search(text)
    if extension and told and not phone.find(text):
        return f"{told.split(' ext')[0]} ext. {extension['digits']}"
    if not told or "ext" in told or told.startswith("+"):
        return ""
    corrects = CORRECTS.fullmatch(text)
    if corrects and (_nearly(corrects["end"], told[-4:]) or not CLOCK.fullmatch(corrects["end"])):
        return phone.parsed(f"{told[:-4]}{corrects['end']}")
    ends = ENDS_IN.search(text)
    if not ends:
        return ""
    if ends["before"] and not (OF_A_NUMBER.search(text) or _nearly(ends["before"], told[-4:])):
        return ""
    return phone.parsed(f"{told[:-4]}{ends['before'] or ends['behind'] or ends['last']}")


def _nearly(end: str, told: str) -> bool:
    """Whether one digit of four is another, or two have changed places."""
    return sum(one != other for one, other in zip(end, told)) <= 1 or sorted(end) == sorted(told)
