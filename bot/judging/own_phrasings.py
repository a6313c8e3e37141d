"""How well a topic without test questions is understood: its own ways of asking stand in for them, each left out in turn.

A phrasing counts as understood when the nearest other phrasing of all, by meaning, is of its topic. That is no cross-validation
of the classifier, which would have to be trained anew for every topic; it sees meaning but not words, and takes milliseconds.
"""

from __future__ import annotations

import numpy as np

from bot.understanding.model import Understanding

WEAK = 0.5
"""A topic is weak when less than this share of its phrasings is understood by the others."""
MARGIN = 0.1
"""A share that falls by more has become worse: of eight phrasings, that is one."""
ITSELF = 0.999
"""Likeness, as a part of a phrasing's likeness to itself, from which two are the same."""


def share(model: Understanding, label: str) -> float:
    """Of a topic's own phrasings the share that is understood, 0 to 1; 0 for a topic that the version doesn't know."""
    return _understood(model, label, _vectors(model, label))


def shares(before: Understanding, after: Understanding, label: str) -> tuple[float, float]:
    """A topic's share before, and now: of its phrasings of today or of those until now, whichever is understood less often.

    So a topic whose ways of asking were all replaced isn't strong because the new ones are alike: patients still ask in the old.
    """
    return share(before, label), min(share(after, label), _understood(after, label, _vectors(before, label)))


def weak_at_first(before: Understanding, after: Understanding, label: str) -> bool:
    """Whether a topic is new and its phrasings are mostly not understood."""
    return label not in before.classifier.labels and share(after, label) < WEAK


def weakened(was: float, now: float) -> bool:
    """Whether a share fell by more than the margin, or below what is enough."""
    return now < was - MARGIN or now < WEAK <= was


def _understood(model: Understanding, label: str, vectors: np.ndarray) -> float:
    known, own = model.judgement.arrays()["vectors"].astype(np.float32), _own(model, label)
    if not len(vectors) or not own.any():
        return 0.0
    likeness = vectors @ known.T
    itself = likeness >= ITSELF * (vectors**2).sum(axis=1)[:, None]
    return float(own[np.where(itself & own, -np.inf, likeness).argmax(axis=1)].mean())


def _vectors(model: Understanding, label: str) -> np.ndarray:
    return np.asarray(model.judgement.arrays()["vectors"][_own(model, label)].astype(np.float32))


def _own(model: Understanding, label: str) -> np.ndarray:
    """Which of the phrasings that a version knows are the topic's."""
    names = model.judgement.labels.tolist()
    return np.asarray(model.judgement.arrays()["owners"] == (names.index(label) if label in names else -1))
