"""Looks for every red flag in a message, sentence by sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Protocol

from bot.safety.calm import Calm
from bot.safety.flags import TIERS, FollowUp, RedFlag
from bot.safety.grammar import Part, Pattern
from bot.safety.language import is_foreign
from bot.safety.passages import Fingerprints, Passage, Sought, Whereabouts
from bot.safety.shelf import Shelf

NEIGHBOURS = 2
"""How many sentences apart the parts of one danger may be told."""
SAYINGS = "sayings"
"""The list of data/red_flags/words/calm.yml of what never means danger."""


@dataclass(frozen=True)
class Candidate:
    """A pattern of a flag with what a sentence must have for each part; `strict`: no question calms it."""

    flag: RedFlag
    written: str
    parts: tuple[Sought, ...]
    mask: int
    strict: bool

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The sets of words of which each must give one."""
        return tuple(need for part in self.parts for need in part.needs)


class Reads(Protocol):
    """Reads a message as the patterns are written."""

    def readings(self, text: str) -> tuple[str, ...]:
        """The text in words, each behind one space; more than one where it may be read so or so."""


class Safety:
    """Every red flag, ready to be looked for."""

    def __init__(
        self,
        flags: tuple[RedFlag, ...],
        rules: Mapping[str, list[Part]],
        reader: Reads,
        foreign: Safety | None = None,
        sentences: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Put everything in its place.

        Args:
            flags: what is looked for.
            rules: what calms, by the names of the lists in data/red_flags/words/calm.yml.
            reader: reads a message as the patterns are written.
            foreign: looks for the same in other languages.
            sentences: by language, what comes before the advice on what has no name.
        """
        self.flags = flags
        self.sentences: Mapping[str, str] = foreign.sentences if foreign else sentences
        self._reader, self._foreign = reader, foreign
        patterns = [pattern for flag in flags for pattern in (*flag.patterns, *flag.doubts, *flag.grave)]
        patterns += [pattern for flag in flags for follow in flag.while_open for pattern in follow.patterns]
        parts = [part for pattern in patterns for part in pattern.parts]
        self._parts = [*parts, *(part for rule in rules.values() for part in rule)]
        self._prints = Fingerprints(self._parts)
        self._sayings = Shelf(self._prints.sought(part) for part in rules[SAYINGS])
        self._calm = Calm(rules, self._prints)
        urgent = sorted(flags, key=lambda flag: (TIERS.index(flag.tier), flag.yields))
        self._urgent = Shelf(
            self._candidate(each, pattern, each.tier == "crisis") for each in urgent for pattern in each.patterns
        )
        self._doubtful = Shelf(self._candidate(each, pattern, True) for each in urgent for pattern in each.doubts)
        self._open, self._grave = self._of_each(flags)

    def _of_each(
        self, flags: tuple[RedFlag, ...]
    ) -> tuple[dict[str, list[tuple[FollowUp, Shelf[Candidate]]]], dict[str, Shelf[Candidate]]]:
        """By the id of a flag: what may follow it, and what tells it at its worst."""
        follows = {
            flag.id: [(each, Shelf(self._candidate(flag, one, True) for one in each.patterns)) for each in flag.while_open]
            for flag in flags
        }
        return follows, {flag.id: Shelf(self._candidate(flag, one, True) for one in flag.grave) for flag in flags if flag.grave}

    async def get_ready(self) -> None:
        """Compile every pattern between messages, so that hardly a patient waits for one; for a process that serves them.

        All of them take some 4 s: an edge that compiled them before it listened would keep patients out for as long.
        """
        for part in self._parts:
            part.looks_like  # noqa: B018 - compiled at its first use
            await asyncio.sleep(0)
        if self._foreign:
            await self._foreign.get_ready()

    def check(self, text: str) -> RedFlag | None:
        """The most urgent red flag in the text, or None. Aims at under 5 ms for 8 kB; the densest take up to 8."""
        found = self.why(text)
        return found[0] if found else None

    def why(self, text: str) -> tuple[RedFlag, str] | None:
        """The most urgent red flag in the text and the pattern that found it, as it is written in the flag's file."""
        found = [self._first(text, self._urgent)]
        if self._foreign and is_foreign(text):
            found.append(self._foreign.why(text))
        return min(filter(None, found), key=lambda each: TIERS.index(each[0].tier), default=None)

    def doubtful(self, text: str) -> RedFlag | None:
        """The red flag that the text, no emergency, is near enough to that a word on when to call belongs with the answer."""
        found = self._first(text, self._doubtful)
        return found[0] if found else None

    def grave(self, flag_id: str, text: str) -> bool:
        """Whether the text tells this danger at its worst."""
        return flag_id in self._grave and self._first(text, self._grave[flag_id]) is not None

    def as_told(self, flag: RedFlag, text: str) -> RedFlag:
        """The flag as the text tells it: with the words for the worst of it, or with its own."""
        return flag.graver if flag.graver and self.grave(flag.id, text) else flag

    def following(self, flag_id: str, text: str) -> FollowUp | None:
        """What meets the text while that danger is open, or the danger that it turns out to be; None where nothing fits."""
        return next((follow for follow, shelf in self._open.get(flag_id, ()) if self._first(text, shelf)), None)

    def _candidate(self, flag: RedFlag, pattern: Pattern, strict: bool) -> Candidate:
        parts = tuple(self._prints.sought(part) for part in pattern.parts)
        mask = reduce(or_, (sought.mask for sought in parts))
        return Candidate(flag, pattern.written, parts, mask, strict)

    def _first(self, text: str, candidates: Shelf[Candidate]) -> tuple[RedFlag, str] | None:
        found = [self._in_passages(reading, candidates) for reading in self._reader.readings(text)]
        return min(filter(None, found), key=lambda each: TIERS.index(each[0].tier), default=None)

    def _passages(self, reading: str) -> tuple[list[Passage], Whereabouts]:
        """Its sentences, with what is only said, as `scared to death`, left blank; and where which words stood."""
        passages = self._prints.passages(reading)
        where = self._prints.whereabouts(passages)
        for sought in self._sayings.near(where):
            for at in _each(where.places(sought)):
                if self._calm.in_earnest(passages[at]):
                    continue
                text = sought.part.looks_like.sub(" _", passages[at].text)
                if text != passages[at].text:
                    passages[at] = self._prints.passage(text.split())
        return passages, where

    def _in_passages(self, text: str, candidates: Shelf[Candidate]) -> tuple[RedFlag, str] | None:
        passages, where = self._passages(text)
        told: dict[tuple[int, bool, int], bool] = {}
        for candidate in candidates.near(where):
            if self._together(passages, candidate, where, told):
                return candidate.flag, candidate.written
        return None

    def _together(
        self, passages: list[Passage], candidate: Candidate, where: Whereabouts, told: dict[tuple[int, bool, int], bool]
    ) -> bool:
        """Whether every part is told in one sentence or in neighbouring ones; one bit stands for each sentence."""
        places: list[int] = []
        for sought in candidate.parts:
            places.append(where.places(sought))
            if not places[-1]:
                return False
        common = _shared(places)
        for index, sought in enumerate(candidate.parts):
            hopeful = places[index] & _spread(common)
            places[index] = sum(1 << at for at in _each(hopeful) if self._told(sought, passages, at, candidate.strict, told))
            common = _shared(places)
            if not common:
                return False
        return True

    def _told(
        self, sought: Sought, passages: list[Passage], at: int, strict: bool, told: dict[tuple[int, bool, int], bool]
    ) -> bool:
        """Whether the part stands anywhere in the sentence without being calmed there; found out once for each message."""
        key = id(sought.part), strict, at
        if key not in told:
            asking = not (strict or sought.part.circumstance)
            after = passages[at + 1] if at + 1 < len(passages) else None
            found, lasting = sought.found(passages[at]), sought.part.lasting
            told[key] = any(not self._calm.calms(passages[at], *span, asking, after, lasting) for span in found)
        return told[key]


def _each(places: int) -> Iterator[int]:
    """The numbers of the sentences whose bit is set."""
    while places:
        lowest = places & -places
        yield lowest.bit_length() - 1
        places ^= lowest


def _spread(places: int) -> int:
    """The sentences and their neighbours."""
    for _ in range(NEIGHBOURS):
        places |= places << 1 | places >> 1
    return places


def _shared(places: list[int]) -> int:
    """Where something of each is near."""
    common = -1
    for each in places:
        common &= _spread(each)
    return common
