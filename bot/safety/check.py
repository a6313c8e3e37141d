"""Looks for every red flag in a message, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bot.safety.calm import Calm
from bot.safety.flags import TIERS, RedFlag
from bot.safety.grammar import Pattern, marks
from bot.safety.reading import Reader

LONGEST_SENTENCE = 60
"""In words; a longer one is read in pieces that overlap by half."""
NEIGHBOURS = 3
"""How many sentences in a row one danger may be told in."""
STOP = re.compile(r"(?<= [.?])(?= )")


class Safety:
    """Every red flag, ready to be looked for."""

    def __init__(self, flags: tuple[RedFlag, ...], reader: Reader, calm: Calm) -> None:
        self.flags = flags
        self._reader, self._calm = reader, calm
        urgent = sorted(flags, key=lambda flag: TIERS.index(flag.tier))
        every = [pattern for flag in flags for pattern in (*flag.patterns, *flag.doubts)]
        sets = {need for pattern in every for need in pattern.needs}
        bits = {need: 1 << index for index, need in enumerate(sorted(sets, key=sorted))}
        self._bits_of: dict[str, int] = {}
        for need, bit in bits.items():
            for word in need:
                self._bits_of[word] = self._bits_of.get(word, 0) | bit
        self._urgent = [(flag, pattern, _mask(pattern, bits)) for flag in urgent for pattern in flag.patterns]
        self._doubtful = [(flag, pattern, _mask(pattern, bits)) for flag in urgent for pattern in flag.doubts]
        self._bits = lru_cache(maxsize=20_000)(self._bits_of_word)

    def check(self, text: str) -> RedFlag | None:
        """The most urgent red flag in the text, or None. Takes under 5 ms for 8 kB."""
        return self._first(text, self._urgent)

    def doubtful(self, text: str) -> bool:
        """Whether the text is no emergency but near enough to one that a word on when to call belongs with the answer."""
        return self._first(text, self._doubtful) is not None

    def _first(self, text: str, candidates: list[tuple[RedFlag, Pattern, int]]) -> RedFlag | None:
        found = [self._in_reading(reading, candidates) for reading in self._reader.readings(text)]
        return min(filter(None, found), key=lambda flag: TIERS.index(flag.tier), default=None)

    def _in_reading(self, reading: str, candidates: list[tuple[RedFlag, Pattern, int]]) -> RedFlag | None:
        windows, whole = self._windows(self._calm.without_sayings(reading))
        for flag, pattern, mask in candidates:
            if whole & mask == mask:
                for window, words in windows[len(pattern.parts) > 1]:
                    if words & mask == mask and all(self._hit(part, window) for part in pattern.parts):
                        return flag
        return None

    def _windows(self, reading: str) -> tuple[tuple[list[tuple[str, int]], list[tuple[str, int]]], int]:
        """Single sentences and runs of neighbouring ones, none twice, each with the bits of its words; the bits of all."""
        sentences = [(f" {each} ", self._mark(each)) for each in dict.fromkeys(_sentences(reading))]
        whole = 0
        for _, words in sentences:
            whole |= words
        runs = []
        for index in range(len(sentences)):
            run = sentences[index : index + NEIGHBOURS]
            words = 0
            for _, each in run:
                words |= each
            runs.append(("".join(text[:-1] for text, _ in run) + " ", words))
        return (sentences, runs), whole

    def _mark(self, sentence: str) -> int:
        found = 0
        for word in sentence.split():
            found |= self._bits(word)
        return found

    def _bits_of_word(self, word: str) -> int:
        found = 0
        for mark in marks(word):
            found |= self._bits_of.get(mark, 0)
        return found

    def _hit(self, part: re.Pattern[str], window: str) -> bool:
        """Whether the part stands anywhere in the window without being calmed there."""
        for found in part.finditer(window):
            first = max((stop.end() for stop in STOP.finditer(window, 0, found.start() + 1)), default=0)
            last = STOP.search(window, found.end() - 1)
            sentence = window[first : last.end() if last else len(window)] + " "
            if not self._calm.calms(sentence, found.start() - first, found.end() - first):
                return True
        return False


def _mask(pattern: Pattern, bits: dict[frozenset[str], int]) -> int:
    mask = 0
    for need in pattern.needs:
        mask |= bits[need]
    return mask


def _sentences(reading: str) -> Iterator[str]:
    for sentence in STOP.split(reading):
        words = sentence.split()
        if len(words) <= LONGEST_SENTENCE:
            if words:
                yield " ".join(words)
            continue
        for start in range(0, len(words) - LONGEST_SENTENCE // 2, LONGEST_SENTENCE // 2):
            yield " ".join(words[start : start + LONGEST_SENTENCE])
