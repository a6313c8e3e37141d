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
    words: tuple[tuple[int, int], ...] = ()
    """Where each word begins, and its bits."""
    known: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """What was found in it before."""


@dataclass(frozen=True)
class Sought:
    """A part of a pattern with the bits that a sentence must have, and the bit of the words that can open it (0: any word)."""

    part: Part
    mask: int
    opening: int

    def found(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Where the part stands in the sentence: looked for only at words that can open it."""
        if passage.bits & self.mask != self.mask:
            return
        match, opening = self.part.looks_like.match, self.opening
        for at, bits in passage.words:
            if not opening or bits & opening:
                found = match(passage.text, at)
                if found:
                    yield found.span()


class Fingerprints:
    """Tells at a glance whether a sentence has what a part of a pattern needs."""

    def __init__(self, parts: Iterable[Part]) -> None:
        sets = sorted({need for part in parts for need in (*part.needs, part.opens) if need}, key=sorted)
        self._bit = {need: 1 << index for index, need in enumerate(sets)}
        self._of_mark: dict[str, int] = {}
        for need, bit in self._bit.items():
            for word in need:
                self._of_mark[word] = self._of_mark.get(word, 0) | bit
        self._of_word = lru_cache(maxsize=20_000)(self._word)

    def sought(self, part: Part) -> Sought:
        """The part with the bits to look for."""
        opening = self._bit[part.opens] if part.opens else 0
        mask = opening
        for need in part.needs:
            mask |= self._bit[need]
        return Sought(part, mask, opening)

    def passages(self, reading: str) -> list[Passage]:
        """Every sentence of a text as it was read, none twice."""
        return [self.passage(words) for words in dict.fromkeys(_sentences(reading)) if words]

    def passage(self, words: Iterable[str]) -> Passage:
        """One sentence of these words."""
        at, whole, places = 0, 0, []
        for word in words:
            bits = self._of_word(word)
            places.append((at, bits))
            whole |= bits
            at += len(word) + 1
        return Passage(f" {' '.join(words)} ", whole, tuple(places))

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
