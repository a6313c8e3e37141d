"""What is done to an assistant while patients are writing: none of them loses a word."""

from __future__ import annotations

import gzip
import os
import random
import secrets
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from bot import settings
from bot.channels.sessions import Sessions
from bot.store import open_store
from bot.store.releases import Releases
from tests.conftest import Assistant, Chat, start_assistant, stop_assistant
from tests.processes import brain_url, child
from tests.soak import QUESTIONS, resident
from tests.system import alive, eventually

ROOT = settings.ROOT
WRITERS, IN_FLIGHT, CUTS = 4, 50, 5
LARGE, MANY_LARGE = 5 * 1024 * 1024, 20
MORE_MEGABYTES = 20


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant for these tests alone: the last of them ends it."""
    started = start_assistant(tmp_path_factory.mktemp("load"))
    yield started
    stop_assistant(started)


@contextmanager
def patients(assistant: Assistant, acknowledged: dict[tuple[str, str], str]) -> Iterator[list[str]]:
    """Patients who write until the block ends; what was answered is noted by token and id, and failures are what is yielded."""
    over, failures = threading.Event(), list[str]()

    def write() -> None:
        chat = assistant.chat().open()
        while not over.is_set():
            message_id = secrets.token_hex(8)
            try:
                response = chat.send(random.choice(QUESTIONS), id=message_id)
                response.raise_for_status()
                acknowledged[chat.token, message_id] = response.json()["messages"][0]["text"]
            except httpx.HTTPError as error:
                failures.append(repr(error))
            time.sleep(0.2)

    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(write) for _ in range(WRITERS)]
        try:
            eventually(lambda: len(acknowledged) >= WRITERS)
            yield failures
        finally:
            over.set()
        for each in writing:
            each.result()


def conversation_of(assistant: Assistant) -> Callable[[str], str]:
    """The conversation that a token opens."""
    chosen = settings.load(assistant.environment)
    return lambda token: Sessions(chosen.secret_for("sessions"), chosen.session_hours).conversation_id(f"Bearer {token}")


def test_bodies_too_large_leave_no_trace(own: Assistant, record_property: Callable[[str, object], None]) -> None:
    """Twenty bodies of 5 MB are refused while others are answered, and the edge is not 20 MB the larger for it."""
    record_property("injections", MANY_LARGE)
    edge = child(own.process.pid, "edge")
    chat = own.chat().open()
    acknowledged: dict[tuple[str, str], str] = {}
    with patients(own, acknowledged) as failures:
        chat.ask("Tell Marguerite Oyelaran that Sam called about Priya")  # the model that reads names is loaded once
        before = resident(edge)
        for _ in range(MANY_LARGE):
            assert chat.send("x" * LARGE).status_code == 413
        after = resident(edge)

    assert failures == []
    assert (after - before) / 1024 <= MORE_MEGABYTES


def test_a_release_under_load_drops_nobody(own: Assistant, record_property: Callable[[str, object], None]) -> None:
    """The brain goes over to a release and back to the one before while patients write: each of them is answered."""
    record_property("injections", 3)
    chosen = settings.load(own.environment)
    model = gzip.decompress((ROOT / "models" / "assistant.tar.gz").read_bytes())
    acknowledged: dict[tuple[str, str], str] = {}
    with closing(open_store(chosen.database_url)) as store, patients(own, acknowledged) as failures:
        releases, ids = Releases(store.engine, chosen.secret_for("releases")), []
        for level in (1, 2):
            ids.append(releases.add(gzip.compress(model, level), "the tests", 0, {}, choose=True))
            wait_for_release(own, releases)
        releases.choose(ids[0], "the tests")
        wait_for_release(own, releases)

    assert failures == []


def test_what_was_acknowledged_outlives_a_power_cut(
    own: Assistant, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The database as it lies on the disk at a moment in the middle of writing holds every turn that was answered before."""
    record_property("injections", CUTS)
    edge, conversation, acknowledged = child(own.process.pid, "edge"), conversation_of(own), dict[tuple[str, str], str]()
    assert edge
    with patients(own, acknowledged) as failures:
        for cut in range(CUTS):
            time.sleep(random.uniform(0.2, 1.0))
            told = dict(acknowledged)
            copy = frozen_copy(edge, own.folder, tmp_path / str(cut))
            with closing(open_store(f"sqlite:///{copy}/bot.db")) as store:
                kept = {(token, turn.message_id) for token, _ in told for turn in store.history(conversation(token))}
            assert set(told) <= kept

    assert failures == []


def test_an_end_in_the_middle_of_fifty_messages(own: Assistant, record_property: Callable[[str, object], None]) -> None:
    """SIGTERM while fifty are being answered: what was begun is answered, what comes later is not taken, and all ends."""
    record_property("injections", IN_FLIGHT)
    chats = [own.chat().open() for _ in range(IN_FLIGHT)]
    for chat in chats:
        chat.client.get("/health/live")
    with ThreadPoolExecutor(IN_FLIGHT) as pool:
        sending = [pool.submit(outcome, chat) for chat in chats]
        time.sleep(0.5)
        own.process.send_signal(signal.SIGTERM)
        outcomes = [each.result() for each in sending]

    eventually(lambda: not alive(own.process.pid), 30)
    assert set(outcomes) <= {"answer", "not taken"}
    assert "answer" in outcomes


def outcome(chat: Chat) -> str:
    """What became of one message."""
    try:
        response = chat.send(QUESTIONS[0])
    except httpx.ConnectError:
        return "not taken"
    except httpx.HTTPError as error:
        return repr(error)
    return str(response.json()["messages"][0]["kind"]) if response.status_code == 200 else str(response.status_code)


def wait_for_release(assistant: Assistant, releases: Releases) -> None:
    """Until the brain answers from the current release, by its own word."""
    current, url = releases.current(), brain_url(assistant.process.pid)
    assert current
    eventually(lambda: httpx.get(f"{url}/webhooks/edge/ready", trust_env=False).json()["release"] == current.digest)


def frozen_copy(edge: int, folder: Path, to: Path) -> Path:
    """Database and log as they are at one moment: the edge stands still while they are copied."""
    to.mkdir()
    os.kill(edge, signal.SIGSTOP)
    try:
        for name in ("bot.db", "bot.db-wal"):
            shutil.copy(folder / name, to / name)
    finally:
        os.kill(edge, signal.SIGCONT)
    return to
