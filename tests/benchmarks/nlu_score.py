"""What a classifier made of a data set's messages, and how good that was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.understanding.judgement import OUT_OF_SCOPE


@dataclass(frozen=True)
class Answer:
    """One message: the likeliest intent, and the one acted on (OUT_OF_SCOPE where it was refused)."""

    best: str
    taken: str


@dataclass(frozen=True)
class Score:
    """Percentages of one classifier on one data set; the last three are None where no message is out of scope.

    `best`: in scope, the likeliest intent is right, refused or not, as published few-shot tables count.
    `in_scope`: in scope, answered and right. `out_of_scope`: out of scope and refused. `all`: both kinds together.
    """

    best: float
    in_scope: float | None = None
    out_of_scope: float | None = None
    all: float | None = None
    milliseconds: float | None = None

    def flat(self) -> dict[str, float]:
        """Rounded, without what was not measured."""
        return {name: round(value, 2) for name, value in asdict(self).items() if value is not None}


def score(labels: Sequence[str], answers: Sequence[Answer], milliseconds: float) -> Score:
    """Of the answers to messages whose right labels are given, in the same order."""
    best = [label == answer.best for label, answer in zip(labels, answers) if label != OUT_OF_SCOPE]
    inside = [label == answer.taken for label, answer in zip(labels, answers) if label != OUT_OF_SCOPE]
    outside = [label == answer.taken for label, answer in zip(labels, answers) if label == OUT_OF_SCOPE]
    if not outside:
        return Score(_percent(best), milliseconds=milliseconds)
    return Score(_percent(best), _percent(inside), _percent(outside), _percent(inside + outside), milliseconds)


def _percent(right: Sequence[bool]) -> float:
    return 100 * sum(right) / len(right)
