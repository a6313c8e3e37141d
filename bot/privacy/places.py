"""Street addresses of patients; the clinic's own stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.privacy.words import clinic_words

TYPE = (
    r"(?:street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|pike|circle|cir|terrace|ter"
    r"|highway|hwy|parkway|pkwy|trail|trl|square|sq)"
)
NO_STREET = (
    r"(?:min(?:ute)?s?|miles?|weeks?|wks?|days?|months?|mos?|years?|yrs?|hours?|hrs?|sessions?|times?|visits?|and|or|to|in|an?|the|per"
    r"|from|on|my|is|it|for|at|kids?|blocks?|people|women|patients?|different|other|more|than|good|long|short|each|every|by|with|no|that"
    r"|which|what|this|any)"
)
TOWN = (
    r"(?:,?\s+(?!(?:and|or|is|with|so|but|i|can|how)\b)[A-Za-z]+(?:\s[A-Za-z]+)?"
    r",?\s+(?:pa|nj|de|ny|md)\b(?:\s+\d{5}(?:-\d{4})?)?)?"
)
STREET = re.compile(
    r"(?<![\w./-])(?:\d{1,4}[a-z]?\s+)?\d{1,5}[a-z]?\s+"
    rf"(?:(?!{NO_STREET}\b)[a-z][\w'.-]*\s+|\d{{1,3}}(?:st|nd|rd|th)\s+){{1,4}}?{TYPE}\b\.?"
    rf"(?:\s*,?\s*(?:(?:apt|apartment|unit|suite|ste|floor|fl)\b\.?|\#)\s*\#?\s*\w{{1,5}})?{TOWN}",
    re.IGNORECASE,
)
BOX = re.compile(r"\bp\.?\s?o\.?\s?box\s*#?\s*\d+", re.IGNORECASE)
ZIP = re.compile(r"\b(?:zip(?:\s?code)?|postal\scode)\s*(?:is|:)?\s*(\d{5}(?:-\d{4})?)\b", re.IGNORECASE)


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Streets with a house number, post-office boxes, and zip codes that are called so."""
    for match in STREET.finditer(text):
        words = set(re.findall(r"\w+", match[0].casefold()))
        if len(words & clinic_words()) < 2 or not any(word.isdigit() for word in words & clinic_words()):
            yield match.start(), match.end(), "address"
    yield from ((match.start(), match.end(), "address") for match in BOX.finditer(text))
    yield from ((*match.span(1), "address") for match in ZIP.finditer(text))
