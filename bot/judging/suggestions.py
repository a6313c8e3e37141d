"""What the console says while somebody types: what a phrasing would take, what it is almost the same as, what it would get."""

from __future__ import annotations

import asyncio
import threading
from collections import ChainMap, Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bot.content import topics
from bot.content.draft import FaqDraft
from bot.content.model import Content, fill
from bot.conversation.live_answer import words
from bot.editing.library import Library, load
from bot.judging import gate
from bot.judging.phrase_index import PhraseIndex, read
from bot.judging.rehearsal import rehearse
from bot.phrasebook import clauses
from bot.run import training
from bot.settings import Settings
from bot.store.releases import Releases
from bot.threads import in_thread
from bot.turn import FrontDesk
from bot.understanding import encoder
from bot.understanding.judgement import Verdict
from bot.understanding.model import ModelError, Understanding

SAME = 0.88
"""Cosine from which two phrasings are almost the same: `how long is it` and `how long is a visit` are below."""
TAKES = 0.6
"""Cosine below which a phrasing takes nothing away, however alone the other one stands."""
ALIKE = 0.68
"""Cosine from which two messages of the inbox ask the same."""
LEARNED = 0.6
"""Cosine from which an unpublished phrasing will probably decide how a message is understood."""


NOT_READY = (training.TrainingError, encoder.EncoderError, ModelError)
"""What estimates raise where nothing was trained yet: who asked does without them."""
MOST_HEARD = 2000
"""Questions of patients whose meaning is remembered, so that the inbox doesn't read them again at every look."""


@dataclass(frozen=True)
class Taken:
    """One phrasing would take questions away from another topic."""

    phrase: str
    label: str
    title: str
    count: int
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Near:
    """A way of asking that is near. `likeness` is 1 for the same meaning and 0 for none."""

    text: str
    label: str
    title: str
    likeness: float


@dataclass(frozen=True)
class Tried:
    """What a message gets from the version that answers now, and what it would probably get once published."""

    text: str
    reply: list[dict[str, Any]]
    """The messages that patients get now, in the shape of the public contract."""
    kind: str
    topics: tuple[str, ...]
    confidence: float
    nearest: tuple[Near, ...]
    expected: str
    """The label that it would probably be understood as once published; empty where nobody could tell."""
    expected_title: str
    expected_text: str


@dataclass(frozen=True)
class State:
    """The model that answers and every phrase, as of one release and one version of the content."""

    key: tuple[int, int]
    model: Understanding
    content: Content
    index: PhraseIndex


