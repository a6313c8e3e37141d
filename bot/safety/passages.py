"""A message cut into sentences, each with a fingerprint of its words, so that few patterns need a closer look."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bot.safety.grammar import Part, marks

LONGEST_SENTENCE = 60
"""In words; a longer one is read in pieces that overlap by half."""
STOP = re.compile(r"(?<= [.?])(?= )")


@dataclass
class Passage:
    """One sentence with a space before and after it, and one bit for each set of words that it can serve."""

    text: str
    bits: int
    known: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """What was found in it before."""


class Fingerprints:
    """Tells at a glance whether a sentence has what a part of a pattern needs."""

    def __init__(self, parts: Iterable[Part]) -> None:
        sets = sorted({need for part in parts for need in part.needs}, key=sorted)
        self._bit = {need: 1 << index for index, need in enumerate(sets)}
        self._of_mark: dict[str, int] = {}
        for need, bit in self._bit.items():
            for word in need:
                self._of_mark[word] = self._of_mark.get(word, 0) | bit
        self._of_word = lru_cache(maxsize=20_000)(self._word)

    def mask(self, part: Part) -> int:
        """The bits that a sentence must have for the part to stand in it."""
        mask = 0
        for need in part.needs:
            mask |= self._bit[need]
        return mask

    def passages(self, reading: str) -> list[Passage]:
        """Every sentence of a text as it was read, none twice."""
        return [Passage(f" {' '.join(words)} ", self._sum(words)) for words in dict.fromkeys(_sentences(reading)) if words]

    def _sum(self, words: Iterable[str]) -> int:
        found = 0
        for word in set(words):
            found |= self._of_word(word)
        return found

    def _word(self, word: str) -> int:
        found = 0
        for mark in marks(word):
            found |= self._of_mark.get(mark, 0)
        return found


def _sentences(reading: str) -> Iterator[tuple[str, ...]]:
    for sentence in STOP.split(reading):
        words = tuple(sentence.split())
        for start in range(0, max(len(words) - LONGEST_SENTENCE // 2, 1), LONGEST_SENTENCE // 2):
            yield words[start : start + LONGEST_SENTENCE]
