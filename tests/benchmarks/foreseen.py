"""How long all epochs of a stock training take, by the pace of the first few that were waited for."""

from __future__ import annotations

import re

BAR = re.compile(r"Epochs: +\d+%\|[^|]*\| *(\d+)/(\d+) \[(?:(\d+):)?(\d+):(\d+)<")
"""A state of the progress bar that Rasa shows for each network: epochs done, of how many, and the time since its first."""


def epoch_seconds(log: str) -> float:
    """Seconds that one more epoch of all networks of a training takes, told by a whole `rasa train` log; 0 where it can't tell.

    Each network's first epoch is left out, for in it TensorFlow also prepares.
    """
    pace, bar = 0.0, _Bar()
    for done, _, hours, minutes, seconds in BAR.findall(log):
        if int(done) < bar.done:  # the next network's
            pace, bar = pace + bar.pace, _Bar()
        bar.note(int(done), int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds))
    return pace + bar.pace


class _Bar:
    """One network's progress: when its first epoch was done and when its last."""

    def __init__(self) -> None:
        self.done, self._first, self._last = 0, 0, 0

    def note(self, done: int, elapsed: int) -> None:
        self.done, self._last = done, elapsed
        if done <= 1:
            self._first = elapsed

    @property
    def pace(self) -> float:
        return (self._last - self._first) / (self.done - 1) if self.done > 1 else 0.0


def whole(seconds: float, an_epoch: float, epochs: int, of: int) -> float:
    """Seconds that a training takes with `of` epochs that took `seconds` with `epochs`, at `an_epoch` for each one more."""
    return seconds + an_epoch * (of - epochs)
