"""A publishing in its own process: it trains, judges and goes live; killed anywhere, patients are answered as before."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import update

from bot import publication, training
from bot.content.draft import FaqDraft
from bot.editing import Editor
from bot.gate import unpacked
from bot.publication import Parts
from bot.publishing import CannotPublish, Publishing
from bot.settings import ROOT, Settings
from bot.store import Store, open_store
from bot.store.publications import SILENT_SECONDS
from bot.store.tables import publications
from bot.store.transactions import writing
from bot.understanding import encoder
from tests.small_project import parts_of, small_project
from tests.system import descendants, eventually

PHRASES = tuple(
    f"is there a {each} i can use"
    for each in "lift|ramp|wheelchair|step free way|handrail|elevator|stair lift|flat entrance".split("|")
)
FAQ = FaqDraft(title="Step-free access", web="Please ask the clinic at {clinic_phone}.", facts=("clinic-phone",), phrases=PHRASES)
ASKED = "is there a ramp for me"


@dataclass
class Office:
    """A small project with its publishing."""

    settings: Settings
    parts: Parts
    publishing: Publishing
    editor: Editor
    store: Store

    def publish(self) -> str:
        """One publishing in this process; its state."""
        begun = self.publishing.begin("ann")
        publication.run(self.parts, begun, lambda told: None)
        found = self.publishing.progress(begun)
        assert found is not None
        return found.state

    def understood(self) -> str:
        """What the current release makes of a question about the new topic."""
        current = self.parts.releases.current()
        assert current is not None
        model = unpacked(self.parts.releases.archive(current.id), encoder.load(ROOT / "models" / "encoder"))
        return model.verdict(ASKED)[0].label


def opened(settings: Settings) -> tuple[Office, Store]:
    parts, store = parts_of(settings)
    publishing = Publishing(settings, parts.library, parts.releases, parts.publications)
    return Office(settings, parts, publishing, Editor(parts.library), store), store


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A project that published once: its only release is live."""
    made, store = opened(small_project(tmp_path_factory.mktemp("office"), tests=False))
    assert made.publish() == "live"
    yield made
    store.close()


def begun_elsewhere(office: Office) -> tuple[int, subprocess.Popen[bytes]]:
    """A publishing in a process of its own, as the console starts it."""
    begun = office.publishing.begin("ann")
    environment = {**training.environment(office.settings), "DATABASE_URL": office.settings.database_url}
    command = [sys.executable, "-m", "bot", "publish", "--id", str(begun)]
    with open(office.settings.root / "publish.log", "ab") as log:
        return begun, subprocess.Popen(command, cwd=office.settings.root, env=environment, stdout=log, stderr=log)


