"""How long a stock pipeline would take on a data set, by what it took on the largest one before."""

from __future__ import annotations

from tests.benchmarks.nlu_data import Split


class Pace:
    """The seconds that one pipeline took, carried over to other sizes: DIET's grow with the phrases, LR's with the labels too."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._size, self._seconds = 0, 0.0

    def note(self, split: Split, seconds: float) -> None:
        """What it took on this set."""
        if self._work(split) > self._size:
            self._size, self._seconds = self._work(split), seconds

    def minutes(self, split: Split) -> float:
        """What it would take on that one; 0 where nothing is known yet."""
        return self._seconds * self._work(split) / self._size / 60 if self._size else 0.0

    def _work(self, split: Split) -> int:
        labels = len({label for _, label in split.train}) if self._kind == "lr" else 1
        return len(split.train) * labels
