"""The gate of a publishing: every question kept to test with, understood by the version that answers and by the new one."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bot import content
from bot.content.load import parse
from bot.content.model import Content
from bot.safety import Safety
from bot.understanding import clauses
from bot.understanding.encoder import Encoder
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE, Verdict
from bot.understanding.model import Understanding

NOTHING = Verdict("clarify", OUT_OF_SCOPE, 0.0)
"""The verdict of no model: it is right about no question."""
WEAK = 0.5
"""A new topic is weak when less than this share of its phrasings is understood by the others."""
MODEL_FILES = ("understanding.npz", "understanding.json")


@dataclass(frozen=True)
class Question:
    """A phrasing that never trains, with the label it belongs to."""

    text: str
    label: str


@dataclass(frozen=True)
class Judged:
    """One question before and after: `expected`, `before` and `after` are what people call the topics."""

    text: str
    expected: str
    before: str
    after: str


@dataclass(frozen=True)
class Report:
    """What a training made of every question that is kept to test it with."""

    better: tuple[Judged, ...] = ()
    worse: tuple[Judged, ...] = ()
    """Right before, wrong now: these block until an owner accepts them."""
    unsure: tuple[Judged, ...] = ()
    """Right before, asked back now: worth knowing, blocks nothing."""
    emergencies: tuple[Judged, ...] = ()
    """Emergency wordings that would become wrong: nobody can accept them."""
    strength: Mapping[str, float] = field(default_factory=dict)
    """For each topic's label the share of its test questions that are understood, 0 to 1."""
    weak: tuple[str, ...] = ()
    """Labels of new topics whose own phrasings, each left out in turn, are mostly not understood."""
    asked: int = 0
    right_before: int = 0
    right_after: int = 0
    accepted_by: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the new version may not go live by itself."""
        return bool(self.worse or self.emergencies)

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values."""
        return asdict(self)

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Report:
        """The report that `as_dict` gave."""
        groups: dict[str, Any] = {name: tuple(Judged(**each) for each in found.get(name, ())) for name in JUDGED}
        rest = {name: value for name, value in found.items() if name in cls.__dataclass_fields__ and name not in JUDGED}
        return cls(**groups, **{**rest, "weak": tuple(rest.get("weak", ()))})


JUDGED = ("better", "worse", "unsure", "emergencies")


def questions(tests: Path, known: Content) -> list[Question]:
    """Held-out phrasings and the conversation tests, for the topics that the content has.

    Raises:
        ContentError: a file is broken.
    """
    moved = {topic.replaces: topic.label for topic in known.topics.values() if topic.replaces}
    found = [Question(text, label) for label, texts in content.phrases(tests / "data").items() for text in texts]
    for path in sorted((tests / "conversations").glob("*.yml")):
        for story in parse(path, path.name).get("stories") or ():
            found += [Question(str(step["user"]).strip(), step["intent"]) for step in story["steps"] if "user" in step]
    named = [Question(each.text, moved.get(each.label, each.label)) for each in found]
    return [each for each in dict.fromkeys(named) if each.label in known.topics]


def judge(asked: Sequence[Question], known: Content, flags: Safety, before: Understanding | None, after: Understanding) -> Report:
    """Compare two versions question by question. The encoder, which both share, reads each question once."""
    every = list(dict.fromkeys([*asked, *_alarms(known)]))
    cleaned, vectors = _read(after, every)
    now = _verdicts(after, cleaned, vectors)
    # Where nothing answered yet, nothing can become worse.
    then = _verdicts(before, cleaned, vectors) if before else [NOTHING] * len(every)
    old = {topic.label: topic.replaces for topic in known.topics.values() if topic.replaces}
    groups: dict[str, list[Judged]] = {name: [] for name in JUDGED}
    outcomes = []
    for question, first, second in zip(every, then, now):
        was, is_now = _outcome(question, first, flags, old), _outcome(question, second, flags, {})
        outcomes.append((question.label, was, is_now))
        group = _group(question, was, is_now)
        if group:
            groups[group].append(
                Judged(question.text, known.called(question.label), *(_meant(each, known) for each in (first, second)))
            )
    alone = {label: left_out(after, label) for label in _new_topics(before, after)}
    found: dict[str, Any] = {name: tuple(each) for name, each in groups.items()}
    return Report(
        **found,
        strength={**alone, **_shares((label, is_now) for label, _, is_now in outcomes)},
        weak=tuple(label for label, share in alone.items() if share < WEAK),
        asked=len(every),
        right_before=sum(was == "right" for _, was, _ in outcomes),
        right_after=sum(is_now == "right" for _, _, is_now in outcomes),
    )


