"""What the benchmark needs of an assistant, ours or the stock one."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Protocol

import httpx

from tests.benchmarks.program import Failed, Program

ANSWER_SECONDS = 60.0


class NoAnswer(Failed):
    """The assistant replied, but not with an answer of its model."""


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

    def client(self) -> httpx.Client:
        """A connection to the server that was made last."""

    def conversation(self, client: httpx.Client) -> Conversation:
        """A new conversation, opened outside any measured time."""


def client(port: int) -> httpx.Client:
    """What both sides are asked with: one kept connection."""
    return httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=ANSWER_SECONDS, trust_env=False)


def post(client: httpx.Client, path: str, body: Any, headers: dict[str, str] | None = None) -> tuple[float, Any]:
    """Seconds and JSON of one POST.

    Raises:
        httpx.HTTPError: no response, or another than 2xx.
    """
    began = time.perf_counter()
    response = client.post(path, json=body, headers=headers)
    seconds = time.perf_counter() - began
    response.raise_for_status()
    return seconds, response.json()
