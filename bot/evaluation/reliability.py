"""Is an answer given with 80 % confidence right in 80 of 100 cases?"""

from __future__ import annotations

from collections.abc import Sequence

from bot.evaluation.held_out import Judged

BINS = 10
ANSWERED = ("faq", "not_covered")


def bins(judged: Sequence[Judged]) -> list[tuple[int, float, float]]:
    """For each tenth of confidence: how many were acted on in it, their mean confidence, and the share that was right."""
    acted = [each for each in judged if each.group in ANSWERED and each.outcome in ("right", "wrong")]
    found = []
    for index in range(BINS):
        own = [each for each in acted if index == min(int(each.confidence * BINS), BINS - 1)]
        count = max(len(own), 1)
        mean, right = sum(each.confidence for each in own) / count, sum(each.outcome == "right" for each in own) / count
        found.append((len(own), mean, right))
    return found


def headline(judged: Sequence[Judged]) -> dict[str, float]:
    """Expected calibration error: the mean gap between confidence and share right, weighed by how many were in each tenth."""
    found = bins(judged)
    total = max(sum(count for count, _, _ in found), 1)
    return {"calibration_error": sum(count * abs(mean - right) for count, mean, right in found) / total}


def table(judged: Sequence[Judged]) -> str:
    """A row for each tenth of confidence that was met."""
    lines = ["", f"{'confidence':16}{'n':>6}{'mean':>8}{'right':>8}"]
    for index, (count, mean, right) in enumerate(bins(judged)):
        if count:
            lines.append(f"{index / BINS:.1f} to {(index + 1) / BINS:.1f}{'':6}{count:6}{mean:8.1%}{right:8.1%}")
    return "\n".join([*lines, f"expected calibration error {headline(judged)['calibration_error']:.1%}"])
