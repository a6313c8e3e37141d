"""The gate of a publishing: every question kept to test with, understood by the version that answers and by the new one."""

from __future__ import annotations

import tarfile
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from bot.content.model import Content
from bot.judging import own_phrasings
from bot.judging.gate_questions import DANGERS, Question
from bot.judging.gate_report import JUDGED, Fading, Judged, Report
from bot.phrasebook import clauses, follow_ups
from bot.phrasebook.leaning import leaning
from bot.safety import Safety
from bot.understanding.encoder import Encoder
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE, Verdict
from bot.understanding.model import LOOK_ALIKE, Understanding
from bot.understanding.vectors import encode

NOTHING = Verdict("clarify", OUT_OF_SCOPE, 0.0)
"""The verdict of no model: it is right about no question."""
MODEL_FILES = ("understanding.npz", "understanding.json")


@dataclass(frozen=True)
class Compared:
    """A question with the outcome in each version: `right`, `asked` (the right one among the choices) or `wrong`."""

    question: Question
    was: str
    is_now: str
    told: Judged

    @property
    def group(self) -> str:
        """Which of the report's groups it belongs to; empty for none."""
        if self.was == self.is_now:
            return ""
        if self.question.label == EMERGENCY and self.was == "right":
            return "emergencies"
        if self.is_now == "right":
            return "better"
        if self.was == "right":
            return "worse" if self.is_now == "wrong" else "unsure"
        return ""


def judge(
    asked: Sequence[Question],
    known: Content,
    flags: Safety,
    before: Understanding | None,
    after: Understanding,
    vectors_file: Path | None = None,
) -> Report:
    """Compare two versions question by question, each asked as a patient's message is: of the red-flag patterns and the model.

    `vectors_file` keeps what the questions mean, and spares the next publishing most of the time.
    """
    every = list(dict.fromkeys(asked))
    compared = _compared(every, known, flags, before, after, vectors_file)
    labels = {each.label for each in every}
    alone = [label for label in after.classifier.labels if label.startswith("faq/") and label not in labels]
    shares = _shares((each.question.label, each.is_now) for each in compared if each.question.label in known.topics)
    return Report(
        **{name: tuple(each.told for each in compared if each.group == name) for name in JUDGED},  # type: ignore[arg-type]
        strength={**{label: own_phrasings.share(after, label) for label in alone}, **shares},
        weak=tuple(label for label in alone if before and own_phrasings.weak_at_first(before, after, label)),
        fading=_fading(alone, known, before, after) if before else (),
        asked=len(every),
        right_before=sum(each.was == "right" for each in compared),
        right_after=sum(each.is_now == "right" for each in compared),
    )


def strength(asked: Sequence[Question], model: Understanding) -> dict[str, float]:
    """For each topic's label the share of these questions that a version understands, 0 to 1."""
    found = _verdicts([model], asked, None)[0]
    return _shares((question.label, _outcome(question, verdicts, {})) for question, verdicts in zip(asked, found))


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


def _by_patterns(question: Question, flags: Safety) -> bool:
    """Whether the red-flag patterns hear it in a message or, as `FrontDesk` does, in one read after the other."""
    joined = [" . ".join(question.messages)] if question.before else []
    return any(flags.check(text) for text in (*question.messages, *joined))


def _compared(
    asked: Sequence[Question],
    known: Content,
    flags: Safety,
    before: Understanding | None,
    after: Understanding,
    vectors_file: Path | None,
) -> list[Compared]:
    versions = _verdicts([each for each in (after, before) if each], asked, vectors_file)
    now, then = versions if before else (versions[0], [(NOTHING,)] * len(asked))
    old = {topic.label: topic.replaces for topic in known.topics.values() if topic.replaces}
    found = []
    for question, first, second in zip(asked, then, now):
        # Where nothing answered yet, nothing can become worse.
        was, is_now = _outcome(question, first, old) if before else "wrong", _outcome(question, second, {})
        missed = question.label == EMERGENCY and "wrong" in (was, is_now)
        if (missed or question.label == LOOK_ALIKE) and _by_patterns(question, flags):
            was = is_now = "right" if missed else "wrong"  # danger whatever a model makes of it: no publishing changes that
        told = (" · ".join(question.messages), known.called(question.label), _meant(first, known), _meant(second, known))
        found.append(Compared(question, was, is_now, Judged(*told)))
    return found


def _verdicts(
    models: Sequence[Understanding], asked: Sequence[Question], vectors_file: Path | None
) -> list[list[tuple[Verdict, ...]]]:
    """What each version makes of each question's messages. The encoder, which they share, reads each text once."""
    bodies = [clauses.split(text).body for question in asked for text in question.messages]
    if not bodies:
        return [[] for _ in models]
    cleaned = [[model.cleaned(body) for body in bodies] for model in models]
    texts = list(dict.fromkeys(text for own in cleaned for text in own))
    vectors = dict(zip(texts, encode(models[0].encoder, texts, vectors_file)))
    found = []
    for model, own in zip(models, cleaned):
        verdicts = iter(model.judged(own, np.stack([vectors[text] for text in own]))[0])
        found.append([tuple(islice(verdicts, len(question.messages))) for question in asked])
    return found


def _fading(labels: Sequence[str], known: Content, before: Understanding, after: Understanding) -> tuple[Fading, ...]:
    """Those of the topics whose own ways of asking are understood less often than before."""
    found = [(known.called(label), *own_phrasings.shares(before, after, label)) for label in labels]
    return tuple(Fading(title, was, now) for title, was, now in found if own_phrasings.weakened(was, now))


def _outcome(question: Question, verdicts: Sequence[Verdict], old: Mapping[str, str]) -> str:
    """`right`, `asked` (the right one among the choices) or `wrong`."""
    if question.label in DANGERS:
        return "right" if any(map(_urgent, verdicts)) == (question.label == EMERGENCY) else "wrong"
    verdict, expected = verdicts[-1], {question.label, old.get(question.label, question.label)}
    if verdict.outcome == "clarify":
        return "asked" if expected & set(verdict.choices) else "wrong"
    label = _label(question, verdict)
    if question.label.startswith("smalltalk/"):
        return "right" if label.startswith("smalltalk/") else "wrong"
    return "right" if label in expected else "wrong"


def _urgent(verdict: Verdict) -> bool:
    return verdict.outcome == "topic" and verdict.label == EMERGENCY


def _label(question: Question, verdict: Verdict) -> str:
    """What is answered: in a conversation, read after the topic before."""
    if verdict.outcome != "topic":
        return OUT_OF_SCOPE
    if not question.last_topic or question.label in follow_ups.LABELS:
        return verdict.label
    if verdict.label in follow_ups.LABELS:
        return follow_ups.resolved(verdict.label, question.last_topic, question.behind)
    return leaning(verdict.label, question.text, question.last_topic, question.behind)


def _shares(outcomes: Iterable[tuple[str, str]]) -> dict[str, float]:
    by_label: dict[str, list[bool]] = {}
    for label, outcome in outcomes:
        by_label.setdefault(label, []).append(outcome == "right")
    return {label: sum(found) / len(found) for label, found in by_label.items()}


def _meant(verdicts: Sequence[Verdict], known: Content) -> str:
    verdict = next(filter(_urgent, verdicts), verdicts[-1])
    if verdict.outcome == "clarify":
        return " / ".join(known.called(label) for label in verdict.choices)
    return known.called(verdict.label if verdict.outcome == "topic" else OUT_OF_SCOPE)
