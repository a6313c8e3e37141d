"""One publishing, in the process that does the work: export, train, judge, and go live or say why not."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import safety, sentences
from bot.content import Content, ContentError, check
from bot.editing.library import Library, export, load
from bot.judging import gate, gate_questions
from bot.judging.gate_questions import NoQuestions, Question
from bot.judging.gate_report import Report
from bot.publishing.progress import JUDGING, Progress
from bot.run import training
from bot.settings import Settings
from bot.store import Overtaken, Store, StoreDown
from bot.store.publications import Publications
from bot.store.releases import BadRelease, Releases
from bot.store.revisions import Revisions
from bot.understanding import encoder
from bot.understanding.model import ModelError

BEAT_SECONDS = 2.0
FOUND_BY_RASA = ("config.yml", "domain.yml")
FAILURES = (ContentError, NoQuestions, BadRelease, training.TrainingError, ModelError, encoder.EncoderError, OSError)
"""What a publishing may come to nothing by, for a reason that somebody can mend."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
KEPT_VECTORS = "test_vectors.npz"
"""The file in models/ that holds what the test questions mean, from one publishing to the next."""


@dataclass(frozen=True)
class Parts:
    """What a publishing works with."""

    settings: Settings
    library: Library
    releases: Releases
    publications: Publications

    @classmethod
    def over(cls, settings: Settings, store: Store) -> Parts:
        """The parts on a store."""
        releases = Releases(store.engine, settings.secret_for("releases"))
        library = Library(settings.data, Revisions(store.engine))
        return cls(settings, library, releases, Publications(store.engine, releases))


def run(parts: Parts, publication_id: int, tell: Callable[[str], None]) -> None:
    """Do a publishing that was begun. Whatever happens, its end is kept, and patients are served by a whole release.

    Raises:
        Overtaken: it was given up meanwhile; nothing went live.
    """
    progress = Progress()
    with _alive(parts.publications, publication_id, progress):
        try:
            _publish(parts, publication_id, progress, tell)
        except FAILURES as error:
            # The end first: where the disk is full, telling may fail as well.
            parts.publications.end(publication_id, "failed", _why(error, parts))
            tell(str(error) or type(error).__name__)


def _publish(parts: Parts, publication_id: int, progress: Progress, tell: Callable[[str], None]) -> None:
    version = parts.library.version()
    texts = parts.library.texts(version)
    known = load(texts)
    problems = check(known)
    if problems:
        raise sentences.refusal(problems[0])
    asked = gate_questions.everything(parts.settings.root / "tests", known)
    adopt_first(parts)
    current = parts.releases.current()
    if current:
        parts.releases.archive(current.id)  # damaged, nothing can be compared with it: better said before the training than after

    def heard(line: str) -> None:
        tell(line)
        if progress.heard(line):
            parts.publications.beat(publication_id, *progress.now())

    packed = _trained(parts.settings, texts, heard)
    heard(JUDGING)
    report = _judged(parts, asked, known, packed)
    state = "blocked" if report.blocks else "live"
    parts.publications.end(publication_id, state, "", report.as_dict(), packed, version)
    tell(f"{state}: {report.right_before} of {report.asked} questions were understood before, {report.right_after} now")


def _judged(parts: Parts, asked: Sequence[Question], known: Content, packed: bytes) -> Report:
    models, flags = parts.settings.models, safety.load(parts.settings.data / "red_flags")
    reader = encoder.load(models / "encoder", threads=os.cpu_count() or 1)
    current = parts.releases.current()
    before = gate.unpacked(parts.releases.archive(current.id), reader) if current else None
    return gate.judge(asked, known, flags, before, gate.unpacked(packed, reader), models / KEPT_VECTORS)


def _why(error: Exception, parts: Parts) -> str:
    """The word, with a topic's title where one is at fault, under which the reason is kept (`publishing.WHY`)."""
    if isinstance(error, ContentError):
        return f"content: {_title(error, parts)}"
    if isinstance(error, (NoQuestions, BadRelease)):
        return "untested" if isinstance(error, NoQuestions) else "damaged"
    full = isinstance(error, training.DiskFull) or (isinstance(error, OSError) and error.errno in NO_ROOM)
    return "full" if full else "training"


def _title(error: ContentError, parts: Parts) -> str:
    """What people call the topic whose file is at fault; empty for another file, or where none can be read."""
    try:
        topics = parts.library.content().topics.values()
    except ContentError:
        return ""
    return next((topic.title for topic in topics if topic.file == error.file), "")


def adopt_first(parts: Parts) -> None:
    """Keep the model that the program came with as the first release, so that one can always go back to it."""
    model = training.find_model(parts.settings)
    if model is not None and parts.releases.current() is None:
        parts.releases.add(model.read_bytes(), "files", parts.library.first_version(), {}, choose=True)


def adopt_newer(parts: Parts) -> None:
    """At start: a model that a developer trained since the current release takes its place.

    Before the first publishing nothing is done: the model on the disk is the one that answers.
    """
    model, current = training.find_model(parts.settings), parts.releases.current()
    if model is None or current is None:
        return
    packed = model.read_bytes()
    if hashlib.sha256(packed).hexdigest() in {release.digest for release in parts.releases.all()}:
        return
    if model.stat().st_mtime > current.created_at.timestamp():
        parts.releases.add(packed, "files", parts.library.version(), {}, choose=True)


def _trained(settings: Settings, texts: dict[str, str], heard: Callable[[str], None]) -> bytes:
    """The archive of a model trained on these texts, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
        root = Path(folder)
        export(texts, root)
        for name in FOUND_BY_RASA:
            shutil.copy2(settings.root / name, root / name)
        (root / "models").mkdir()
        return training.train(settings, heard, root).read_bytes()


@contextmanager
def _alive(publications: Publications, publication_id: int, progress: Progress) -> Iterator[None]:
    """Tell that it is alive, and how far, until it ends; who hears nothing puts it down as killed."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            try:
                publications.beat(publication_id, *progress.now())
            except StoreDown:
                continue
            except Overtaken:
                return

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
