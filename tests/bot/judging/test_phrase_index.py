"""Every way of asking as a vector, without reading those again that the model keeps."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bot.content import Content, Example
from bot.judging import gate
from bot.judging.phrase_index import AT_ONCE, PhraseIndex, TopicPhrases, read
from bot.settings import ROOT
from bot.understanding import encoder


def test_the_model_s_own_vectors_are_those_of_its_phrases(known: Content) -> None:
    """The shipped model keeps its phrases' vectors in the order of the files, so that each fits its text unread."""
    reader = encoder.load(ROOT / "models" / "encoder")
    model = gate.unpacked((ROOT / "models" / "assistant.tar.gz").read_bytes(), reader)
    location = known.topics["faq/location"]
    more = replace(location, examples=(*location.examples, Example("where r u folks hiding", 1)))
    now = replace(known, topics={**known.topics, "faq/location": more})
    index = PhraseIndex.build(model, known, now, {})
    sample = list(range(0, len(index.phrases), 1500))
    fresh = read(reader, [index.phrases[row][1] for row in sample], {}, model.cleaned)
    again = PhraseIndex.build(model, known, known, {}, index)

    assert float((index.vectors[sample] * fresh).sum(axis=1).min()) > 0.97
    assert ("faq/location", "where r u folks hiding") not in index.published
    assert index.nearest(read(reader, ["where r u folks hiding"], {})[0], 1)[0][0] == ("faq/location", "where r u folks hiding")
    assert np.all(index.own_best <= 1.001)
    assert again.topics["faq/causes"] is index.topics["faq/causes"]
    assert again.phrases == PhraseIndex.build(model, known, known, {}).phrases


def test_the_nearest_of_its_own_is_another_phrase() -> None:
    """However many phrases a topic has, none is its own neighbour, and each finds the nearest of all the others."""
    vectors = np.random.default_rng(3).normal(size=(2 * AT_ONCE + 10, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors[-1] = vectors[0]
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -1.0)
    found = TopicPhrases.of(tuple(map(str, range(len(vectors)))), vectors)

    assert np.allclose(found.own_best, likeness.max(axis=1), atol=1e-5)
