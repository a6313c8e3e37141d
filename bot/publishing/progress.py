"""How far a publishing is, in percent: by what the training tells, and between that by the time that goes by."""

from __future__ import annotations

import time
from collections.abc import Callable

STEPS = (
    ("", 0, 15.0),
    ("reading", 5, 60.0),
    ("learning the topics", 25, 60.0),
    ("learning when to refuse", 45, 60.0),
    ("learning what danger sounds like", 65, 40.0),
    ("asking every test question", 80, 60.0),
)
"""Each step by its first words, the percent at which it begins, and the seconds after which it is taken to be half done."""
JUDGING = STEPS[-1][0]
DONE = 100


class Progress:
    """Where it is. Within a step the percent grows ever more slowly, and never reaches the next step before that has begun."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at, self._told, self._since = 0, "", clock()

    def heard(self, line: str) -> bool:
        """Whether a line of the training's own begins a step; then it is there."""
        found = [index for index, (words, _, _) in enumerate(STEPS) if words and line.startswith(words)]
        if found:
            self._at, self._told, self._since = found[0], line, self._clock()
        return bool(found)

    def now(self) -> tuple[int, str]:
        """Percent and step at this moment."""
        _, begins, half = STEPS[self._at]
        ends = STEPS[self._at + 1][1] if self._at + 1 < len(STEPS) else DONE
        gone = self._clock() - self._since
        return begins + int((ends - 1 - begins) * gone / (gone + half)), self._told
