"""Does an answer say only what its facts say? Figures, units, links, phone numbers, names and promises are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.content.complaint import Complaint, complaint
from bot.content.model import Fact

UNDER_TWENTY = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {
    **{word: str(number) for number, word in enumerate(UNDER_TWENTY, 2)},
    **{word: str(10 * number) for number, word in enumerate(TENS, 2)},
    "hundred": "100",
    "dozen": "12",
    "twice": "2",
    "thrice": "3",
}
UNITS = re.compile(
    r"\b(second|minute|hour|day|week|month|year|session|visit|treatment|trimester|percent|dollar|mile|mg|cm|mm)s?\b|[%$]", re.I
)
LINK = re.compile(
    r"\b(?:(?:https?://|www\.)[a-z0-9-]+(?:\.[a-z0-9-]+)*|(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|io|us)\b)(?:/[\w./-]*)?", re.I
)
PHONE = re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
WORD = re.compile(r"[A-Za-z][\w'’&]*(?:-[A-Za-z]\w*)*")
SENTENCE_START = re.compile(r"(?:^|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)[.!?:;]\s+|\n\s*|[“\"(]\s*)$")
PROMISES = re.compile(
    r"\b(cures?|cured|curing|guarantees?|guaranteed"
    r"|(?:completely|totally|perfectly|entirely|100 ?%|always) (?:safe|works?|effective)"
    r"|no (?:known |real )?risks?"
    r"|risk[- ]free|without (?:any )?risks?|painless|pain[- ]free|never hurts?|always works?|will (?:heal|fix|cure)"
    r"|no side effects?|permanent(?:ly)?|miracle)\b",
    re.I,
)
NEGATION = re.compile(
    r"\b(no(?! doubt| question)(?:body|thing|t| one)?|never"
    r"|can(?:'|’)?t|cannot|doesn(?:'|’)?t|don(?:'|’)?t|isn(?:'|’)?t|won(?:'|’)?t)\b",
    re.I,
)
CLAUSE_END = re.compile(r"[.!?;:,]|\bbut\b")
COUNTED_ONLY = frozenset({"second", "session", "visit", "treatment", "trimester"})
"""Units that are also ordinary words of a clinic: they need a fact only where a number counts them."""


def complaints(text: str, facts: Sequence[Fact], allowed_names: frozenset[str]) -> Iterator[Complaint]:
    """What the answer says that its facts don't."""
    stated = " ".join(fact.text for fact in facts)
    for link in _missing(LINK, text, stated):
        yield complaint("ungrounded_link", said=link)
    for phone in _missing(PHONE, text, stated):
        yield complaint("ungrounded_phone", said=phone)
    bare, known = _bare(text), _bare(stated)
    for number in sorted(_numbers(bare) - _numbers(known)):
        yield complaint("ungrounded_number", said=number)
    for unit in sorted(_units(bare) - _units(known)):
        yield complaint("ungrounded_unit", said=unit)
    for name in _names(LINK.sub("x", text)):
        if name not in allowed_names and not re.search(rf"\b{re.escape(name)}\b", stated):
            yield complaint("ungrounded_name", said=name)
    for promise in _promises(text):
        yield complaint("promise", said=promise)


def _missing(pattern: re.Pattern[str], text: str, stated: str) -> list[str]:
    known = {each.casefold() for each in _found(pattern, stated)}
    return sorted(each for each in _found(pattern, text) if each.casefold() not in known)


# Kept, for what the facts say is compared with many sentences.
@lru_cache(maxsize=512)
def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found.group().rstrip(".") for found in pattern.finditer(text))


@lru_cache(maxsize=512)
def _bare(text: str) -> str:
    return PHONE.sub(" ", LINK.sub(" ", text))


@lru_cache(maxsize=512)
def _numbers(text: str) -> frozenset[str]:
    written = {NUMBER_WORDS[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in NUMBER_WORDS}
    return frozenset(number.replace(",", "") for number in NUMBER.findall(text)) | written


@lru_cache(maxsize=512)
def _units(text: str) -> frozenset[str]:
    found = set()
    for match in UNITS.finditer(text):
        unit = match.group().casefold().rstrip("s")
        counted = re.search(r"\d\s*(?:\w+\s+)?$", text[: match.start()]) is not None
        if unit not in COUNTED_ONLY or counted:
            found.add(unit)
    return frozenset(found)


def _names(text: str) -> list[str]:
    names = []
    for match in WORD.finditer(text):
        word = match.group()
        starts_sentence = SENTENCE_START.search(text[: match.start()]) is not None
        if word[0].isupper() and not starts_sentence and not re.match(r"I\b", word):
            names.append(re.sub(r"['’]s$", "", word))
    return names


def _promises(text: str) -> list[str]:
    promises = []
    for match in PROMISES.finditer(text):
        clause = CLAUSE_END.split(text[: match.start()])[-1]
        if not NEGATION.search(clause):
            promises.append(match.group())
    return promises