class Suggestions:
    """Estimates without training. Reads the model at the first question; then an answer takes well under half a second.

    All but `try_it` blocks: call it off the event loop.
    """

    def __init__(self, settings: Settings, library: Library, releases: Releases, desk: FrontDesk) -> None:
        self._settings, self._library, self._releases, self._desk = settings, library, releases, desk
        self._vectors: dict[str, np.ndarray] = {}
        self._heard: dict[str, np.ndarray] = {}
        self._state: State | None = None
        self._lock = threading.Lock()

    def collisions(self, draft: FaqDraft, phrase: str = "") -> list[Taken]:
        """What each new phrasing of the draft (or one `phrase` of it) would take from another topic, the biggest loss first."""
        state = self.state()
        new = [phrase] if phrase else [each for each in draft.phrases if (draft.label, each) not in state.index.published]
        if not new:
            return []
        likeness = state.index.vectors @ self._read(state, new).T
        lost = (likeness >= TAKES) & (likeness > state.index.own_best[:, None])
        own = (draft.label, draft.replaces)
        found: dict[tuple[str, str], list[str]] = {}
        for row, column in sorted(zip(*np.nonzero(lost)), key=lambda place: -likeness[place]):
            label, text = state.index.phrases[row]
            if label not in own:
                found.setdefault((new[column], label), []).append(text)
        taken = [
            Taken(each, label, state.content.called(label), len(texts), tuple(texts[:5]))
            for (each, label), texts in found.items()
        ]
        return sorted(taken, key=lambda each: -each.count)

    def near_duplicates(self, phrase: str, label: str = "") -> list[Near]:
        """Ways of asking of any topic that are almost the same as this one; with its own label, itself is left out."""
        state = self.state()
        found = self._nearest(state, phrase, 6)
        return [each for each in found if each.likeness >= SAME and (each.label, each.text) != (label, phrase)][:3]

    def subject_replaced(self, draft: FaqDraft) -> str:
        """The `not_covered/…` subject that most of a new draft's phrasings are about: it is to be replaced; or empty."""
        state = self.state()
        found = Counter(state.model.verdict(phrase)[0].label for phrase in draft.phrases)
        label, count = found.most_common(1)[0] if found else ("", 0)
        fits = label.startswith("not_covered/") and label != topics.OTHER and label in state.content.topics
        return label if fits and 2 * count > len(draft.phrases) else ""

    def alike(self, texts: Sequence[str]) -> list[list[int]]:
        """Group texts by meaning: lists of their indices, the biggest group first, and in each the first of them first."""
        if not texts:
            return []
        heard = self._heard
        if len(heard) > MOST_HEARD:  # never emptied: another inbox may be reading from it
            heard = self._heard = {}
        vectors = read(encoder.load(self._settings.models / "encoder"), [clauses.split(text).body for text in texts], heard)
        groups: list[list[int]] = []
        for index, vector in enumerate(vectors):
            near = [float((vectors[group] @ vector).mean()) for group in groups]
            best = int(np.argmax(near)) if near else -1
            if best >= 0 and near[best] >= ALIKE:
                groups[best].append(index)
            else:
                groups.append([index])
        return sorted(groups, key=lambda group: -len(group))

    async def try_it(self, text: str, channel: str = "web") -> Tried:
        """What a message gets now and would get once published."""
        reply, (nearest, expected) = await asyncio.gather(rehearse(self._desk, text, channel), in_thread(self._expected, text))
        known = self._desk.content
        topic = known.topics.get(expected)
        response = words(topic, channel) if topic else None
        said = fill(response.text, known.placeholders()) if response else ""
        seen = (
            tuple(reply.topics),
            reply.confidence,
            tuple(nearest),
            expected,
            known.called(expected) if expected else "",
            said,
        )
        return Tried(text, reply.messages, reply.kind, *seen)

    def _expected(self, text: str) -> tuple[list[Near], str]:
        state = self.state()
        body = clauses.split(text).body
        nearest = self._nearest(state, body, 5)
        verdict: Verdict = state.model.verdict(body)[0]
        first = nearest[0] if nearest else None
        if first and first.likeness >= LEARNED and (first.label, first.text) not in state.index.published:
            return nearest, first.label
        return nearest, verdict.label if verdict.outcome == "topic" else ""

    def _nearest(self, state: State, text: str, count: int) -> list[Near]:
        found = state.index.nearest(self._read(state, [text])[0], count)
        return [Near(near, label, state.content.called(label), round(likeness, 3)) for (label, near), likeness in found]

    def _read(self, state: State, texts: Sequence[str]) -> np.ndarray:
        return read(state.model.encoder, texts, ChainMap({}, self._vectors), state.model.cleaned)

    def state(self) -> State:
        """The version that answers now and the content as it stands; built anew where a release or the content has changed."""
        with self._lock:
            current = self._releases.current()
            key = (current.id if current else 0, self._library.version())
            if self._state is None or self._state.key != key:
                if self._state and self._state.key[0] != key[0]:  # another model reads the same words in another spelling
                    self._state, self._vectors = None, {}
                version = current.content_version if current else self._library.first_version()
                now, taught = self._library.content(), load(self._library.texts(version))
                model, before = (self._state.model, self._state.index) if self._state else (self._model(key[0]), None)
                self._state = State(key, model, now, PhraseIndex.build(model, taught, now, self._vectors, before))
            return self._state

    def _model(self, release_id: int) -> Understanding:
        reader = encoder.load(self._settings.models / "encoder")
        if release_id:
            return gate.unpacked(self._releases.archive(release_id), reader)
        shipped = training.find_model(self._settings)
        if shipped is None:
            raise training.TrainingError("There is no trained model yet.")
        return gate.unpacked(shipped.read_bytes(), reader)
