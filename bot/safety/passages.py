"""A message cut into sentences, each with a fingerprint of its words, so that few patterns need a closer look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from operator import or_

from bot.safety.grammar import Part, marks

LONGEST_SENTENCE = 60
"""In words; a longer one is read in pieces that overlap by half."""
STOP = re.compile(r"(?<= [.?])(?= )")


class Passage:
    """One sentence with a space before and after it; what its words can serve is worked out when it is looked at."""

    def __init__(self, words: Iterable[str], of_word: Callable[[str], int]) -> None:
        self.vocabulary = tuple(words)
        self.text = f" {' '.join(self.vocabulary)} "
        self.known: dict[str, list[tuple[int, int]]] = {}
        """What was found in it before."""
        self._of_word = of_word

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Where each word begins, and one bit for each set of words that it belongs to."""
        at, places = 0, []
        for word in self.vocabulary:
            places.append((at, self._of_word(word)))
            at += len(word) + 1
        return tuple(places)

    @cached_property
    def bits(self) -> int:
        """The bits of all its words."""
        return reduce(or_, (bits for _, bits in self.words), 0)


@dataclass(frozen=True)
class Sought:
    """A part of a pattern with the bits that a sentence must have, and the bit of the words that can open it (0: any word)."""

    part: Part
    needs: tuple[frozenset[str], ...]
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


class Whereabouts:
    """In which sentences of a message the words stand that the parts of patterns need; one bit for each sentence."""

    def __init__(
        self, passages: list[Passage], marks_of_word: Callable[[str], tuple[str, ...]], of_word: Callable[[str], int]
    ) -> None:
        places_of_word: dict[str, int] = {}
        before = places_of_word.get
        for index, passage in enumerate(passages):
            place = 1 << index
            for word in passage.vocabulary:
                places_of_word[word] = before(word, 0) | place
        self.bits = reduce(or_, map(of_word, places_of_word), 0)
        self._of_mark: dict[str, int] = {}
        for word, places in places_of_word.items():
            for mark in marks_of_word(word):
                self._of_mark[mark] = self._of_mark.get(mark, 0) | places
        self.marks = frozenset(self._of_mark)
        """What its words count as, as far as any part needs it."""
        self._everywhere = (1 << len(passages)) - 1
        self._of_need: dict[frozenset[str], int] = {}

    def places(self, sought: Sought) -> int:
        """The sentences that have every word which the part needs."""
        places = self._everywhere
        for need in sought.needs:
            if need not in self._of_need:
                self._of_need[need] = reduce(or_, (self._of_mark[mark] for mark in need & self.marks), 0)
            places &= self._of_need[need]
            if not places:
                break
        return places


class Fingerprints:
    """Tells at a glance whether a sentence has what a part of a pattern needs."""

    def __init__(self, parts: Iterable[Part]) -> None:
        sets = dict.fromkeys(need for part in parts for need in (*part.needs, part.opens) if need)
        self._bit = {need: index for index, need in enumerate(sets)}
        self._of_mark: dict[str, set[int]] = {}
        for need, bit in self._bit.items():
            for word in need:
                self._of_mark.setdefault(word, set()).add(bit)
        self._marks_of_word = lru_cache(maxsize=20_000)(self._marks)
        self._of_word = lru_cache(maxsize=20_000)(self._sum)

    def sought(self, part: Part) -> Sought:
        """The part with the bits to look for."""
        needs = tuple(sorted({need for need in (*part.needs, part.opens) if need}, key=len))
        return Sought(part, needs, sum(1 << self._bit[need] for need in needs), 1 << self._bit[part.opens] if part.opens else 0)

    def passages(self, reading: str) -> list[Passage]:
        """Every sentence of a text as it was read, none twice."""
        return [self.passage(words) for words in dict.fromkeys(_sentences(reading)) if words]

    def passage(self, words: Iterable[str]) -> Passage:
        """One sentence of these words."""
        return Passage(words, self._of_word)

    def whereabouts(self, passages: list[Passage]) -> Whereabouts:
        """In which of the sentences everything stands."""
        return Whereabouts(passages, self._marks_of_word, self._of_word)

    def _marks(self, word: str) -> tuple[str, ...]:
        return tuple(mark for mark in marks(word) if mark in self._of_mark)

    def _sum(self, word: str) -> int:
        bits = {bit for mark in self._marks_of_word(word) for bit in self._of_mark[mark]}
        return sum(1 << bit for bit in bits)


def _sentences(reading: str) -> Iterator[tuple[str, ...]]:
    for sentence in STOP.split(reading):
        words = tuple(sentence.split())
        if len(words) <= LONGEST_SENTENCE:
            yield words
        else:
            for start in range(0, len(words) - LONGEST_SENTENCE // 2, LONGEST_SENTENCE // 2):
                yield words[start : start + LONGEST_SENTENCE]
