"""The whole of understanding in one object: text in, verdict out; saved as plain arrays, never as pickled code."""

from __future__ import annotations

import json
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.understanding.classifier import Classifier, cross_scores
from bot.understanding.encoder import Encoder
from bot.understanding.judgement import Judgement, Verdict
from bot.understanding.spelling import Spelling
from bot.understanding.vectors import encode

ARRAYS_FILE = "understanding.npz"
ABOUT_FILE = "understanding.json"
FORMAT = 3


DAMAGED = "The trained model is damaged: run `make train`."
UNREADABLE = (OSError, ValueError, KeyError, IndexError, TypeError, EOFError, zipfile.BadZipFile, zlib.error)


class ModelError(Exception):
    """A trained model can't be used; the message says why and what to do."""


@dataclass(frozen=True)
class Understanding:
    """A trained model with the encoder it was trained on."""

    encoder: Encoder
    spelling: Spelling
    classifier: Classifier
    judgement: Judgement

    @classmethod
    def train(
        cls,
        encoder: Encoder,
        texts: Sequence[str],
        labels: Sequence[str],
        tell: Callable[[str], None] = lambda text: None,
        vectors_file: Path | None = None,
    ) -> Understanding:
        """Learn from phrases and one label each; `tell` hears what is going on, `vectors_file` spares the next training."""
        raw = [clean(text) for text in texts]
        spelling = Spelling.learn(raw, encoder.knows)
        cleaned = [spelling.mend(text) for text in raw]
        tell(f"reading {len(cleaned)} phrases")
        vectors = encode(encoder, cleaned, vectors_file)
        tell("learning the topics")
        classifier = Classifier.train(cleaned, vectors, labels)
        tell("learning when to refuse")
        judgement = Judgement.learn(cross_scores(cleaned, vectors, labels), vectors, labels)
        return cls(encoder, spelling, classifier, judgement)

    def verdict(self, text: str) -> tuple[Verdict, list[tuple[str, float]]]:
        """What to do with one message, and every label's score, best first."""
        cleaned = self.spelling.mend(clean(text))
        vector = self.encoder.encode([cleaned])
        scores = self.classifier.scores([cleaned], vector)[0]
        ranking = [(self.classifier.labels[index], float(scores[index])) for index in np.argsort(-scores)]
        return self.judgement.verdict(scores, vector[0]), ranking

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        parts = {"spelling": self.spelling.arrays(), "classifier": self.classifier.arrays(), "judgement": self.judgement.arrays()}
        arrays = {f"{part}.{name}": array for part, found in parts.items() for name, array in found.items()}
        np.savez_compressed(folder / ARRAYS_FILE, **arrays)
        about = {"format": FORMAT, "encoder": self.encoder.fingerprint}
        (folder / ABOUT_FILE).write_text(json.dumps(about))

    @classmethod
    def load(cls, folder: Path, encoder: Encoder) -> Understanding:
        """Read a model that `save` wrote.

        Raises:
            ModelError: it is damaged, of another format, or was trained on another encoder.
        """
        try:
            about = json.loads((folder / ABOUT_FILE).read_text())
            made_by, trained_on = about["format"], about["encoder"]
        except UNREADABLE as error:
            raise ModelError(DAMAGED) from error
        if made_by != FORMAT:
            raise ModelError("The trained model is of another version of this program: run `make train`.")
        if trained_on != encoder.fingerprint:
            raise ModelError("The trained model belongs to another sentence encoder than models/encoder: run `make train`.")
        try:
            with np.load(folder / ARRAYS_FILE, allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            classifier = Classifier.from_arrays(_part(arrays, "classifier"))
            spelling = Spelling.from_arrays(_part(arrays, "spelling"), encoder.knows)
            understanding = cls(encoder, spelling, classifier, Judgement(classifier.labels, _part(arrays, "judgement")))
            understanding.verdict("hello")  # arrays that don't fit together fail here, not in front of a patient
        except UNREADABLE as error:
            raise ModelError(DAMAGED) from error
        return understanding


def clean(text: str) -> str:
    """One spelling for what looks the same: compatibility forms folded, lower case, plain quotes, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(folded.split())


def _part(arrays: dict[str, np.ndarray], part: str) -> dict[str, np.ndarray]:
    return {name[len(part) + 1 :]: array for name, array in arrays.items() if name.startswith(f"{part}.")}
