"""One address may ask for so much in a minute, and is told when to come back."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.testclient import TestClient

from bot.channels.errors import Refused
from bot.channels.limits import Limits
from tests.conftest import Assistant, Chat
from tests.contract import kept, refusal
from tests.edges import Edge
from tests.system import eventually

FLOODERS, VISITORS_MESSAGES, MESSAGES_PER_MINUTE, PAUSE_SECONDS = 2, 5, 10, 0.02


def spend(limits: Limits, what: str, address: str = "192.0.2.1") -> int:
    """0, or the seconds to wait."""
    try:
        limits.spend(what, address)
    except Refused as refused:
        return refused.retry_after_seconds
    return 0


def sessions(client: Any, count: int, **headers: str) -> list[int]:
    return [client.post("/chat/sessions", headers=headers).status_code for _ in range(count)]


def test_an_address_may_spend_its_minute_and_no_more() -> None:
    """Exactly as many as allowed are served; the next is told to wait, a minute at most."""
    limits = Limits(sessions_per_minute=3, messages_per_minute=2)

    assert [spend(limits, "session") for _ in range(3)] == [0, 0, 0]
    assert 1 <= spend(limits, "session") <= 60


def test_a_minute_moves_with_the_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message frees its place sixty seconds after it came, not all of them at once, and Retry-After says when."""
    clock = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    limits = Limits(sessions_per_minute=60, messages_per_minute=2)

    waits = []
    for clock[0] in (1000.0, 1040.0, 1050.0, 1060.0, 1061.0, 1100.0):
        waits.append(spend(limits, "message"))

    assert waits == [0, 0, 10, 0, 39, 0]


def test_addresses_and_kinds_are_counted_apart() -> None:
    """One address's messages use up neither its sessions nor another's messages."""
    limits = Limits(sessions_per_minute=1, messages_per_minute=1)

    addresses = ("192.0.2.1", "192.0.2.2", "2001:db8::1", "")

    assert [spend(limits, what, address) for what in ("session", "message") for address in addresses] == [0] * 8
    assert spend(limits, "message", "192.0.2.2") > 0


def test_too_many_sessions_are_429(make_edge: Any) -> None:
    """The patient is told in words, a program by Retry-After in seconds."""
    client: TestClient = make_edge(SESSIONS_PER_MINUTE="2")

    assert sessions(client, 2) == [201, 201]
    response = kept(client.post("/chat/sessions"))

    assert refusal(response) == (429, "rate")
    assert 1 <= int(response.headers["Retry-After"]) <= 60


def test_too_many_messages_are_429_and_not_kept(make_edge: Any) -> None:
    """Messages and feedback count together, whatever the session; reading and erasing one's own chat stay free."""
    client = make_edge(MESSAGES_PER_MINUTE="2")
    chat, second = Chat(client).open(), Chat(client).open()
    chat.send("hi", id="m1")
    client.post("/chat/feedback", json={"message_id": "m1.0", "helpful": True}, headers=chat.headers)

    refused = [second.send("hi"), chat.send("hi"), client.post("/chat/feedback", json={}, headers=chat.headers)]
    past = client.get("/chat/messages", headers=chat.headers)

    assert [(refusal(kept(each)), int(each.headers["Retry-After"]) > 0) for each in refused] == [((429, "rate"), True)] * 3
    assert [each["from"] for each in past.json()["messages"]] == ["patient", "assistant"]
    assert client.delete("/chat/sessions", headers=chat.headers).status_code == 204


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_reading_and_erasing_have_a_limit_of_their_own(make_edge: Any, method: str) -> None:
    """No address keeps the database busy with them; its messages are answered all the same."""
    chat = Chat(make_edge(MESSAGES_PER_MINUTE="2")).open()
    path = {"GET": "/chat/messages", "DELETE": "/chat/sessions"}[method]

    responses = [kept(chat.client.request(method, path, headers=chat.headers)) for _ in range(3)]

    assert [each.is_success for each in responses] == [True, True, False]
    assert (refusal(responses[2]), int(responses[2].headers["Retry-After"]) > 0) == ((429, "rate"), True)
    assert chat.send("hi").status_code == 200


