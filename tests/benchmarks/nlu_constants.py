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
from bot.understanding import classifier, encoder, label_names, nearest, softmax
from bot.understanding.features import Counts
from bot.understanding.judgement import OUT_OF_SCOPE
from bot.understanding.model import clean
from bot.understanding.spelling import Spelling
from bot.understanding.vectors import encode
from tests.benchmarks import nlu_data

Choice = tuple[float, ...]
FOLDS = 3
CHOICES: dict[str, Choice] = {
    "NAMES": (0.0, 1.0),
    "C": (5.0, 20.0, 80.0),
    "MEANING_WEIGHT": (1.0, 1.5, 2.5),
    "WEIGHT": (0.0, 1.0, 2.0, 4.0),
}
"""Whether a label's name is one more phrase; of the softmax; of meaning against words; of the nearest phrase."""


def read(data: Path, name: str) -> tuple[Counts, np.ndarray, np.ndarray, int]:
    """Counts, vectors and labels of a set's training phrases and, after so many of them, of its labels' names."""
    said = [row for row in nlu_data.read(data, name).train if row[1] != OUT_OF_SCOPE]
    called = zip(*label_names.as_phrases([label for _, label in said]))
    raw, labels = zip(*said, *called)
    reader = encoder.load(ROOT / "models" / "encoder")
    cleaned = [clean(text) for text in raw]
    spelling = Spelling.learn(cleaned, reader.knows)
    texts = [spelling.mend(text) for text in cleaned]
    vectors = encode(reader, texts, ROOT / "results" / f"nlu-vectors-{name}.npz")
    return Counts.of(texts), vectors, np.array(labels), len(said)


def measured(data: Path, name: str) -> dict[Choice, float]:
    """For each choice the percentage of left-out training phrases that it gets right."""
    counts, vectors, labels, said = read(data, name)
    right: dict[Choice, float] = dict.fromkeys(itertools.product(*CHOICES.values()), 0.0)
    for train, test in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(vectors[:said], labels[:said]):
        some = itertools.product(CHOICES["NAMES"], CHOICES["C"], CHOICES["MEANING_WEIGHT"])
        for named, softmax.C, softmax.MEANING_WEIGHT in some:
            taught = np.append(train, np.arange(said, len(labels))) if named else train
            fitted = classifier.Classifier.train(counts.rows(taught), vectors[taught], labels[taught])
            scores, names = fitted.scores(counts.rows(test), vectors[test]), np.array(fitted.labels)
            known = nearest.Nearest(nearest.quantized(vectors[train]), np.searchsorted(names, labels[train]), len(names))
            for nearest.WEIGHT in CHOICES["WEIGHT"]:
                best = names[known.lift(scores, vectors[test]).argmax(axis=1)]
                choice = (named, softmax.C, softmax.MEANING_WEIGHT, nearest.WEIGHT)
                right[choice] += 100 * float((best == labels[test]).sum()) / said
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
