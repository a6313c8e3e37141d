"""A publishing killed anywhere, its judging and its last transaction included: patients are answered as before."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.publishing.progress import JUDGING
from bot.run.child_process import environment as environment_of
from bot.store.publications import SILENT_SECONDS
from bot.store.tables import publications
from bot.store.transactions import writing
from tests.office import Office, published_once
from tests.system import descendants, eventually

PATIENCE_SECONDS = 600
"""Half a minute on two cores of our own; a busy machine may take its time."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with published_once(tmp_path_factory) as made:
        yield made


def begun_elsewhere(office: Office) -> tuple[int, subprocess.Popen[bytes]]:
    """A publishing in a process of its own, as the console starts it."""
    begun = office.publishing.begin("ann")
    environment = {**environment_of(office.settings), "DATABASE_URL": office.settings.database_url}
    command = [sys.executable, "-m", "bot", "publish", "--id", str(begun)]
    with open(office.settings.root / "publish.log", "ab") as log:
        return begun, subprocess.Popen(command, cwd=office.settings.root, env=environment, stdout=log, stderr=log)


def kill_when(office: Office, there: Callable[[int], bool]) -> None:
    """Kill a publishing when it is there, and see that nothing happened but what is said."""
    before, kept = office.parts.releases.current(), releases_kept(office)
    begun, process = begun_elsewhere(office)
    assert eventually(lambda: there(begun), PATIENCE_SECONDS)
    started = descendants(process.pid)
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert (office.parts.releases.current(), releases_kept(office)) == (before, kept)
    long_ago = datetime.now(timezone.utc) - timedelta(seconds=SILENT_SECONDS + 1)
    with writing(office.store.engine) as connection:  # as if it had been silent for long enough
        connection.execute(update(publications).values(heard_at=long_ago))
    found = office.publishing.progress(begun)
    assert found is not None
    assert found.state == "failed"
    assert found.why == "killed"
    eventually(lambda: not [pid for pid in started if Path(f"/proc/{pid}").exists() and not _ended(pid)])


def kill_at_random(office: Office, moments: random.Random) -> None:
    """Kill a publishing somewhere in its training."""
    later = time.monotonic() + moments.uniform(0.2, 12)
    kill_when(office, lambda _: time.monotonic() > later)


def judging(office: Office) -> Callable[[int], bool]:
    """Whether a publishing is asking the test questions."""
    return lambda _: office.latest().step == JUDGING


def going_live(office: Office) -> Callable[[int], bool]:
    """Whether a publishing is in the transaction that takes it live: it alone keeps the database for longer than a moment."""

    def kept_by_it() -> bool:
        time.sleep(0.05)
        with closing(database(office)) as own:
            try:
                own.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return True
        return False

    return lambda begun: judging(office)(begun) and all(kept_by_it() for _ in range(20))


@contextmanager
def endless_choice(office: Office) -> Iterator[None]:
    """Make the last statement of the transaction take for ever: the release is there by then, and not chosen yet."""
    with closing(database(office)) as own:
        own.execute(
            "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
        )
        own.execute("CREATE TRIGGER dawdle BEFORE INSERT ON release_choices BEGIN SELECT * FROM endless; END")
    try:
        yield
    finally:
        with closing(database(office)) as own:
            own.execute("DROP TRIGGER dawdle")
            own.execute("DROP VIEW endless")


def database(office: Office) -> sqlite3.Connection:
    return sqlite3.connect(office.settings.database_url.removeprefix("sqlite:///"), timeout=0.0, isolation_level=None)


def releases_kept(office: Office) -> int:
    with closing(database(office)) as own:
        return int(own.execute("SELECT count(*) FROM releases").fetchone()[0])


def _ended(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


def test_killed_anywhere_patients_are_answered_as_before(office: Office) -> None:
    """Killed at a random moment, the release that answers is untouched."""
    kill_at_random(office, random.Random(7))


def test_killed_while_going_live_patients_are_answered_as_before(office: Office) -> None:
    """Killed inside the very transaction, the new release written and not chosen yet, nothing of it stands: the publishing after
    one that was killed goes its whole way, and comes as far as this.
    """
    with endless_choice(office):
        kill_when(office, going_live(office))


@pytest.mark.long
def test_killed_twenty_times(office: Office) -> None:
    """Twenty moments: fourteen at random, three in the judging, three on the way live. Whoever publishes next is not held up."""
    moments = random.Random(20)
    for _ in range(14):
        kill_at_random(office, moments)
    for _ in range(3):
        kill_when(office, judging(office))
        with endless_choice(office):
            kill_when(office, going_live(office))
    assert office.publish() == "live"
