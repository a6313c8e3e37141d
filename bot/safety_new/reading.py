"""One message as rules read it: where each part is met, and which of these meetings mean nothing."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass

from bot.safety.patterns import Part, Rule
from bot.safety.words import END, OTHER, PAUSE

NEAR = 10
GOVERNED = 5
Span = tuple[int, int]


@dataclass(frozen=True)
class Calm:
    """What takes the danger out of words, as groups of `words.yml`: each a part, or None where the group is missing."""

    idiom: Part | None = None
    negator: Part | None = None
    negation_end: Part | None = None
    list_end: Part | None = None
    long_ago: Part | None = None
    still_now: Part | None = None
    general_question: Part | None = None
    about_somebody: Part | None = None
    what_to_do: Part | None = None


class Reading:
    """A message's codes with what was found in them so far."""

    def __init__(self, codes: str, calm: Calm) -> None:
        self._calm = calm
        self._codes = _blanked(codes, calm.idiom)
        self._present = frozenset(self._codes)
        self._met: dict[str, list[Span]] = {}
        self._quiet: bytearray | None = None

    def tells(self, rule: Rule) -> bool:
        """Whether the message says what the rule asks for, and means it."""
        if any(part.first.isdisjoint(self._present) for chain in rule.chains for part in chain):
            return False
        return all(self._linked(chain) for chain in rule.chains)

    def _linked(self, chain: tuple[Part, ...]) -> list[Span]:
        spans = self._meetings(chain[0])
        for part in chain[1:]:
            spans = _near(spans, self._meetings(part)) if spans else []
        return spans

    def _meetings(self, part: Part) -> list[Span]:
        """Where the part stands and is meant."""
        if part.source not in self._met:
            spans = [found.span() for found in part.regex.finditer(self._codes)]
            self._met[part.source] = [span for span in spans if not self.quiet[span[0]]]
        return self._met[part.source]

    @property
    def quiet(self) -> bytearray:
        """For every word whether something calms it: a negator in its clause, an old date, a general question."""
        if self._quiet is None:
            self._quiet = bytearray(len(self._codes))
            self._quiet_negated()
            self._quiet_long_ago()
            self._quiet_general()
        return self._quiet

    def _find(self, part: Part | None) -> list[Span]:
        if part is None or part.first.isdisjoint(self._present):
            return []
        return [found.span() for found in part.regex.finditer(self._codes)]

    def _hush(self, start: int, stop: int) -> None:
        assert self._quiet is not None
        if start < stop:
            stop = min(stop, len(self._quiet))
            self._quiet[start:stop] = b"\1" * (stop - start)

    def _quiet_negated(self) -> None:
        """What a negator governs: the next few words of its clause, and a list up to its `or`."""
        negators = self._find(self._calm.negator)
        signs = [place for place, code in enumerate(self._codes) if code in (END, PAUSE)] if negators else []
        ends = sorted([start for start, _ in self._find(self._calm.negation_end)] + [start for start, _ in negators] + signs)
        for _, stop in negators:
            last = next(iter(ends[bisect(ends, stop - 1) :]), len(self._codes))
            self._hush(stop, min(stop + GOVERNED, last))
            listed = self._calm.list_end
            if listed and self._codes[last : last + 1] == PAUSE and last <= stop + GOVERNED:
                found = listed.regex.search(self._codes, last + 1, last + GOVERNED)
                if found and bisect(ends, found.start()) <= bisect(ends, last) + 1:
                    self._hush(last, found.end() + 2)

    def _quiet_long_ago(self) -> None:
        """The stretch around an old date, unless the stretch also speaks of today."""
        for start, stop in self._find(self._calm.long_ago):
            self._hush(*self._stretch(start, stop, self._calm.still_now))

    def _quiet_general(self) -> None:
        """What follows a general question in its sentence, up to where somebody comes in, unless it asks what to do."""
        for start, stop in self._find(self._calm.general_question):
            first, last = self._sentence(start, stop)
            asked = self._calm.what_to_do
            if asked and asked.regex.search(self._codes, first, last):
                continue
            somebody = self._calm.about_somebody
            found = somebody.regex.search(self._codes, stop, last) if somebody else None
            self._hush(start, found.start() if found else last)

    def _sentence(self, start: int, stop: int) -> Span:
        last = self._codes.find(END, stop)
        return self._codes.rfind(END, 0, start) + 1, last if last >= 0 else len(self._codes)

    def _stretch(self, start: int, stop: int, unless: Part | None) -> Span:
        """The stretch between signs around a span; nothing if the exception is in it."""
        first = max(self._codes.rfind(sign, 0, start) for sign in (END, PAUSE)) + 1
        lasts = [place for sign in (END, PAUSE) if (place := self._codes.find(sign, stop)) >= 0]
        last = min(lasts, default=len(self._codes))
        found = unless.regex.search(self._codes, first, last) if unless else None
        if found is None:
            return first, last
        return (first, found.start()) if found.start() >= stop else (0, 0)


def _blanked(codes: str, idiom: Part | None) -> str:
    return idiom.regex.sub(lambda found: OTHER * len(found[0]), codes) if idiom else codes


def _near(spans: list[Span], others: list[Span]) -> list[Span]:
    """Each span joined with its nearest neighbours on both sides, where they are near enough."""
    starts = [start for start, _ in others]
    joined = set()
    for start, stop in spans:
        place = bisect(starts, start)
        for begin, end in others[max(0, place - 1) : place + 1]:
            if max(begin - stop, start - end) <= NEAR:
                joined.add((min(start, begin), max(stop, end)))
    return sorted(joined)