def test_a_stranger_uses_up_nobodys_minute(make_edge: Any) -> None:
    """Requests without a good token are refused before they count."""
    chat = Chat(make_edge(MESSAGES_PER_MINUTE="1")).open()

    strangers = [chat.client.post("/chat/messages", json={"text": "hi"}).status_code for _ in range(3)]

    assert (strangers, chat.send("hi").status_code) == ([401] * 3, 200)


def test_the_default_limits_are_the_contracts(make_edge: Any) -> None:
    """60 new sessions and 300 messages a minute from one address."""
    chat = Chat(make_edge()).open()

    assert sessions(chat.client, 60) == [201] * 59 + [429]
    assert [chat.send(id=5).status_code for _ in range(301)] == [422] * 300 + [429]


@pytest.mark.parametrize(("trusted", "third"), [("127.0.0.1", 201), ("192.0.2.9", 429)])
def test_only_a_trusted_proxy_may_name_the_address(assistant: Assistant, tmp_path: Path, trusted: str, third: int) -> None:
    """Behind our proxy each patient has a minute of their own; from anyone else X-Forwarded-For changes nothing."""
    with Edge.beside(assistant, tmp_path, SESSIONS_PER_MINUTE="2", TRUSTED_PROXIES=trusted) as edge:
        client = edge.chat().client
        mine = sessions(client, 2, **{"X-Forwarded-For": "198.51.100.1"})

        others = sessions(client, 1, **{"X-Forwarded-For": "198.51.100.2"})

    assert (mine, others) == ([201, 201], [third])


@contextmanager
def flooding(edge: Edge) -> Iterator[list[httpx.Response]]:
    """One address sends up to a hundred messages a second until the block ends; what it got is complete then."""
    over, got = threading.Event(), list[httpx.Response]()

    def flood() -> None:
        chat = behind(edge, "198.51.100.1").open()
        while not over.is_set():
            got.append(chat.send("how much is it"))
            time.sleep(PAUSE_SECONDS)

    with ThreadPoolExecutor(FLOODERS) as pool:
        floods = [pool.submit(flood) for _ in range(FLOODERS)]
        try:
            yield got
        finally:
            over.set()
        for each in floods:
            each.result()


def behind(edge: Edge, address: str) -> Chat:
    """A patient at an address of their own, behind our proxy."""
    return Chat(httpx.Client(base_url=edge.url, timeout=30, trust_env=False, headers={"X-Forwarded-For": address}))


def test_a_flood_from_one_address_leaves_others_alone(
    assistant: Assistant, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """It is told to wait and what is over its minute is not kept, while every message of another visitor gets its answer."""
    limit = {"MESSAGES_PER_MINUTE": str(MESSAGES_PER_MINUTE), "TRUSTED_PROXIES": "127.0.0.1", "BRAIN_TIMEOUT_SECONDS": "25"}
    with Edge.beside(assistant, tmp_path, **limit) as edge, flooding(edge) as got:
        eventually(lambda: any(each.status_code == 429 for each in got))
        visitor = behind(edge, "198.51.100.2").open()
        answers = [kept(visitor.send("how long do the needles stay in")) for _ in range(VISITORS_MESSAGES)]
    record_property("injections", len(got))

    assert [each.json()["messages"][0]["topics"] for each in answers] == [["session_length"]] * VISITORS_MESSAGES
    refused = [each for each in got if each.status_code != 200]
    assert {(refusal(kept(each)), int(each.headers["Retry-After"]) > 0) for each in refused} == {((429, "rate"), True)}
    with closing(sqlite3.connect(tmp_path / "edge.db")) as database:
        assert database.execute("SELECT count(*) FROM turns").fetchone() == (len(got) - len(refused) + len(answers),)
