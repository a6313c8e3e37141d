"""The whole of understanding in one object: text in, verdict out; saved as plain arrays, never as pickled code."""

from __future__ import annotations

import json
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.content import topics
from bot.understanding import FORMAT, label_names
from bot.understanding.alarm import Alarm
from bot.understanding.classifier import Classifier, Folds, cross_scores, left_out, of_some, stranger_scores
from bot.understanding.encoder import Encoder
from bot.understanding.features import Counts
from bot.understanding.judgement import EMERGENCY, HELP_ARRANGED, OUT_OF_SCOPE, Judgement, Verdict
from bot.understanding.nearest import WEIGHT
from bot.understanding.spelling import Spelling
from bot.understanding.vectors import encode

ARRAYS_FILE = "understanding.npz"
ABOUT_FILE = "understanding.json"
MOST_RANKED = 10
"""Likeliest labels that are told with a verdict."""
FEWEST_LABELS = 6
"""With fewer, hardly one is left to mistake the phrases of the others for, and nothing is learned of strangers that way."""
LOOK_ALIKE = topics.LOOK_ALIKE
"""The label of phrases that borrow the words of danger without any."""


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
    alarm: Alarm

    @classmethod
    def train(
        cls,
        encoder: Encoder,
        texts: Sequence[str],
        labels: Sequence[str],
        tell: Callable[[str], None] = lambda text: None,
        vectors_file: Path | None = None,
    ) -> Understanding:
        """Learn from phrases and one label each; `tell` hears what is going on, `vectors_file` spares the next training.

        Phrases labelled LOOK_ALIKE are no topic: they only teach the alarm what danger is not.
        """
        called, owners = label_names.as_phrases(labels, unspoken=(EMERGENCY, OUT_OF_SCOPE, LOOK_ALIKE))
        names, raw = np.array([*labels, *owners]), [clean(text) for text in (*texts, *called)]
        spelling = Spelling.learn(raw, encoder.knows)
        cleaned = [spelling.mend(text) for text in raw]
        tell(f"reading {len(cleaned)} phrases")
        vectors = encode(encoder, cleaned, vectors_file)
        tell("learning the topics")
        look_alike, counts, folds = names == LOOK_ALIKE, Counts.of(cleaned), left_out(vectors, names.tolist())
        ours = ~look_alike
        classifier, judgement = _topics(
            counts.rows(ours), vectors[ours], names[ours].tolist(), of_some(folds, ours), len(called), tell
        )
        tell("learning what danger sounds like")
        alarm = Alarm.train(counts, vectors, names == EMERGENCY, look_alike, classifier.terms, folds)
        return cls(encoder, spelling, classifier, judgement, alarm)

    def cleaned(self, text: str) -> str:
        """The text as this model reads it: one spelling, slips mended as it learned to."""
        return self.spelling.mend(clean(text))

    def verdict(self, text: str) -> tuple[Verdict, list[tuple[str, float]]]:
        """What to do with one message, and the scores of the likeliest labels, best first."""
        return self.verdicts([text])[0]

    def verdicts(self, texts: Sequence[str]) -> list[tuple[Verdict, list[tuple[str, float]]]]:
        """The same for several texts, which the encoder reads together in less time than one after the other."""
        cleaned = [self.cleaned(text) for text in texts]
        found, scores = self.judged(cleaned, self.encoder.encode(cleaned))
        return [(verdict, self._ranking(row)) for verdict, row in zip(found, scores)]

    def judged(self, cleaned: Sequence[str], vectors: np.ndarray) -> tuple[list[Verdict], np.ndarray]:
        """What to do with each of several cleaned texts, whose meaning vectors are given, and every label's scores."""
        terms, labels = self.classifier.terms.transform(cleaned), np.array(self.classifier.labels)
        plain = self.classifier.scores_of(vectors, terms)
        likeliest_near = self.judgement.nearest.of_likeliest(plain, vectors)
        ranked = plain + WEIGHT * likeliest_near

        def near(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            danger = self.judgement.nearest.of_label(self.classifier.labels.index(EMERGENCY), vectors[rows])
            return danger, likeliest_near[rows][:, labels != EMERGENCY].max(axis=1)

        urgent, doubt, plainly = self.alarm.heard(vectors, terms, near)
        likeliest = labels[ranked.argmax(axis=1)]
        arranged = (likeliest == HELP_ARRANGED) & (
            ranked.max(axis=1) > 0
        )  # "he took me to the ER": the words of danger, and its end
        urgent, doubt = urgent & ~arranged, doubt & ~arranged
        far = ~urgent & (likeliest == EMERGENCY)  # the nearest topic, but not near enough: then the next, and a doubt
        scores = np.where(far[:, None] & (labels == EMERGENCY), -np.inf, ranked)
        found = self.judgement.verdicts(scores, vectors)
        for row in np.flatnonzero(urgent):
            confidence = max(found[row].confidence, self.judgement.accept)
            found[row] = Verdict("topic", EMERGENCY, confidence, plain=bool(plainly[row]))
        return [replace(each, doubt=bool(unsure)) for each, unsure in zip(found, (doubt | far) & ~urgent)], ranked

    def _ranking(self, scores: np.ndarray) -> list[tuple[str, float]]:
        best = np.argsort(-scores)[:MOST_RANKED]
        return [(self.classifier.labels[index], score) for index, score in zip(best, scores[best].tolist())]

    def save(self, folder: Path) -> None:
        """Write the model into `folder`."""
        parts = {
            "spelling": self.spelling.arrays(),
            "classifier": self.classifier.arrays(),
            "judgement": self.judgement.arrays(),
            "alarm": self.alarm.arrays(),
        }
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
            judgement = Judgement(classifier.labels, _part(arrays, "judgement"))
            alarm = Alarm.from_arrays(_part(arrays, "alarm"), classifier.terms)
            understanding = cls(encoder, spelling, classifier, judgement, alarm)
            understanding.verdict("hello")  # arrays that don't fit together fail here, not in front of a patient
        except UNREADABLE as error:
            raise ModelError(DAMAGED) from error
        return understanding


def _topics(
    counts: Counts, vectors: np.ndarray, labels: list[str], folds: Folds, unsaid: int, tell: Callable[[str], None]
) -> tuple[Classifier, Judgement]:
    """Learn to tell the topics apart, and how sure to be; the last `unsaid` phrases are only what the labels are called."""
    taught = OUT_OF_SCOPE in labels or len(set(labels)) < FEWEST_LABELS
    with ThreadPoolExecutor(1) as beside:  # one core learns from all phrases while the other begins with the parts
        whole = beside.submit(Classifier.train, counts, vectors, labels)
        scores = cross_scores(counts, vectors, labels, folds)
        tell("learning when to refuse")
        said = slice(len(labels) - unsaid)  # nobody says what a label is called: confidence isn't learned of it
        strange = None if taught else stranger_scores(counts, vectors, labels)[said]
        return whole.result(), Judgement.learn(scores[said], vectors[said], labels[said], strange)


def clean(text: str) -> str:
    """One spelling for what looks the same: compatibility forms folded, lower case, plain quotes, single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(folded.split())


def _part(arrays: dict[str, np.ndarray], part: str) -> dict[str, np.ndarray]:
    return {name[len(part) + 1 :]: array for name, array in arrays.items() if name.startswith(f"{part}.")}