def kill_at_random(office: Office, moments: random.Random) -> None:
    """Kill a publishing somewhere, and see that nothing happened but what is said."""
    before = office.parts.releases.current()
    begun, process = begun_elsewhere(office)
    time.sleep(moments.uniform(0.2, 12))
    started = descendants(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert office.parts.releases.current() == before
    long_ago = datetime.now(timezone.utc) - timedelta(seconds=SILENT_SECONDS + 1)
    with writing(office.store.engine) as connection:  # as if it had been silent for long enough
        connection.execute(update(publications).values(heard_at=long_ago))
    found = office.publishing.progress(begun)
    assert found is not None
    assert found.state == "failed"
    assert "publish again" in found.why
    eventually(lambda: not [pid for pid in started if Path(f"/proc/{pid}").exists() and not _ended(pid)])


def _ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def test_a_new_question_is_published_and_undone(office: Office) -> None:
    """A new question is understood once published, not before; undone, it is gone again within one choice."""
    first = office.publishing.current()
    saved = office.editor.save(FAQ, "ann")
    listed = office.publishing.difference()
    state = office.publish()

    assert [(each.label, each.kind, len(each.added)) for each in listed] == [(saved.label, "new", 8)]
    assert (state, office.understood()) == ("live", saved.label)
    assert office.publishing.difference() == []
    assert first is not None
    office.publishing.undo(first.id, "owner")
    assert office.understood() != saved.label
    assert [(each.label, each.kind) for each in office.publishing.difference()] == [(saved.label, "new")]
    with pytest.raises(CannotPublish):
        office.publishing.undo(9999, "owner")


def test_killed_anywhere_patients_are_answered_as_before(office: Office) -> None:
    """Killed at three random moments, the release that answers is untouched, and the next publishing goes through."""
    moments = random.Random(7)
    for _ in range(3):
        kill_at_random(office, moments)

    assert office.publish() == "live"


def test_what_becomes_worse_blocks_until_an_owner_accepts_it(office: Office) -> None:
    """A topic that loses its phrasings is blocked with its questions; accepted, it is live and says by whom."""
    tests = office.settings.root / "tests" / "data"
    tests.mkdir(parents=True, exist_ok=True)
    (tests / "location.yml").write_text((ROOT / "tests/data/faq/location.yml").read_text())
    held = [example.text for example in office.editor.content.topics["faq/location"].examples]
    moved = [*[f"zebra {number} crossing" for number in range(8)]]
    office.editor.save(replace(office.editor.faq("faq/location"), phrases=tuple(moved)), "ann")
    before = office.publishing.current()
    state = office.publish()
    blocked = office.publishing.latest()

    assert held
    assert state == "blocked"
    assert blocked is not None
    assert blocked.report.worse
    assert not blocked.report.emergencies
    assert office.publishing.current() == before
    office.publishing.accept(blocked.id, "owner")
    accepted = office.publishing.latest()
    assert accepted is not None
    assert (accepted.state, accepted.report.accepted_by) == ("live", "owner")
    with pytest.raises(CannotPublish):
        office.publishing.accept(blocked.id, "owner")


def test_a_training_that_fails_says_so_in_plain_words(office: Office) -> None:
    """Rasa gives up: nothing changes, and the sentence is for whoever pressed the button, without a path or a traceback."""
    config = office.settings.root / "config.yml"
    sound, before = config.read_text(), office.publishing.current()
    config.write_text("pipeline: [{name: no.such.Component}]\n")
    state = office.publish()
    config.write_text(sound)
    failed = office.publishing.latest()

    assert state == "failed"
    assert failed is not None
    assert "answered as before" in failed.why
    assert "/" not in failed.why
    assert office.publishing.current() == before


def test_a_model_trained_by_hand_takes_the_release_s_place(tmp_path: Path) -> None:
    """What a developer trains after the current release answers after the next start; an older or known model changes nothing."""
    settings = Settings(root=tmp_path, secret_key="k" * 40, database_url=f"sqlite:///{tmp_path}/bot.db")
    (tmp_path / "data").mkdir()
    (tmp_path / "models").mkdir()
    store = open_store(settings.database_url)
    parts = Parts.over(settings, store)
    model = tmp_path / "models" / "assistant.tar.gz"
    model.write_bytes(b"shipped")
    publication.adopt_newer(parts)
    untouched = parts.releases.current()
    first = parts.releases.add(b"published", "ann", 1, {}, choose=True)
    os.utime(model, (1, 1))
    publication.adopt_newer(parts)
    older = parts.releases.current()
    model.write_bytes(b"trained by hand")
    os.utime(model, (time.time() + 5, time.time() + 5))
    publication.adopt_newer(parts)
    publication.adopt_newer(parts)
    newer = parts.releases.all()
    store.close()

    assert untouched is None
    assert older is not None
    assert older.id == first
    assert [release.author for release in newer] == ["files", "ann"]


@pytest.mark.parametrize(
    ("line", "percent"),
    [
        ("reading 300 phrases", 5),
        ("reading 150 of 300 phrases", 30),
        ("learning the topics", 55),
        ("learning when to refuse", 75),
        ("x", 0),
    ],
)
def test_progress_is_read_from_what_the_training_says(line: str, percent: int) -> None:
    """Each line of the training moves the bar, and one it doesn't know moves nothing."""
    assert publication._percent(line) == percent


def test_memory_stays_flat_over_publishings(office: Office) -> None:
    """Publishing again and again leaves no memory behind in the process that follows it, beyond the first one's."""
    office.publish()
    before = _resident()
    for _ in range(2):
        office.publish()

    assert _resident() - before < 60_000_000


@pytest.mark.long
def test_killed_twenty_times(office: Office) -> None:
    """Twenty random moments, as three."""
    moments = random.Random(20)
    for _ in range(20):
        kill_at_random(office, moments)


@pytest.mark.long
def test_memory_stays_flat_over_fifty(office: Office) -> None:
    """Fifty publishings, as three."""
    office.publish()
    before = _resident()
    for _ in range(50):
        office.publish()

    assert _resident() - before < 100_000_000


def _resident() -> int:
    """Bytes of memory of this process."""
    return int(Path(f"/proc/{os.getpid()}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
