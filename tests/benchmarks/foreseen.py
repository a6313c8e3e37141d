"""How long all epochs of a stock training take, by the pace of the first few that were waited for."""

from __future__ import annotations

import re

BAR = re.compile(r"Epochs: +\d+%\|[^|]*\| *(\d+)/(\d+) \[(?:(\d+):)?(\d+):(\d+)<")
"""A state of the progress bar that Rasa shows for each network: epochs done, of how many, and the time since its first."""


def epoch_seconds(log: str) -> float:
    """Seconds that all networks of a training spent in their epochs, told by a whole `rasa train` log; 0 where it shows none."""
    spent, of_this_bar, last = 0.0, 0, 0
    for done, _, hours, minutes, seconds in BAR.findall(log):
        if int(done) < last:  # the next network's bar
            spent += of_this_bar
        of_this_bar, last = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds), int(done)
    return spent + of_this_bar


def whole(seconds: float, in_epochs: float, epochs: int, of: int) -> float:
    """Seconds that a training takes with `of` epochs, which with `epochs` took `seconds`, `in_epochs` of them in its epochs."""
    return seconds + in_epochs * (of / epochs - 1)
