"""How the classifier's constants were chosen: by cross-validation on the training parts of the public sets, no test file read.

`python -m tests.benchmarks.nlu_constants <data folder>` prints, for each set and choice, how many left-out training phrases get
their own label; SETS="banking77_5 …" takes only these. The shipped constants are those with the best mean over all sets.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

import numpy as np
from sklearn.model_selection import StratifiedKFold

from bot.settings import ROOT
from bot.understanding import classifier, encoder, nearest, softmax
from bot.understanding.features import Counts
from bot.understanding.judgement import OUT_OF_SCOPE
from bot.understanding.model import clean
from bot.understanding.spelling import Spelling
from bot.understanding.vectors import encode
from tests.benchmarks import nlu_data

Choice = tuple[float, ...]
FOLDS = 3
CHOICES: dict[str, Choice] = {"C": (5.0, 20.0, 80.0), "MEANING_WEIGHT": (1.0, 1.5, 2.5), "WEIGHT": (0.0, 1.0, 2.0, 4.0)}
"""Of the softmax; of meaning against words; of the nearest phrase."""


def measured(data: Path, name: str) -> dict[Choice, float]:
    """For each choice the percentage of left-out training phrases that it gets right."""
    rows = [row for row in nlu_data.read(data, name).train if row[1] != OUT_OF_SCOPE]
    reader = encoder.load(ROOT / "models" / "encoder")
    raw, labels = [clean(text) for text, _ in rows], np.array([label for _, label in rows])
    spelling = Spelling.learn(raw, reader.knows)
    texts = [spelling.mend(text) for text in raw]
    counts = Counts.of(texts)
    vectors = encode(reader, texts, ROOT / "results" / f"nlu-vectors-{name}.npz")
    right: dict[Choice, float] = dict.fromkeys(itertools.product(*CHOICES.values()), 0.0)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(vectors, labels):
        for softmax.C, softmax.MEANING_WEIGHT in itertools.product(CHOICES["C"], CHOICES["MEANING_WEIGHT"]):
            fitted = classifier.Classifier.train(counts.rows(train), vectors[train], labels[train])
            scores, names = fitted.scores(counts.rows(test), vectors[test]), np.array(fitted.labels)
            known = nearest.Nearest(nearest.quantized(vectors[train]), np.searchsorted(names, labels[train]), len(names))
            for nearest.WEIGHT in CHOICES["WEIGHT"]:
                best = names[known.lift(scores, vectors[test]).argmax(axis=1)]
                choice = (softmax.C, softmax.MEANING_WEIGHT, nearest.WEIGHT)
                right[choice] += 100 * float((best == labels[test]).sum()) / len(labels)
    return right


def main() -> int:
    """Print a line for each choice, the best mean last."""
    names = os.environ.get("SETS", "").split() or list(nlu_data.FEW_SHOT)
    found = {name: measured(Path(sys.argv[1]), name) for name in names}
    means = {choice: float(np.mean([found[name][choice] for name in names])) for choice in itertools.product(*CHOICES.values())}
    print(" ".join(f"{each:>15}" for each in (*CHOICES, *names, "mean")))
    for choice, mean in sorted(means.items(), key=lambda item: item[1]):
        print(" ".join(f"{value:15.2f}" for value in (*choice, *(found[name][choice] for name in names), mean)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
