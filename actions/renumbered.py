"""Numbers told in two messages, or put right after they were told: `oh 610`, `actually its 0143`, `ext 21 not 12`."""

from __future__ import annotations

import re

from actions import numbers_together, phone
from actions.told import CONFIRMED, SHARE, WHY
from bot.phrasebook.form_answers import AREA_ALONE

ANY_WORDS = (WHY, SHARE, CONFIRMED)
"""Where `back extension 10 reps` may be what is told, and only a message that is an extension gives one."""
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
BODYS = "".join(f"(?<!{word} )" for word in "back hip hips knee leg legs neck trunk spine lumbar hair lash".split())
"""`back extension 10` is no number's."""
COUNTED = r"(?! ?(?:reps?|times|x|deg\w*|weeks?|months?|days?|years?|inch\w*)\b)"
EXTENSION = re.compile(rf"{BODYS}\b(?:ext\.?|extension),?\s*(?:is\s+|to\s+|no\.?\s*)?(?P<digits>\d{{1,6}})\b{COUNTED}", re.I)
EXTENSION_ALONE = re.compile(
    r"\W*(?:(?:oh|ok|yes|no|wait|sorry|actually|it'?s|is|my|the|at|use|add|and|also|with|dial|call|work|number|change|make|to|put"
    r"|one|has|an|a|cell|home|office|day|night)"
    rf"\b\W*)*{EXTENSION.pattern}(?:,? not \d{{1,6}})?(?: (?:please|pls|thanks|sorry))*\W*",
    re.I,
)
CORRECTS = re.compile(
    r"\W*(?:(?:no|oh|ok|okay|yes|yeah|wait|sorry|oops|actually|i mean(?:t)?|it'?s|make (?:it|that)|that'?s"
    r"|should be|is|the number)\b\W*)+"
    r"(?P<end>\d{4})\W*",
    re.I,
)
"""`actually its 0143`."""
NO_END = re.compile(r"(?:19|20)\d\d|(?:1\d|2[0-3])[0-5]\d")
"""Four digits that are a year or a time of day before they are the end of a number."""


IN_DOUBT = re.compile(
    r"(?P<start>(?:\+?1\W{0,2})?\(?\d{3}\)?\W{0,2}\d{3}\W?)(?P<first>\d{4})\W+or (?:(?:is it|was it|maybe"
    r"|it'?s|ending(?: in)?) )?"
    r"(?P<other>\d{4})\b(?!\W?\d)",
    re.I,
)
"""`610-555-0113. or is it 0131`: which of both is asked."""


def completed(text: str, before: str) -> str:
    """The number of seven digits that was told before, with the area code that this message adds; empty where it adds none."""
    ends = CORRECTS.fullmatch(text)
    doubted = IN_DOUBT.search(before) if ends else None
    if ends and doubted and ends["end"] in (doubted["first"], doubted["other"]):
        return phone.parsed(f"{doubted['start']}{ends['end']}")
    area, seven = phone.AREA.search(text) or AREA_ALONE.fullmatch(text), phone.SEVEN.search(before)
    if not area or not seven:
        return ""
    return phone.parsed(f"{phone.code(area)}{seven['exchange']}{seven['line']}")


def ending(text: str, told: str, asked: str = "") -> str:
    """A number told before with the extension or the last four digits that this message puts right; empty where it does not.

    Args:
        text: what the patient wrote.
        told: the number told before.
        asked: the slot that was asked for.
    """
    extension = EXTENSION_ALONE.fullmatch(text) if asked in ANY_WORDS else EXTENSION.search(text)
    if numbers_together.several(told):
        return numbers_together.extended(told, text, extension["digits"]) if extension else ""
    if extension and told and not phone.find(text):
        return f"{told.split(' ext')[0]} ext. {extension['digits']}"
    if not told or "ext" in told or told.startswith("+"):
        return ""
    corrects = CORRECTS.fullmatch(text)
    if corrects and _nearly(corrects["end"], told[-4:]) and not NO_END.fullmatch(corrects["end"]):
        return phone.parsed(f"{told[:-4]}{corrects['end']}")
    ends = ENDS_IN.search(text)
    if not ends:
        return ""
    end = ends["before"] or ends["behind"] or ends["last"]
    if (ends["before"] or NO_END.fullmatch(end)) and not (OF_A_NUMBER.search(text) or _nearly(end, told[-4:])):
        return ""
    return phone.parsed(f"{told[:-4]}{end}")


def _nearly(end: str, told: str) -> bool:
    """Whether one digit of four is another, or two have changed places."""
    other = [at for at in range(4) if end[at] != told[at]]
    return len(other) <= 1 or (len(other) == 2 and sorted(end) == sorted(told))
