"""A second edge beside a running assistant's, over the same brain: to be killed, or to run with other settings."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.run.processes import free_port
from bot.settings import ROOT
from tests.conftest import Assistant, Chat
from tests.processes import brain_url


@dataclass
class Edge:
    """One `python -m bot edge` on a port and a database of its own."""

    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def beside(cls, assistant: Assistant, folder: Path, **extra: str) -> Edge:
        """An edge that asks the assistant's brain."""
        port, brain = str(free_port()), brain_url(assistant.process.pid)
        own = {"PORT": port, "DATABASE_URL": f"sqlite:///{folder}/edge.db", "BRAIN_URL": brain}
        return cls({**assistant.environment, **own, **extra}, folder / "edge.log")

    def start(self) -> Edge:
        """Start it and wait until it serves."""
        with open(self.log, "ab") as log:
            command = [sys.executable, "-m", "bot", "edge"]
            self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **self.environment}, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                httpx.get(f"{self.url}/health/live", trust_env=False)
                return self
            except httpx.TransportError:
                time.sleep(0.02)
        self.kill()
        raise AssertionError(f"the edge did not start: {self.log.read_text()}")

    def kill(self) -> None:
        """SIGKILL, as when the machine runs out of memory."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def pid(self) -> int:
        """The id of its process."""
        assert self.process is not None
        return self.process.pid

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.environment['PORT']}"

    def chat(self) -> Chat:
        """A new patient of this edge."""
        return Chat(httpx.Client(base_url=self.url, timeout=30, trust_env=False))

    def __enter__(self) -> Edge:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.kill()
