"""A web server on loopback that serves what a test hands it: host pages, and chat replies the real server never gives."""

from __future__ import annotations

import contextlib
import json
import mimetypes
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from bot.channels import panel
from bot.channels.headers import CONTENT_SECURITY_POLICY
from bot.settings import ROOT

WIDGET = ROOT / "bot" / "widget"
Answer = tuple[int, dict[str, str], bytes]


def as_json(content: Any, status: int = 200, **headers: str) -> Answer:
    """An answer of the chat."""
    return status, {"Content-Type": "application/json", **headers}, json.dumps(content).encode()


def said(text: str, kind: str = "answer", **more: Any) -> dict[str, Any]:
    """One message of the assistant; its id is given where it is sent, unless it has one."""
    return {"text": text, "kind": kind, "topics": [], "sources": [], "buttons": [], **more}


@dataclass
class Scripted:
    """Pages by path, replies by what the patient said, and every chat call that came."""

    pages: dict[str, str] = field(default_factory=dict)
    policy: str = CONTENT_SECURITY_POLICY
    replies: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    calls: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    wait: Callable[[str], None] = lambda path: None
    """Called with the path before anything is answered."""
    history: list[dict[str, Any]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    """Sent with every answer."""
    url: str = ""

    def __enter__(self) -> Scripted:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, method: str, path: str, given: dict[str, Any]) -> Answer:
        """What comes back for a request."""
        self.wait(path)
        if path.startswith("/chat/"):
            self.calls.append((method, path, given))
            return self._chat(method, path, given)
        if path in self.pages:
            return (
                200,
                {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": self.policy},
                self.pages[path].encode(),
            )
        if path == "/widget/panel.js":
            return 200, {"Content-Type": "text/javascript"}, panel.joined(WIDGET).encode()
        file = WIDGET / path.removeprefix("/widget/")
        if path.startswith("/widget/") and file.is_file():
            return 200, {"Content-Type": mimetypes.guess_type(file.name)[0] or ""}, file.read_bytes()
        return 204 if path == "/favicon.ico" else 404, {}, b""

    def _chat(self, method: str, path: str, given: dict[str, Any]) -> Answer:
        if path == "/chat/sessions" and method == "POST":
            return as_json({"token": "a token", "messages": []}, 201)
        if path == "/chat/messages" and method == "GET":
            return as_json({"messages": self.history})
        if path == "/chat/messages":
            reply = self.replies.get(given.get("text") or given.get("value", ""), [said("I see.", "smalltalk")])
            messages = [{"id": f"{given['id']}.{index}", **message} for index, message in enumerate(reply)]
            self.history.append({**said(given.get("text", ""), ""), "id": given["id"], "from": "patient"})
            self.history.extend({**message, "from": "assistant"} for message in messages)
            return as_json({"messages": messages})
        return 204, {}, b""

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def respond(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                status, headers, content = scripted.answer(self.command, self.path.split("?")[0], json.loads(body or b"{}"))
                self.send_response(status)
                for name, value in {**headers, **scripted.headers}.items():
                    self.send_header(name, value)
                if status != 204:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                with contextlib.suppress(BrokenPipeError):  # the visitor has left
                    self.wfile.write(content)

            do_GET = do_POST = do_DELETE = respond  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler
