"""The text as the patterns read it: plain letters, one spelling for each word, sentences apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from bot.safety.spelling import Spelling

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
LOOK_ALIKES = dict(zip("авеёзікмнорстухѕјԁԛԝһβεηικνορτυχωıłøđ", "abee3ikmhopctyxsjdqwhbenikvoptuxwilod"))
TAG = re.compile(r"</?(?:b|i|u|em|strong|p|br|div|span)\s*/?>", re.I)
"""Pasted markup: left in, its letters would read as words (`<i>`)."""
MARKS = ("Mn", "Me", "Cf")
QUOTES = frozenset("'`“”’‘´ʼ′")
TOKEN = re.compile(r"\d+(?:\.\d+)?(?![\w.])|\w+|[.,!?;:\n…—–🩸+&]|-(?=\s)")
STRETCHED = re.compile(r"([a-z])\1{2,}")
MEASURE = re.compile(r"(\d+(?:\.\d+)?)([a-z]+)")
WEEKS_AND_DAYS = re.compile(r"(\d\d?)(?:w|wk|wks|weeks?)(?:\d?d?)?")
STOPS = {**dict.fromkeys(".!;\n…—–", "."), "?": "?", ",": ",", ":": ",", "-": ",", "🩸": "blood", "+": "and", "&": "and"}
JOINED = {
    "not": {
        "do": "dont", "does": "doesnt", "did": "didnt", "can": "cant", "could": "couldnt", "will": "wont", "would": "wouldnt",
        "has": "hasnt", "have": "havent", "had": "hadnt", "is": "isnt", "are": "arent", "was": "wasnt", "should": "shouldnt",
    },
    "am": {"i": "im"},
    "is": {"he": "hes", "she": "shes", "it": "its", "that": "thats", "there": "theres", "what": "whats"},
    "self": {"my": "myself", "him": "himself", "her": "herself", "your": "yourself"},
    "lot": {"a": "alot"},
}  # fmt: skip
"""What two words in a row are read as, by the second and then the first."""

OF_SOMEONE = re.compile(
    r"['`’‘´ʼ′](?<=[^\W\d_]{3}.)(?<!\bshe.)(?<!\bthat.)(?<!\bthere.)(?<!\bwhat.)(?<!\bwho.)(?<!\bhow.)(?<!\bhere.)(?<!\blet.)"
    r"(?<!\bwhere.)s\b",
    re.I,
)
"""`throat's tight`, `my wife's bleeding`: read without it, as people write it who leave it out."""
WEEKS_PLUS_DAYS = re.compile(r"\b([1-4]?\d) ?\+ ?([0-6])\b(?![/.]\d)")
FEW_WORDS = 3
"""Lines that hold fewer words than this, on the whole, are not sentences."""
COUNTED = frozenset({"week", "month", "day", "hour", "minute", "year"})
"""These read as several behind a number."""


TENS = {"20": 2, "30": 3, "40": 4}
ONES = {"one": "1", "two": "2", "three": "3", **{digit: digit for digit in "123456789"}}
"""`thirty two` is one number."""
HANGS_TOGETHER = COUNTED.union(JOINED, ONES, ".?,")
"""Words whose reading hangs on the word before them."""


def plainly(text: str) -> str:
    """Lower case, no accents, no invisible characters, no apostrophes, look-alike letters as the Latin ones, single spaces."""
    return " ".join(_letters(INVISIBLE.sub("", text)).split())


class Letters(dict[int, str]):
    """What each letter is read as, worked out at its first use: one table for `str.translate`."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", chr(code)).casefold()
        plain = "".join(LOOK_ALIKES.get(each, each) for each in folded if unicodedata.category(each) not in MARKS)
        self[code] = "" if chr(code) in QUOTES else plain
        return self[code]


LETTERS = Letters()


def _letters(text: str) -> str:
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    return text.translate(LETTERS)


def _put(word: str, words: list[str]) -> None:
    """Behind the words read so far: joined with the last, a stop only once, several of what is counted."""
    joined = JOINED.get(word, {}).get(words[-1])
    if joined:
        words[-1] = joined
    elif word in ONES and words[-1] in TENS:
        words[-1] = f"{TENS[words[-1]]}{ONES[word]}"
    elif word != words[-1] or word not in ".?,":
        words.append(f"{word}s" if word in COUNTED and words[-1][:1].isdigit() else word)


class Reader:
    """Reads messages by one table of spellings."""

    def __init__(self, spelling: Spelling, variants: Mapping[str, str]) -> None:
        self._variants = variants
        self._known = lru_cache(maxsize=20_000)(self._word)
        self._spelling = spelling

    def readings(self, text: str) -> tuple[str, ...]:
        """The text as it reads; where something invisible stands in it, also with a space for each."""
        if "<" in text:
            text = TAG.sub(" ", text)
        if text.count("\n") * FEW_WORDS > len(text.split()):  # a line for each word or two: no sentence ends there
            text = " ".join(text.split())
        if text.isascii() or not INVISIBLE.search(text):
            return (self.read(text),)
        return self.read(INVISIBLE.sub("", text)), self.read(INVISIBLE.sub(" ", text))

    def read(self, text: str) -> str:
        """Words, commas and stops, each behind one space; one more space at the end."""
        words: list[str] = [""]
        text = OF_SOMEONE.sub("", text)
        if "+" in text:
            text = WEEKS_PLUS_DAYS.sub(r"\1 weeks \2 days ", text)
        for word in chain.from_iterable(map(self._known, self._tokens(text))):
            if word in HANGS_TOGETHER:
                _put(word, words)
            else:
                words.append(word)
        return " ".join(words) + " "

    def _tokens(self, text: str) -> list[str]:
        tokens = TOKEN.findall(_letters(text))
        if "w" in tokens:
            counts = (before and self._known(before)[-1][:1].isdigit() for before in ("", *tokens))
            tokens = ["weeks" if each == "w" and counted else each for each, counted in zip(tokens, counts)]
        return tokens

    def _word(self, word: str) -> tuple[str, ...]:
        if word in STOPS:
            return (STOPS[word],)
        if word in self._variants:
            return tuple(self._variants[word].split())
        if word[0].isdigit():
            weeks = WEEKS_AND_DAYS.fullmatch(word)
            if weeks:
                return weeks[1], "weeks"
            measure = MEASURE.fullmatch(word)
            return (measure[1], *self._word(measure[2])) if measure else (word,)
        short = STRETCHED.sub(r"\1\1", word)
        if short != word:
            once = STRETCHED.sub(r"\1", word)
            return self._word(once if once in self._variants or self._spelling.knows(once) else short)
        return tuple(self._spelling.mended(word).split())
