"""A mail server and a web server that really listen, and fail first."""

from __future__ import annotations

import asyncio
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from bot.outbox.told import Told
from bot.run.processes import free_port


@dataclass
class Mailbox:
    """What a mail server took; the first `failures` messages it refuses for now, and `seconds` it thinks of each recipient."""

    failures: int = 0
    seconds: float = 0.0
    refused: int = 0
    taken: list[Any] = field(default_factory=list)
    url: str = ""

    async def handle_RCPT(  # noqa: N802 — aiosmtpd's name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        await asyncio.sleep(self.seconds)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 — aiosmtpd's name
        if self.refused < self.failures:
            self.refused += 1
            return "451 try again later"
        self.taken.append(envelope)
        return "250 OK"


@contextmanager
def opened(scheme: str, **options: Any) -> Iterator[Mailbox]:
    """A mailbox behind a server of its own."""
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    box.url = f"{scheme}://127.0.0.1:{controller.port}"
    yield box
    controller.stop()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with opened("smtp") as box:
        yield box


@pytest.fixture
def encrypted_mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """One that speaks TLS from its first byte, under a certificate that the test trusts."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    named = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate), *named]
    subprocess.run(made, check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with opened("smtps", ssl_context=context) as box:
        yield box


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
def dripping() -> Iterator[str]:
    """The address of a web server that goes on answering, byte by byte, until nobody listens."""
    over = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            try:
                self.request.sendall(b"HTTP/1.1 200 OK\r\nX-Drip: ")
                while not over.wait(0.05):
                    self.request.sendall(b".")
            except OSError:
                """Nobody listens any more."""

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/hook"
    over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def told() -> Told:
    """A call-back request as the clinic is told of it."""
    values = {"name": "Jen", "phone": "+1 610 555 0100", "time": "after 5", "reason": "", "questions": ["is it safe"]}
    return Told("key-1", "callback", datetime(2026, 3, 4, 17, 5, tzinfo=timezone.utc), values)
