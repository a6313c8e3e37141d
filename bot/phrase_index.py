"""Every way of asking as a vector of meaning, those of the live content that aren't published yet among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.content.model import Content
from bot.understanding.encoder import Encoder
from bot.understanding.model import LOOK_ALIKE, Understanding, clean

Phrase = tuple[str, str]
"""Label and text."""


@dataclass(frozen=True)
class PhraseIndex:
    """Phrases with their vectors of unit length: shape (len(phrases), width)."""

    phrases: tuple[Phrase, ...]
    vectors: np.ndarray
    published: frozenset[Phrase]
    own_best: np.ndarray
    """For each phrase how near the nearest other phrase of its own topic is."""

    @classmethod
    def build(cls, model: Understanding, taught: Content, now: Content, known: MutableMapping[str, np.ndarray]) -> PhraseIndex:
        """Index the phrases of `now` that ask for something; those that only sound like danger ask for nothing.

        Args:
            model: the one that answers; it keeps the vectors of what it was taught, which spares reading them anew.
            taught: the content it was trained on.
            now: the content as it stands.
            known: vectors by cleaned text, filled here and kept by the caller from one index to the next.
        """
        known.update(_kept(model, taught))
        phrases = tuple(
            (label, example.text) for label, topic in now.topics.items() if label != LOOK_ALIKE for example in topic.examples
        )
        vectors = read(model.encoder, [text for _, text in phrases], known, model.cleaned)
        published = frozenset((label, example.text) for label, topic in taught.topics.items() for example in topic.examples)
        return cls(phrases, vectors, published, _own_best(phrases, vectors))

    def nearest(self, vector: np.ndarray, count: int) -> list[tuple[Phrase, float]]:
        """The nearest phrases with their cosines, the nearest first."""
        likeness = self.vectors @ vector
        order = np.argpartition(-likeness, min(count, len(likeness) - 1))[:count]
        return [(self.phrases[row], float(likeness[row])) for row in sorted(order, key=lambda row: -likeness[row])]


def read(
    encoder: Encoder, texts: Sequence[str], known: MutableMapping[str, np.ndarray], spelled: Callable[[str], str] = clean
) -> np.ndarray:
    """Vectors of texts as `spelled` has them read; only those that aren't known yet are read."""
    cleaned = [spelled(text) for text in texts]
    missing = [text for text in dict.fromkeys(cleaned) if text not in known]
    if missing:
        known.update(zip(missing, encoder.encode(missing)))
    return np.stack([known[text] for text in cleaned]) if cleaned else np.empty((0, 0), dtype=np.float32)


def _kept(model: Understanding, taught: Content) -> Mapping[str, np.ndarray]:
    """The vectors that the model keeps, by the text they belong to: it keeps a topic's in the order they were taught."""
    found: dict[str, np.ndarray] = {}
    arrays = model.judgement.arrays()
    vectors = arrays["vectors"].astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    for index, label in enumerate(model.judgement.labels):
        rows = np.flatnonzero(arrays["owners"] == index)
        topic = taught.topics.get(str(label))
        if topic and len(topic.examples) == len(rows):
            found.update({model.cleaned(example.text): vectors[row] for example, row in zip(topic.examples, rows)})
    return found


def _own_best(phrases: Sequence[Phrase], vectors: np.ndarray) -> np.ndarray:
    best = np.full(len(phrases), -1.0, dtype=np.float32)
    labels = np.array([label for label, _ in phrases])
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        likeness = vectors[rows] @ vectors[rows].T
        np.fill_diagonal(likeness, -1.0)
        best[rows] = likeness.max(axis=1)
    return best
