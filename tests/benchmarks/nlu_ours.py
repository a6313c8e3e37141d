"""Our classifier as TopicClassifier runs it: trained, saved, loaded, and asked one message at a time."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from bot.understanding.encoder import Encoder
from bot.understanding.judgement import OUT_OF_SCOPE
from bot.understanding.model import Understanding, clean
from tests.benchmarks.nlu_data import Split
from tests.benchmarks.nlu_score import Answer, Score, score

TIMED = 300


def measure(split: Split, encoder: Encoder, kept: Path) -> tuple[Score, float]:
    """The score, and the median milliseconds of the encoder alone; `kept` holds the vectors of earlier runs."""
    texts, labels = zip(*split.train)
    vectors = kept / f"nlu-vectors-{split.name}.npz"
    trained = Understanding.train(encoder, texts, labels, vectors_file=vectors)
    with tempfile.TemporaryDirectory(prefix="bench-nlu-") as folder:
        trained.save(Path(folder))
        understanding = Understanding.load(Path(folder), encoder)
    answers, whole, alone = [], [], []
    for number, (text, _) in enumerate(split.test):
        began = time.perf_counter()
        answers.append(ask(understanding, text))
        whole.append(time.perf_counter() - began)
        if number < TIMED:
            alone.append(_encoding(understanding, text))
    figures = score([label for _, label in split.test], answers, 1000 * statistics.median(whole[:TIMED]))
    return figures, 1000 * statistics.median(alone)


def ask(understanding: Understanding, text: str) -> Answer:
    """One message through the shipped path: asking back is no answer."""
    verdict, ranking = understanding.verdict(text)
    best = next(label for label, _ in ranking if label != OUT_OF_SCOPE)
    return Answer(best, verdict.label if verdict.outcome == "topic" else OUT_OF_SCOPE)


def _encoding(understanding: Understanding, text: str) -> float:
    cleaned = understanding.spelling.mend(clean(text))
    began = time.perf_counter()
    understanding.encoder.encode([cleaned])
    return time.perf_counter() - began
