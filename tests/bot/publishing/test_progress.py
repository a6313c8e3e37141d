"""The bar that people watch while a version is trained."""

from __future__ import annotations

import pytest

from bot.publishing.progress import DONE, JUDGING, STEPS, Progress
from bot.settings import ROOT
from bot.understanding import encoder
from bot.understanding.model import Understanding
from tests.small_training import LABELS, TEXTS


class Clock:
    """Time that a test lets go by."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_every_line_of_a_training_moves_the_bar() -> None:
    """Whatever a training really tells begins a step, each further than the one before, and the judging comes last."""
    told: list[str] = []
    Understanding.train(encoder.load(ROOT / "models" / "encoder"), TEXTS, LABELS, told.append)
    progress, percents = Progress(Clock()), []
    for line in (*told, JUDGING):
        assert progress.heard(line)
        percents.append(progress.now()[0])

    assert percents == [begins for _, begins, _ in STEPS[1:]]
    assert not progress.heard("something else")
    assert progress.now() == (percents[-1], JUDGING)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_time_moves_the_bar_and_never_past_the_step(step: int) -> None:
    """Within each step it goes on by itself, and waits for the next however long that takes."""
    clock = Clock()
    progress = Progress(clock)
    progress.heard(STEPS[step][0])
    ends = STEPS[step + 1][1] if step + 1 < len(STEPS) else DONE
    seen = []
    for clock.seconds in (0, 10, 60, 600, 86_400):
        seen.append(progress.now()[0])

    assert seen == sorted(seen)
    assert seen[0] == STEPS[step][1] < seen[2] <= seen[-1] < ends
