"""An edge killed at any moment of a turn: sent again under its id, a message has one turn and one reply."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import settings
from bot.channels.sessions import Sessions
from bot.store import open_store
from tests.conftest import Assistant, Chat
from tests.edges import Edge
from tests.processes import child

QUESTION = "how long do the needles stay in"


def messages(response: httpx.Response) -> list[dict[str, Any]]:
    assert response.status_code == 200, response.text
    return response.json()["messages"]


def ask(chat: Chat) -> list[dict[str, Any]] | None:
    """The reply, or None where the edge was gone before it."""
    try:
        return messages(chat.send(QUESTION, id="m1"))
    except httpx.TransportError:
        return None


def replied(chat: Chat) -> list[list[dict[str, Any]]]:
    """The reply of every stored turn."""
    past = messages(chat.client.get("/chat/messages", headers=chat.headers))
    turns: list[list[dict[str, Any]]] = []
    for message in past:
        if message.pop("from") == "patient":
            turns.append([])
        else:
            turns[-1].append(message)
    return turns


def seconds_of_a_turn(chat: Chat) -> float:
    chat.send(QUESTION)
    began = time.monotonic()
    chat.send(QUESTION)
    return time.monotonic() - began


def kill_during_a_turn(chat: Chat, pid: int, after_seconds: float) -> list[dict[str, Any]] | None:
    """Send a message, kill the edge so long after, and return what came back."""
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(ask, chat)
        time.sleep(after_seconds)
        os.kill(pid, signal.SIGKILL)
        return waiting.result()


def turns(environment: dict[str, str], chat: Chat) -> int:
    """How many turns the conversation's state was thought out over."""
    chosen = settings.load(environment)
    sessions = Sessions(chosen.secret_for("sessions"), chosen.session_hours)
    with closing(open_store(chosen.database_url)) as store:
        return store.before_turn(sessions.conversation_id(chat.headers["Authorization"]), "").turns


def check(environment: dict[str, str], chat: Chat, first: list[dict[str, Any]] | None) -> None:
    """Send the message again, and once more: one turn, one reply, whether or not it had been kept before."""
    before = replied(chat)
    second, third = ask(chat), ask(chat)

    assert second is not None
    assert third == second
    assert replied(chat) == [second]
    assert before in ([], [second])
    assert first is None or first == second
    assert turns(environment, chat) == 1


@pytest.mark.parametrize("kills", [4, pytest.param(50, marks=pytest.mark.long)])
def test_a_message_has_one_turn_whenever_the_edge_is_killed(
    assistant: Assistant, tmp_path: Path, kills: int, record_property: Callable[[str, object], None]
) -> None:
    """At moments all over a turn: nothing had happened, or the stored reply comes back; there is no third case."""
    replies = []
    record_property("injections", kills)
    with Edge.beside(assistant, tmp_path) as edge:
        turn = seconds_of_a_turn(edge.chat())
        for number in range(kills):
            chat, share = edge.chat().open(), (number + random.random()) / kills
            replies.append(kill_during_a_turn(chat, edge.pid, share * 1.3 * turn))
            edge.kill()
            edge.start()
            check(edge.environment, chat, replies[-1])

    assert None in replies, "no kill fell into a turn"


def test_a_killed_edge_is_started_again(assistant: Assistant, record_property: Callable[[str, object], None]) -> None:
    """The supervisor brings it back by itself, sessions stay good, and the message sent again has one turn."""
    record_property("injections", 1)
    turn = seconds_of_a_turn(assistant.chat())
    chat, edge = assistant.chat().open(), child(assistant.process.pid, "edge")
    assert edge is not None
    first = kill_during_a_turn(chat, edge, random.uniform(0, 1.3 * turn))
    wait_until_served(assistant)

    check(assistant.environment, chat, first)
    assert child(assistant.process.pid, "edge") not in (None, edge)


def wait_until_served(assistant: Assistant) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{assistant.url}/health/live", trust_env=False)
            return
        except httpx.TransportError:
            time.sleep(0.05)
    pytest.fail("the edge was not started again")