def strength(asked: Sequence[Question], flags: Safety, model: Understanding) -> dict[str, float]:
    """For each topic's label the share of these questions that a version understands, 0 to 1."""
    found = _verdicts(model, *_read(model, asked))
    return _shares((question.label, _outcome(question, verdict, flags, {})) for question, verdict in zip(asked, found))


def _alarms(known: Content) -> list[Question]:
    """Every wording of danger that is taught: none of them may stop being understood."""
    return (
        [Question(example.text, EMERGENCY) for example in known.topics[EMERGENCY].examples] if EMERGENCY in known.topics else []
    )


def _new_topics(before: Understanding | None, after: Understanding) -> list[str]:
    known = before.classifier.labels if before else after.classifier.labels
    return [label for label in after.classifier.labels if label.startswith("faq/") and label not in known]


def left_out(model: Understanding, label: str) -> float:
    """Of a topic's own phrasings, each left out in turn, the share whose nearest other phrasing is of the same topic, 0 to 1."""
    arrays, names = model.judgement.arrays(), list(model.judgement.labels)
    if label not in names:
        return 0.0
    vectors = arrays["vectors"].astype(np.float32)
    own = np.flatnonzero(arrays["owners"] == names.index(label))
    likeness = vectors[own] @ vectors.T
    likeness[np.arange(len(own)), own] = -np.inf
    return float((arrays["owners"][likeness.argmax(axis=1)] == names.index(label)).mean()) if len(own) else 0.0


def unpacked(packed: bytes, encoder: Encoder) -> Understanding:
    """What understands in a model archive, without Rasa.

    Raises:
        ModelError: the archive holds no model of ours, or one for another encoder.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.tar.gz"
        path.write_bytes(packed)
        with tarfile.open(path) as archive:
            for member in archive:
                name = Path(member.name).name
                if member.isfile() and name in MODEL_FILES:
                    (Path(folder) / name).write_bytes(archive.extractfile(member).read())  # type: ignore[union-attr]
        return Understanding.load(Path(folder), encoder)


def _read(model: Understanding, asked: Sequence[Question]) -> tuple[list[str], np.ndarray]:
    cleaned = [model.cleaned(clauses.split(each.text).body) for each in asked]
    return cleaned, model.encoder.encode(cleaned) if cleaned else np.empty((0, 0))


def _verdicts(model: Understanding, cleaned: Sequence[str], vectors: Any) -> list[Verdict]:
    if not cleaned:
        return []
    scores = model.scores(vectors, model.classifier.terms.transform(cleaned))
    return [model.judgement.verdict(*each) for each in zip(scores, vectors)]


def _outcome(question: Question, verdict: Verdict, flags: Safety, old: Mapping[str, str]) -> str:
    """`right`, `asked` (the right one among the choices) or `wrong`."""
    if question.label == EMERGENCY and flags.check(question.text):
        return "right"
    expected = {question.label, old.get(question.label, question.label)}
    if verdict.outcome == "clarify":
        return "asked" if expected & set(verdict.choices) else "wrong"
    label = verdict.label if verdict.outcome == "topic" else OUT_OF_SCOPE
    if question.label.startswith("smalltalk/"):
        return "right" if label.startswith("smalltalk/") else "wrong"
    return "right" if label in expected else "wrong"


def _group(question: Question, was: str, is_now: str) -> str:
    if was == is_now:
        return ""
    if question.label == EMERGENCY and was == "right":
        return "emergencies"
    if is_now == "right":
        return "better"
    if was == "right":
        return "worse" if is_now == "wrong" else "unsure"
    return ""


def _shares(outcomes: Iterable[tuple[str, str]]) -> dict[str, float]:
    by_label: dict[str, list[bool]] = {}
    for label, outcome in outcomes:
        by_label.setdefault(label, []).append(outcome == "right")
    return {label: sum(found) / len(found) for label, found in by_label.items()}


def _meant(verdict: Verdict, known: Content) -> str:
    if verdict.outcome == "clarify":
        return " / ".join(known.called(label) for label in verdict.choices)
    return known.called(verdict.label if verdict.outcome == "topic" else OUT_OF_SCOPE)
