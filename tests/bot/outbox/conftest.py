"""A mail server and a web server that really listen, and fail first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from bot.outbox.told import Told
from bot.processes import free_port


@dataclass
class Mailbox:
    """What a mail server took; the first `failures` messages it refuses for now."""

    failures: int = 0
    refused: int = 0
    taken: list[Any] = field(default_factory=list)
    url: str = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 — aiosmtpd's name
        if self.refused < self.failures:
            self.refused += 1
            return "451 try again later"
        self.taken.append(envelope)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port())
    controller.start()
    box.url = f"smtp://127.0.0.1:{controller.port}"
    yield box
    controller.stop()


@dataclass
class Program:
    """What a program of the clinic was sent; the answers it gives in turn, then always 204."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture
def program() -> Iterator[Program]:
    heard = Program()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # noqa: N802 — the library's name
            heard.got.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(heard.answers.pop(0) if heard.answers else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing on the test's output."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    heard.url = f"http://127.0.0.1:{server.server_port}/hook"
    yield heard
    server.shutdown()
    server.server_close()


@pytest.fixture
def told() -> Told:
    """A call-back request as the clinic is told of it."""
    values = {"name": "Jen", "phone": "+1 610 555 0100", "time": "after 5", "reason": "", "questions": ["is it safe"]}
    return Told("key-1", "callback", datetime(2026, 3, 4, 17, 5, tzinfo=timezone.utc), values)
