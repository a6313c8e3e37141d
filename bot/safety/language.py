"""In what language a message is written, by its letters or its everyday words: advice in an emergency can't wait for a model."""

from __future__ import annotations

import re

from bot.safety import spanish
from bot.safety.everyday import ENGLISH, WORDS
from bot.safety.reading import plainly

SCRIPTS = {
    "zh": re.compile(r"[\u4e00-\u9fff]"),
    "ko": re.compile(r"[\uac00-\ud7a3]+"),
    "ru": re.compile(r"(?<![^\W\u0400-\u04ff])[\u0410-\u044fёЁ]+(?![^\W\u0400-\u04ff])"),
    "ar": re.compile(r"[\u0621-\u064a]+"),
    "hi": re.compile(r"[\u0904-\u0939][\u0900-\u0963]*(?:[\u0904-\u0939][\u0900-\u0963]*)*"),
}
"""What counts as a word in letters of its own: in Chinese each sign, in Russian only a word without Latin letters among them."""
ELSEWHERE = re.compile(
    "[\u3041-\u30ff\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491\u0640\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u06d2]"
)
"""Letters of neighbours that none of these languages has: Japanese, Ukrainian, Persian, Urdu."""
MARKED = re.compile(r"\w*[đơưăĐƠƯĂ\u1ea0-\u1ef9]\w*")
"""A word with marks that only Vietnamese has; with a capital it may be a name."""
FEWEST, SURE = 2, 5
"""How many words of a language make a message one of it; a single word does if it has this many letters."""
SHARE = {"vi": 2, "pt": 3, "fr": 3, "de": 3, "it": 3, "pl": 2, "tl": 2, "ht": 2}
"""One word in so many must be of the language."""
ENOUGH = 2000
"""Characters of a message that are looked at: no message changes its language behind so many."""


def language_of(text: str) -> str:
    """The two letters that name its language, of those that are recognised; empty for English and all others."""
    beginning = text[:ENOUGH]
    return (not beginning.isascii() and _by_letters(beginning)) or _by_words(beginning)


def is_foreign(text: str) -> bool:
    """Whether danger may be told in it in words that no pattern for English and Spanish knows: one in other letters is enough."""
    if not text.isascii() and any(script.search(text) for script in SCRIPTS.values()):
        return True
    return language_of(text) not in ("", "es")


def _by_letters(text: str) -> str:
    """A name among English words doesn't count: there must be as many words in these letters as in Latin ones."""
    if ELSEWHERE.search(text):
        return ""
    counts = {language: len(script.findall(text)) for language, script in SCRIPTS.items()}
    language = max(counts, key=lambda each: counts[each])
    return language if counts[language] and counts[language] >= len(re.findall(r"[A-Za-z']+", text)) else ""


def _by_words(text: str) -> str:
    words = set(re.findall(r"[a-z]+", plainly(text)))
    if not words:
        return ""
    marked = 0 if text.isascii() else len({plainly(each) for each in MARKED.findall(text) if each[0].islower()} - WORDS["vi"])
    counts: dict[str, float] = {language: len(words & known) for language, known in WORDS.items()}
    counts["vi"] += marked
    found = {each: count for each, count in counts.items() if _enough(each, count, words)}
    if spanish.is_spanish(text):
        found["es"] = len(words & spanish.WORDS) + 0.5  # of two that are alike, the one that most patients speak
    return max(found, key=lambda each: found[each], default="")


def _enough(language: str, count: float, words: set[str]) -> bool:
    fewest = 1 if len(words) == 1 and len(max(words)) >= SURE else FEWEST
    return count >= fewest and count * SHARE[language] >= len(words) and count > len(words & ENGLISH)
