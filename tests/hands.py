"""The hands in a process of their own, for a brain inside the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from bot.processes import free_port
from bot.settings import ROOT
from tests.system import eventually


@dataclass
class Hands:
    """`python -m rasa_sdk` on loopback."""

    port: int
    log: Path
    process: subprocess.Popen[bytes] | None = None

    @classmethod
    def start(cls, log: Path, port: int = 0) -> Hands:
        """Start them and wait until they serve."""
        started = cls(port or free_port(), log)
        command = [sys.executable, "-m", "rasa_sdk", "--quiet", "--actions", "actions", "-p", str(started.port)]
        with open(log, "ab") as file:
            environment = {**os.environ, "SANIC_HOST": "127.0.0.1"}
            started.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file)
        eventually(started.serves)
        return started

    def serves(self) -> bool:
        """Whether they answer."""
        try:
            return httpx.get(f"http://127.0.0.1:{self.port}/health", trust_env=False).status_code == 200
        except httpx.TransportError:
            return False

    def stop(self) -> None:
        """End them."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def held_by(self, brain: Any) -> None:
        """Have a brain inside this process call these."""
        from bot.engine.hands import Hands as Endpoint

        agent = brain._agent
        agent.action_endpoint = Endpoint(f"http://127.0.0.1:{self.port}/webhook", enable_selective_domain=True)
