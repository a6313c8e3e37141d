"""What the tests share: the real assistant in real processes, a front desk in this one, a store on each database."""

from __future__ import annotations

import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import hypothesis
import pytest

from bot import content, safety, settings
from bot.run.processes import free_port
from bot.settings import Settings
from bot.store import Store, open_store
from bot.turn import FrontDesk
from tests.databases import opened, put_tables
from tests.postgres import Postgres
from tests.turns import KEYS

ROOT = settings.ROOT
# A busy machine is no failure: how long an example takes is nobody's promise.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@dataclass
class Assistant:
    """A running assistant: `python -m bot run` on free loopback ports, its database in a folder of its own."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]
    environment: dict[str, str] = field(repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def chat(self) -> Chat:
        """A new patient in the web chat."""
        return Chat(httpx.Client(base_url=self.url, timeout=30, trust_env=False))


@dataclass
class Chat:
    """One patient's web chat."""

    client: httpx.Client
    token: str = ""

    def open(self) -> Chat:
        response = self.client.post("/chat/sessions", json={})
        response.raise_for_status()
        self.token = response.json()["token"]
        return self

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def send(self, text: str = "", **body: Any) -> httpx.Response:
        """Post one message; `value=` and `id=` go along."""
        if not self.token:
            self.open()
        given = {"text": text, **body} if text or "value" not in body else body
        return self.client.post("/chat/messages", json=given, headers=self.headers)

    def ask(self, text: str) -> list[dict[str, Any]]:
        """The messages of the reply."""
        response = self.send(text)
        response.raise_for_status()
        return response.json()["messages"]


def launch_assistant(folder: Path, root: Path = ROOT, **extra: str) -> Assistant:
    """Start all three processes and don't wait for them; `root` is another copy of the project."""
    port = free_port()
    folder.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder}/bot.db",
        "SECRET_KEY": secrets.token_hex(32),
        "SESSIONS_PER_MINUTE": "100000",
        "MESSAGES_PER_MINUTE": "100000",
        **extra,
    }
    with open(folder / "run.log", "wb") as log:
        process = subprocess.Popen([sys.executable, "-m", "bot", "run"], cwd=root, env=environment, stdout=log, stderr=log)
    return Assistant(port, folder, process, environment)


def start_assistant(folder: Path, root: Path = ROOT, patience: float = 120, **extra: str) -> Assistant:
    """Start all three processes and wait until they are ready; `root` is another copy of the project."""
    assistant = launch_assistant(folder, root, **extra)
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and assistant.process.poll() is None:
        try:
            if httpx.get(f"{assistant.url}/health/ready", timeout=2, trust_env=False).status_code == 200:
                return assistant
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    assistant.process.terminate()
    raise AssertionError(f"not ready: {(folder / 'run.log').read_text()}")


@contextmanager
def assistant_in(root: Path, **options: Any) -> Iterator[Assistant]:
    """The assistant of another copy of the project, started as `start_assistant` does and stopped whatever happens."""
    running = start_assistant(root / "var", root=root, **options)
    try:
        yield running
    finally:
        stop_assistant(running)


def stop_assistant(assistant: Assistant) -> None:
    """Ctrl-C, and wait until it is gone."""
    if assistant.process.poll() is None:
        assistant.process.send_signal(signal.SIGINT)
    assistant.process.wait(timeout=30)


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """The whole assistant, shared by every test that only talks to it."""
    running = start_assistant(tmp_path_factory.mktemp("assistant"))
    yield running
    stop_assistant(running)


@pytest.fixture
def chat(assistant: Assistant) -> Chat:
    return assistant.chat()


@pytest.fixture(scope="session")
def known() -> content.Content:
    """The shipped content."""
    return content.load(ROOT / "data")


@pytest.fixture(scope="session")
def flags() -> safety.Safety:
    """The shipped red flags."""
    return safety.load(ROOT / "data" / "red_flags")


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """A copy of data/ to break."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server of our own on loopback; only without Debian's package, and not under CI, its tests are skipped."""
    if not Postgres.installed():
        assert not os.environ.get("CI"), "PostgreSQL must be installed under CI"
        pytest.skip("PostgreSQL is not installed")
    # Not below pytest's own folder: each run of pytest closes that to other users, and with it a server of another run.
    with tempfile.TemporaryDirectory(prefix="postgres-") as folder:
        server = Postgres.start(Path(folder))
        yield server
        server.stop()


@pytest.fixture(scope="session")
def firefox() -> str:
    """Debian's Firefox; only without its package, and not under CI, its tests are skipped."""
    found = shutil.which("firefox-esr")
    if not found:
        assert not os.environ.get("CI"), "Firefox must be installed under CI"
        pytest.skip("firefox-esr is not installed")
    return found


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table and no row, to be copied."""
    file = tmp_path_factory.mktemp("migrated") / "bot.db"
    open_store(f"sqlite:///{file}").close()
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path, migrated: Path) -> Iterator[str]:
    """A database of each kind, its tables made and empty."""
    if request.param == "sqlite":
        yield put_tables(migrated, f"sqlite:///{tmp_path}/bot.db")
        return
    with request.getfixturevalue("postgres").lent() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def bare_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of each kind without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/bot.db"
    return request.getfixturevalue("postgres").new_database()


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    yield store
    store.close()


@pytest.fixture(scope="session")
def brain() -> Any:
    """The shipped brain inside this process: Rasa is imported once for every test that needs its inside."""
    from bot.engine.local import LocalBrain, quiet

    quiet()
    return asyncio.run(LocalBrain.load(ROOT, ROOT / "models" / "assistant.tar.gz"))


@pytest.fixture
def desk(known: content.Content, flags: safety.Safety, brain: Any, migrated: Path, tmp_path: Path) -> Iterator[FrontDesk]:
    """The front desk that serves patients, over the brain in this process and an empty store."""
    store = opened(migrated, tmp_path / "desk.db")
    yield FrontDesk(known, flags, store, brain, *KEYS)
    store.close()


@pytest.fixture
def make_settings(tmp_path: Path) -> Callable[..., Settings]:
    """Settings from a given environment, their var/ in a folder of the test's own."""

    def make(**environment: str) -> Settings:
        return settings.load(environment, root=tmp_path)

    return make
