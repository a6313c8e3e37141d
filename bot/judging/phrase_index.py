"""Every way of asking as a vector of meaning, those of the live content that aren't published yet among them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.content.model import Content
from bot.understanding.encoder import Encoder
from bot.understanding.model import LOOK_ALIKE, Understanding, clean

Phrase = tuple[str, str]
"""Label and text."""
AT_ONCE = 1000
"""Phrases that are compared with all others of their topic at a time: ten thousand at once would take half a gigabyte."""


@dataclass(frozen=True)
class TopicPhrases:
    """One topic's ways of asking with their vectors of unit length: shape (len(texts), width)."""

    texts: tuple[str, ...]
    vectors: np.ndarray
    own_best: np.ndarray
    """For each how near the nearest other one is."""

    @classmethod
    def of(cls, texts: tuple[str, ...], vectors: np.ndarray) -> TopicPhrases:
        """Compare them among themselves."""
        best = np.full(len(texts), -1.0, dtype=np.float32)
        for first in range(0, len(texts), AT_ONCE):
            likeness = vectors[first : first + AT_ONCE] @ vectors.T
            rows = np.arange(len(likeness))
            likeness[rows, first + rows] = -1.0
            best[first : first + AT_ONCE] = likeness.max(axis=1)
        return cls(texts, vectors, best)


@dataclass(frozen=True)
class PhraseIndex:
    """Phrases with their vectors of unit length: shape (len(phrases), width)."""

    topics: Mapping[str, TopicPhrases]
    """The same by label."""
    phrases: tuple[Phrase, ...]
    vectors: np.ndarray
    published: frozenset[Phrase]
    own_best: np.ndarray
    """For each phrase how near the nearest other phrase of its own topic is."""

    @classmethod
    def build(
        cls,
        model: Understanding,
        taught: Content,
        now: Content,
        known: MutableMapping[str, np.ndarray],
        before: PhraseIndex | None = None,
    ) -> PhraseIndex:
        """Index the phrases of `now` that ask for something; those that only sound like danger ask for nothing.

        Args:
            model: the one that answers; it keeps the vectors of what it was taught, which spares reading them anew.
            taught: the content it was trained on.
            now: the content as it stands.
            known: vectors by text, filled here and kept by the caller from one index to the next.
            before: an index of the same model, whose topics are taken over where they are as they were.
        """
        earlier = before.topics if before else _kept(model, taught)
        topics = {
            label: _indexed(tuple(example.text for example in topic.examples), earlier.get(label), model, known)
            for label, topic in now.topics.items()
            if label != LOOK_ALIKE and topic.examples
        }
        phrases = tuple((label, text) for label, own in topics.items() for text in own.texts)
        published = frozenset((label, example.text) for label, topic in taught.topics.items() for example in topic.examples)
        vectors = np.concatenate([own.vectors for own in topics.values()])
        return cls(topics, phrases, vectors, published, np.concatenate([own.own_best for own in topics.values()]))

    def nearest(self, vector: np.ndarray, count: int) -> list[tuple[Phrase, float]]:
        """The nearest phrases with their cosines, the nearest first."""
        likeness = self.vectors @ vector
        order = np.argpartition(-likeness, min(count, len(likeness) - 1))[:count]
        return [(self.phrases[row], float(likeness[row])) for row in sorted(order, key=lambda row: -likeness[row])]


def read(
    encoder: Encoder, texts: Sequence[str], known: MutableMapping[str, np.ndarray], spelled: Callable[[str], str] = clean
) -> np.ndarray:
    """Vectors of texts as `spelled` has them read; only those that aren't known yet are read."""
    missing = [text for text in dict.fromkeys(texts) if text not in known]
    if missing:
        known.update(zip(missing, encoder.encode([spelled(text) for text in missing])))
    return np.stack([known[text] for text in texts]) if texts else np.empty((0, 0), dtype=np.float32)


def _indexed(
    texts: tuple[str, ...], earlier: TopicPhrases | None, model: Understanding, known: MutableMapping[str, np.ndarray]
) -> TopicPhrases:
    if earlier and earlier.texts == texts:
        return earlier
    of_before = dict(zip(earlier.texts, earlier.vectors)) if earlier else {}
    return TopicPhrases.of(texts, read(model.encoder, texts, ChainMap(known, of_before), model.cleaned))


def _kept(model: Understanding, taught: Content) -> dict[str, TopicPhrases]:
    """The phrases whose vectors the model keeps: a topic's in the order in which they were taught."""
    found = {}
    arrays = model.judgement.arrays()
    for index, label in enumerate(model.judgement.labels.tolist()):
        own = arrays["vectors"][arrays["owners"] == index].astype(np.float32)
        topic = taught.topics.get(label)
        if topic and topic.examples and len(topic.examples) == len(own):
            own /= np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
            found[label] = TopicPhrases.of(tuple(example.text for example in topic.examples), own)
    return found
