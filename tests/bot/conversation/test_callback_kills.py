"""An edge killed in the middle of a call-back: a request is kept once with its notice, or was never confirmed."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.conftest import Assistant, Chat
from tests.edges import Edge

SAID = ("is it safe at 30 weeks", "call me back", "jen", "484 555 0123", "tmrw after 5", "skip", "yes", "yes")
SAVED = "We have it"
LATEST_SECONDS = 0.15
"""After a message was sent: about as long as a turn takes, so that kills fall before, within and after its commit."""


def kept(folder: Path) -> tuple[list[str], list[str]]:
    """Keys of the requests and of the notices in the database."""
    with closing(sqlite3.connect(folder / "edge.db")) as database:
        requests = [key for (key,) in database.execute("SELECT key FROM callbacks ORDER BY key")]
        return requests, [key for (key,) in database.execute("SELECT key FROM outbox ORDER BY key")]


def send(chat: Chat, text: str, message_id: str) -> str:
    """The words of the reply; empty where the edge was gone before it answered."""
    try:
        response = chat.send(text, id=message_id)
    except httpx.TransportError:
        return ""
    assert response.status_code == 200, response.text
    return " ".join(message["text"] for message in response.json()["messages"])


def killed_once(edge: Edge, folder: Path, before: int) -> None:
    """One call-back with a kill at a random moment of a random message; each message is sent until it is answered."""
    fatal, confirmed, chat = random.randrange(len(SAID)), False, edge.chat().open()
    for number, text in enumerate(SAID):
        killer = threading.Timer(random.uniform(0, LATEST_SECONDS), edge.kill)
        if number == fatal:
            killer.start()
        reply = send(chat, text, f"m{number}")
        if number == fatal:
            killer.join()
            confirmed = SAVED in reply
            requests, notices = kept(folder)
            assert requests == notices
            assert len(requests) - before in ((1,) if confirmed else (0, 1) if number == len(SAID) - 1 else (0,))
            edge.start()
            chat.client.close()
            chat = Chat(httpx.Client(base_url=edge.url, timeout=30, trust_env=False), chat.token)
            reply = send(chat, text, f"m{number}")
    assert SAVED in reply
    requests, notices = kept(folder)
    assert requests == notices
    assert len(requests) == before + 1


def kill_often(assistant: Assistant, folder: Path, times: int) -> None:
    with Edge.beside(assistant, folder) as edge:
        for before in range(times):
            killed_once(edge, folder, before)


def test_three_kills_lose_no_request_and_keep_none_twice(
    assistant: Assistant, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Request and notice are there together, under one key, exactly once; never one that was confirmed and isn't there."""
    record_property("injections", 3)
    kill_often(assistant, tmp_path, 3)


@pytest.mark.long
def test_a_hundred_kills_lose_no_request_and_keep_none_twice(
    assistant: Assistant, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The same a hundred times."""
    record_property("injections", 100)
    kill_often(assistant, tmp_path, 100)
