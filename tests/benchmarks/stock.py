"""The stock Rasa assistant: trained once and kept under results/, served by `rasa run`, asked through its REST channel."""

from __future__ import annotations

import json
import os
import shutil
import sys
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import urllib3

from bot.run.processes import free_port
from tests.benchmarks import foreseen, side, stock_project
from tests.benchmarks.plan import INIT_EPOCHS
from tests.benchmarks.program import Failed, Program

LONG_SECONDS = 30 * 60


@dataclass(frozen=True)
class Training:
    """What is kept beside a trained stock model."""

    seconds: float
    date: str
    epochs: int
    phrases: int
    digest: str
    load: float  # of the machine in the minute before
    epoch_seconds: float = 0.0  # what one more epoch of all its networks would take; 0 where that is not known

    @property
    def foreseen(self) -> float:
        """Seconds with all the epochs that `rasa init` asks for, at the pace of those that were waited for."""
        return foreseen.whole(self.seconds, self.epoch_seconds, self.epochs, INIT_EPOCHS)


class Stock:
    """`rasa run` with one worker, the REST channel and a SQLite tracker store."""

    name = "stock"
    roles = {"brain": "-m rasa run"}

    def __init__(self, folder: Path, kept: Path, epochs: int) -> None:
        self._folder, self._epochs, self._port = folder, epochs, 0
        self.model = kept / f"epochs-{epochs}.tar.gz"
        self._about = kept / f"epochs-{epochs}.json"
        self.reused = False

    def prepare(self) -> None:
        """Write the project."""
        stock_project.build(self._folder, self._epochs)

    def training(self, reuse: bool, tell: Callable[[str], None]) -> Training:
        """Time and model of the kept training where that may be reused, else of a new one, which is kept."""
        if reuse and self.model.exists() and self._about.exists():
            self.reused = True
            return Training(**json.loads(self._about.read_text()))
        if self._epochs < INIT_EPOCHS:
            tell(f"{self._epochs} of its {INIT_EPOCHS} epochs: all of them (STOCK_EPOCHS={INIT_EPOCHS}) would take a night")
        load = os.getloadavg()[0]
        seconds, an_epoch = self._train(tell)
        if seconds > LONG_SECONDS:
            tell(f"the stock training took {seconds / 60:.0f} minutes: QUICK=1 reuses it from now on")
        digest, phrases = stock_project.digest(self._folder), stock_project.phrases(self._folder)
        about = Training(seconds, date.today().isoformat(), self._epochs, phrases, digest, load, an_epoch)
        self._about.write_text(json.dumps(asdict(about), indent=1))
        return about

    def outdated(self, about: Training) -> bool:
        """Whether a kept training saw other content than today's."""
        return about.digest != stock_project.digest(self._folder)

    def _train(self, tell: Callable[[str], None]) -> tuple[float, float]:
        command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", "stock"]
        with Program(command, self._folder, self._folder.parent / "stock-train.log", {}) as training:
            seconds = training.finish(tell)
            an_epoch = foreseen.epoch_seconds(training.log())
        made = self._folder / "models" / "stock.tar.gz"
        if not made.exists():
            raise Failed(f"the stock training left no model:\n{training.last_words()}")
        self.model.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(made, self.model)
        return seconds, an_epoch

    def serve(self) -> Program:
        """See Side."""
        self._port = free_port()
        command = [
            sys.executable,
            "-m",
            "rasa",
            "run",
            "--quiet",
            "-i",
            "127.0.0.1",
            "-p",
            str(self._port),
            "-m",
            str(self.model),
        ]
        return Program(command, self._folder, self._folder.parent / "stock-run.log", {"SQLALCHEMY_SILENCE_UBER_WARNING": "1"})

    def client(self) -> urllib3.HTTPConnectionPool:
        """See Side."""
        return side.client(self._port)

    def conversation(self, client: urllib3.HTTPConnectionPool) -> StockConversation:
        """See Side."""
        return StockConversation(client)


class StockConversation:
    """One sender of the REST channel."""

    def __init__(self, client: urllib3.HTTPConnectionPool) -> None:
        self._client, self._sender = client, uuid.uuid4().hex

    def ask(self, text: str) -> float:
        """See Conversation; Rasa answers a failed turn with an empty list."""
        seconds, messages = side.post(self._client, "/webhooks/rest/webhook", {"sender": self._sender, "message": text})
        if not messages:
            raise side.NoAnswer("the stock assistant answered []")
        return seconds
