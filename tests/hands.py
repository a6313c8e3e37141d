"""The hands in a process of their own, for a brain inside the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx

from bot.run.processes import free_port
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


WRONG = {
    "an error": (500, "application/json", b'{"error": "broken"}'),
    "no JSON": (200, "application/json", b'{"events": ['),
    "a page": (200, "text/html", b"<h1>Welcome to nginx</h1>"),
    "a list": (200, "application/json", b"[]"),
}
"""What something that listens where the hands should may answer."""


@contextmanager
def wrong_hands(kind: str) -> Iterator[Hands]:
    """Hands that answer everything so."""
    status, content_type, body = WRONG[kind]

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802, named by the base class
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: Any) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Hands(server.server_port, Path())
        finally:
            server.shutdown()
            thread.join()
