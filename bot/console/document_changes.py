"""Two versions of the clinic's document, sentence by sentence, and the facts that rest on what changed."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.console.comparison import words
from bot.content.model import Fact

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(•])|\n\s*\n|\n(?=\s*[A-Z\d•])|(?=•)")
"""A full stop, an empty line, or a line that begins anew: a line broken in mid-sentence goes on."""
WORD = re.compile(r"[a-z]{3,}|\d+")
COMMON = frozenset(
    "the and for with that this from are was were has have may can your you our its not but also into more most than they "
    "their often when which will been who how".split()
)
LEAST_SHARED = 0.45
"""The share of a fact's telling words that a sentence must hold for the fact to rest on it."""


@dataclass(frozen=True)
class SentenceChange:
    """A sentence that changed, came or went, and the facts that were taken from it."""

    before: str
    after: str
    pieces: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]


def changes(before: str, after: str, facts: Iterable[Fact]) -> list[SentenceChange]:
    """What differs between two versions, in the order of the newer one."""
    older, newer, known = sentences(before), sentences(after), list(facts)
    found = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, older, newer, autojunk=False).get_opcodes():
        if kind != "equal":
            found += [_change(gone, new, known) for gone, new in _paired(older[a:b], newer[c:d])]
    return found


def sentences(text: str) -> list[str]:
    """A text in sentences, spacing aside: a moved line break is no change."""
    return [found for each in SENTENCE.split(text) if (found := " ".join(each.split()))]


def _paired(gone: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Each sentence that went with the one that most likely took its place."""
    left, pairs = list(new), []
    for each in gone:
        near = difflib.get_close_matches(each, left, 1, 0.5)
        pairs.append((each, near[0] if near else ""))
        left = [other for other in left if other not in near]
    return [*pairs, *(("", each) for each in left)]


def _change(before: str, after: str, facts: list[Fact]) -> SentenceChange:
    resting = tuple(fact for fact in facts if fact.source == "document" and _rests(fact, before)) if before else ()
    return SentenceChange(before, after, words(before, after), resting)


def _rests(fact: Fact, sentence: str) -> bool:
    told, said = _telling(fact.text), _telling(sentence)
    return bool(told) and len(told & said) / len(told) >= LEAST_SHARED


def _telling(text: str) -> set[str]:
    """Words that carry the meaning, endings cut off."""
    return {word.rstrip("s")[:6] for word in WORD.findall(text.casefold()) if word not in COMMON}
