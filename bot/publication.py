"""One publishing, in the process that does the work: export, train, judge, and go live or say why not."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import gate, safety, training
from bot.content import ContentError, check
from bot.library import Library, export, load
from bot.settings import Settings
from bot.store import Overtaken, Store, StoreDown
from bot.store.publications import Publications
from bot.store.releases import Releases
from bot.store.revisions import Revisions
from bot.understanding import encoder
from bot.understanding.model import ModelError

BEAT_SECONDS = 2.0
FOUND_BY_RASA = ("config.yml", "domain.yml")
STEPS = (("reading", 5), ("learning the topics", 55), ("learning when", 75))
"""What training tells, by its first words, and how far it is then, in percent."""
JUDGING, DONE = 85, 100
COUNTED = re.compile(r"(\d+) (?:of|/) (\d+)")


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
    with _alive(parts.publications, publication_id):
        try:
            _publish(parts, publication_id, tell)
        except ContentError as error:
            parts.publications.end(publication_id, "failed", str(error))
        except (training.TrainingError, ModelError) as error:
            tell(str(error))
            parts.publications.end(publication_id, "failed", "full" if "disk is full" in str(error) else "training")
        except OSError as error:
            tell(str(error))
            parts.publications.end(publication_id, "failed", "training")


def _publish(parts: Parts, publication_id: int, tell: Callable[[str], None]) -> None:
    version = parts.library.version()
    texts = parts.library.texts(version)
    known = load(texts)
    problems = check(known)
    if problems:
        raise ContentError(problems[0].file, problems[0].line, problems[0].what)
    adopt_first(parts)
    packed = _trained(parts, publication_id, texts, tell)
    parts.publications.beat(publication_id, JUDGING, "asking every test question")
    tests, flags = parts.settings.root / "tests", safety.load(parts.settings.data / "red_flags")
    reader = encoder.load(parts.settings.models / "encoder")
    current = parts.releases.current()
    before = gate.unpacked(parts.releases.archive(current.id), reader) if current else None
    report = gate.judge(gate.questions(tests, known), known, flags, before, gate.unpacked(packed, reader))
    state = "blocked" if report.blocks else "live"
    parts.publications.end(publication_id, state, "", report.as_dict(), packed, version)
    tell(f"{state}: {report.right_before} of {report.asked} questions were understood before, {report.right_after} now")


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


def _trained(parts: Parts, publication_id: int, texts: dict[str, str], tell: Callable[[str], None]) -> bytes:
    """The archive of a model trained on these texts, in a folder that is gone afterwards."""
    settings = parts.settings

    def heard(line: str) -> None:
        tell(line)
        percent = _percent(line)
        if percent:
            parts.publications.beat(publication_id, percent, line)

    with tempfile.TemporaryDirectory(prefix="publishing-") as folder:
        root = Path(folder)
        export(texts, root)
        for name in FOUND_BY_RASA:
            shutil.copy2(settings.root / name, root / name)
        (root / "models").mkdir()
        return training.train(settings, heard, root).read_bytes()


def _percent(line: str) -> int:
    """How far a line of the training's own says that it is; 0 where it says nothing of the kind."""
    for index, (words, percent) in enumerate(STEPS):
        if line.startswith(words):
            counted = COUNTED.search(line)
            end = STEPS[index + 1][1] if index + 1 < len(STEPS) else JUDGING
            return percent + (end - percent) * int(counted[1]) // max(int(counted[2]), 1) if counted else percent
    return 0


@contextmanager
def _alive(publications: Publications, publication_id: int) -> Iterator[None]:
    """Tell that it is alive until it ends; who hears nothing puts it down as killed."""
    done = threading.Event()

    def beat() -> None:
        while not done.wait(BEAT_SECONDS):
            try:
                publications.beat(publication_id)
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
