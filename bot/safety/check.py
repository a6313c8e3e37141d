"""Looks for every red flag in a message, sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.safety.calm import Calm
from bot.safety.flags import TIERS, RedFlag
from bot.safety.grammar import Part, Pattern
from bot.safety.passages import Fingerprints, Passage
from bot.safety.reading import Reader

NEIGHBOURS = 2
"""How many sentences apart the parts of one danger may be told."""
SAYINGS = "sayings"
"""The list of data/red_flags/words/calm.yml of what never means danger."""


@dataclass(frozen=True)
class Candidate:
    """A pattern of a flag with what a sentence must have for each part; `strict`: no question calms it."""

    flag: RedFlag
    written: str
    parts: tuple[tuple[Part, int], ...]
    mask: int
    strict: bool


class Safety:
    """Every red flag, ready to be looked for."""

    def __init__(self, flags: tuple[RedFlag, ...], rules: Mapping[str, list[Part]], reader: Reader) -> None:
        self.flags = flags
        self._reader = reader
        patterns = [pattern for flag in flags for pattern in (*flag.patterns, *flag.doubts)]
        parts = [part for pattern in patterns for part in pattern.parts]
        self._prints = Fingerprints([*parts, *(part for rule in rules.values() for part in rule)])
        self._sayings = [(part.looks_like, self._prints.mask(part)) for part in rules[SAYINGS]]
        self._calm = Calm(rules, self._prints)
        urgent = sorted(flags, key=lambda flag: TIERS.index(flag.tier))
        self._urgent = [self._candidate(flag, pattern, flag.tier == "crisis") for flag in urgent for pattern in flag.patterns]
        self._doubtful = [self._candidate(flag, pattern, True) for flag in urgent for pattern in flag.doubts]

    def check(self, text: str) -> RedFlag | None:
        """The most urgent red flag in the text, or None. Takes under 5 ms for 8 kB."""
        found = self.why(text)
        return found[0] if found else None

    def why(self, text: str) -> tuple[RedFlag, str] | None:
        """The most urgent red flag in the text and the pattern that found it, as it is written in the flag's file."""
        return self._first(text, self._urgent)

    def doubtful(self, text: str) -> bool:
        """Whether the text is no emergency but near enough to one that a word on when to call belongs with the answer."""
        return self._first(text, self._doubtful) is not None

    def _candidate(self, flag: RedFlag, pattern: Pattern, strict: bool) -> Candidate:
        parts = tuple((part, self._prints.mask(part)) for part in pattern.parts)
        whole = 0
        for _, mask in parts:
            whole |= mask
        return Candidate(flag, pattern.written, parts, whole, strict)

    def _first(self, text: str, candidates: list[Candidate]) -> tuple[RedFlag, str] | None:
        found = [self._in_passages(self._passages(reading), candidates) for reading in self._reader.readings(text)]
        return min(filter(None, found), key=lambda each: TIERS.index(each[0].tier), default=None)

    def _passages(self, reading: str) -> list[Passage]:
        return [self._without_sayings(passage) for passage in self._prints.passages(reading)]

    def _without_sayings(self, passage: Passage) -> Passage:
        """The sentence with what never means danger, such as `scared to death`, left blank."""
        text = passage.text
        for looks_like, mask in self._sayings:
            if passage.bits & mask == mask:
                text = looks_like.sub(" _", text)
        return replace(passage, text=text) if text != passage.text else passage

    def _in_passages(self, passages: list[Passage], candidates: list[Candidate]) -> tuple[RedFlag, str] | None:
        whole = 0
        for passage in passages:
            whole |= passage.bits
        known: dict[tuple[int, bool], int] = {}
        for candidate in candidates:
            if whole & candidate.mask == candidate.mask and self._together(passages, candidate, known):
                return candidate.flag, candidate.written
        return None

    def _together(self, passages: list[Passage], candidate: Candidate, known: dict[tuple[int, bool], int]) -> bool:
        """Whether every part is told in one sentence or in neighbouring ones; one bit stands for each sentence."""
        places = -1
        for part, mask in candidate.parts:
            key = id(part), candidate.strict
            if key not in known:
                near = (index for index, each in enumerate(passages) if each.bits & mask == mask)
                known[key] = sum(1 << index for index in near if self._told(part, passages[index], candidate.strict))
            here = known[key]
            for _ in range(NEIGHBOURS):
                here |= here << 1 | here >> 1
            places &= here
            if not places:
                return False
        return True

    def _told(self, part: Part, passage: Passage, strict: bool) -> bool:
        """Whether the part stands anywhere in the sentence without being calmed there."""
        asking = not (strict or part.circumstance)
        found = part.looks_like.finditer(passage.text)
        return any(not self._calm.calms(passage, each.start(), each.end(), asking) for each in found)
