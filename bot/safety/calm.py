"""What makes one hit calm, and no other: a negator that governs it, a question about signs or causes, a story long over."""

from __future__ import annotations

from collections.abc import Mapping

from bot.safety.grammar import Part
from bot.safety.passages import Fingerprints, Passage

NAMES = tuple("earnest negators unless general about goes_on personal what_to_do long_ago settled present clauses".split())
"""The lists of data/red_flags/words/calm.yml that are read here."""
Span = tuple[int, int]


class Calm:
    """Judges one hit by the words around it."""

    def __init__(self, rules: Mapping[str, list[Part]], prints: Fingerprints) -> None:
        self._rules = {name: [prints.sought(part) for part in rules[name]] for name in NAMES}

    def calms(
        self, passage: Passage, start: int, end: int, asking: bool = True, after: Passage | None = None, lasting: bool = False
    ) -> bool:
        """Whether what stands from `start` to `end` of the sentence is no danger told.

        `asking`: a question may calm it, if neither the rest nor the sentence `after` tells that it is happening. `lasting`: that
        it is long over doesn't.
        """
        if self._negates(passage, start, end) or (not lasting and self._is_over(passage, start, end)):
            return True
        return asking and self._asks(passage, start, end) and not self._goes_on(passage, start, after)

    def in_earnest(self, passage: Passage) -> bool:
        """Whether the sentence tells that even a figure of speech is meant: `fainted laughing a minute ago, what do we do`."""
        return bool(self._spans(passage, "earnest"))

    def _negates(self, passage: Passage, start: int, end: int) -> bool:
        if not any(first < start <= last for first, last in self._spans(passage, "negators")):
            return False
        return not self._follows(passage, "unless", end)

    def _asks(self, passage: Passage, start: int, end: int) -> bool:
        """A question about signs or causes; one about what to do, or told of a person's own state, is none."""
        if self._spans(passage, "what_to_do"):
            return False
        personal = [first for first, _ in self._spans(passage, "personal")]
        opened = max((last for _, last in self._spans(passage, "general") if last <= start), default=-1)
        if opened >= 0:
            return not any(opened <= first <= start for first in personal)
        return self._follows(passage, "about", end) and not any(first < end for first in personal)

    def _goes_on(self, passage: Passage, start: int, after: Passage | None) -> bool:
        """`Can acupuncture help with bleeding? It started an hour ago`: asked about because it is there."""
        here = any(first >= start for first, _ in self._spans(passage, "goes_on"))
        return here or (after is not None and bool(self._spans(after, "goes_on")))

    def _is_over(self, passage: Passage, start: int, end: int) -> bool:
        """Told of a distant time, or settled by what follows, in the hit's own clause, and nothing of today in the sentence."""
        over = [begin for begin, _ in self._spans(passage, "long_ago")]
        over += [begin for begin, last in self._spans(passage, "settled") if last >= end]
        if not over or self._spans(passage, "present"):
            return False
        clauses = self._spans(passage, "clauses")
        first = max((last for _, last in clauses if last <= start), default=0)
        after = min((begin for begin, _ in clauses if begin >= end), default=len(passage.text))
        return any(first <= begin < after for begin in over)

    def _spans(self, passage: Passage, name: str) -> list[Span]:
        """Where a rule's words stand in the sentence; looked for once."""
        if name not in passage.known:
            passage.known[name] = [span for sought in self._rules[name] for span in sought.found(passage)]
        return passage.known[name]

    def _follows(self, passage: Passage, name: str, at: int) -> bool:
        near = (each for each in self._rules[name] if passage.bits & each.mask == each.mask)
        return any(each.part.looks_like.match(passage.text, at) for each in near)
