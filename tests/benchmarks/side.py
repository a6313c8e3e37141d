"""What the benchmark needs of an assistant, ours or the stock one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Protocol

import urllib3

from tests.benchmarks.program import Failed, Program

ANSWER_SECONDS = 60.0


class NoAnswer(Failed):
    """No answer of the assistant's model came: none at all, an error, or kind words in its place."""


class Conversation(Protocol):
    """One patient talking."""

    def ask(self, text: str) -> float:
        """The seconds from message to answer; raises NoAnswer."""


class Side(Protocol):
    """One assistant: a model file, a server and a way to talk to it."""

    name: str
    model: Path
    roles: dict[str, str]  # role → what its process's command line holds

    def serve(self) -> Program:
        """Its server, to be entered, on a free loopback port."""

    def client(self) -> urllib3.HTTPConnectionPool:
        """A connection to the server that was made last."""

    def conversation(self, client: urllib3.HTTPConnectionPool) -> Conversation:
        """A new conversation, opened outside any measured time."""


def client(port: int) -> urllib3.HTTPConnectionPool:
    """What both sides are asked with: one kept connection, by a client that takes little of the cores they share with it."""
    return urllib3.HTTPConnectionPool("127.0.0.1", port, maxsize=1, timeout=ANSWER_SECONDS, retries=False)


def post(client: urllib3.HTTPConnectionPool, path: str, body: Any, headers: dict[str, str] | None = None) -> tuple[float, Any]:
    """Seconds and JSON of one POST.

    Raises:
        NoAnswer: no response, or another than 2xx.
    """
    began = time.perf_counter()
    try:
        response = client.request("POST", path, json=body, headers=headers)
    except urllib3.exceptions.HTTPError as error:
        raise NoAnswer(f"no response: {type(error).__name__}") from error
    seconds = time.perf_counter() - began
    if response.status // 100 != 2:
        raise NoAnswer(f"answered with {response.status}")
    return seconds, response.json()
