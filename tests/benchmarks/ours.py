"""Our assistant as patients meet it, from a copy of the project: trained, started and asked like the real one."""

from __future__ import annotations

import gzip
import hashlib
import secrets
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import urllib3

from bot import content
from bot.run.processes import free_port
from bot.settings import ROOT, Settings
from bot.store.releases import open_releases
from tests.benchmarks import side
from tests.benchmarks.program import Program

NOT_COPIED = shutil.ignore_patterns(".*", "var", "results", "tests", "*.tar.gz")
UNLIMITED = {"SESSIONS_PER_MINUTE": "1000000", "MESSAGES_PER_MINUTE": "1000000"}


class Ours:
    """The whole system: supervisor, brain, hands, edge and a SQLite store."""

    name = "ours"
    roles = {"brain": "-m rasa run", "edge": "-m bot edge", "hands": "-m rasa_sdk"}

    def __init__(self, folder: Path) -> None:
        self._folder, self._port, self._key, self.brain_url = folder, 0, secrets.token_hex(32), ""
        self._database = f"sqlite:///{folder}/var/bench.db"
        self.model = folder / "models" / "assistant.tar.gz"
        self._excuse = content.load(ROOT / "data").reply("brain_down", "web")

    def prepare(self, tell: Callable[[str], None]) -> None:
        """Copy the project; the encoder is fetched before, for its download is no part of any figure."""
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with Program([sys.executable, "-m", "bot", "encoder"], ROOT, self._folder.parent / "encoder.log", {}) as fetching:
            fetching.finish(tell)
        shutil.copytree(ROOT, self._folder, ignore=NOT_COPIED)
        (self._folder / "var").mkdir(mode=0o700)

    @property
    def encoder_bytes(self) -> int:
        return sum(path.stat().st_size for path in (self._folder / "models" / "encoder").iterdir())

    def train(self, tell: Callable[[str], None]) -> float:
        """Seconds of a training that finds no model and no cache."""
        shutil.rmtree(self._folder / ".rasa", ignore_errors=True)
        for left in (self.model, self.model.with_name("vectors.npz")):
            left.unlink(missing_ok=True)
        return self._train(tell)

    def train_again(self, tell: Callable[[str], None]) -> float:
        """Seconds of a training after one phrasing was changed."""
        changed = self._folder / "data" / "faq" / "booking.yml"
        changed.write_text(changed.read_text(encoding="utf-8").replace("      - ", "      - say, ", 1), encoding="utf-8")
        return self._train(tell)

    def publish(self, number: int) -> str:
        """Make another archive of the same model the current release, as a publish ends; returns its digest."""
        releases = open_releases(self._database, Settings(secret_key=self._key).secret_for("releases"))
        packed = gzip.compress(gzip.decompress(self.model.read_bytes()), compresslevel=1, mtime=number)
        releases.add(packed, "bench", 1, {}, choose=True)
        return hashlib.sha256(packed).hexdigest()

    def go_back(self) -> str:
        """Make the release before the last one current again, as staff undo a publish; returns its digest."""
        releases = open_releases(self._database, Settings(secret_key=self._key).secret_for("releases"))
        before = releases.all()[1]
        releases.choose(before.id, "bench")
        return before.digest

    def _train(self, tell: Callable[[str], None]) -> float:
        with self._program("train") as training:
            return training.finish(tell)

    def serve(self) -> Program:
        """See Side; the supervisor, which starts the three others."""
        self._port, self.brain_url = free_port(), f"http://127.0.0.1:{free_port()}"
        return self._program("run")

    def asking(self) -> Program:
        """`bot ask`, to be given lines: its command, folder and environment."""
        return self._program("ask")

    def client(self) -> urllib3.HTTPConnectionPool:
        """See Side."""
        return side.client(self._port)

    def conversation(self, client: urllib3.HTTPConnectionPool) -> OurConversation:
        """See Side."""
        return OurConversation(client, self._excuse)

    def _program(self, verb: str) -> Program:
        own = {
            "PORT": str(self._port or free_port()), "DATABASE_URL": self._database, "BRAIN_URL": self.brain_url,
            "SECRET_KEY": self._key, "SQLALCHEMY_SILENCE_UBER_WARNING": "1", **UNLIMITED,
        }  # fmt: skip
        return Program([sys.executable, "-m", "bot", verb], self._folder, self._folder.parent / f"ours-{verb}.log", own)


class OurConversation:
    """One session of the web chat."""

    def __init__(self, client: urllib3.HTTPConnectionPool, excuse: str) -> None:
        self._client, self._excuse = client, excuse
        token = side.post(client, "/chat/sessions", {})[1]["token"]
        self._headers = {"Authorization": f"Bearer {token}"}

    def ask(self, text: str) -> float:
        """See Conversation; kind words in place of an answer don't count as one."""
        seconds, reply = side.post(self._client, "/chat/messages", {"text": text}, self._headers)
        if not reply["messages"] or reply["messages"][0]["text"] == self._excuse:
            raise side.NoAnswer("the edge answered without its brain")
        return seconds
