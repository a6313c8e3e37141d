"""A call-back and an erasure by text message, from start to end, over all three processes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot import content
from bot.store import open_store
from bot.store.callbacks import Callbacks
from bot.store.tables import conversations
from tests.edges import Edge
from tests.phone import SET_UP, Phone


@pytest.fixture
def edge(assistant: Any, tmp_path: Any) -> Iterator[Edge]:
    with Edge.beside(assistant, tmp_path, **SET_UP) as running:
        yield running


@pytest.fixture
def phone(edge: Edge) -> Iterator[Phone]:
    with httpx.Client(base_url=edge.url, timeout=30, trust_env=False) as client:
        yield Phone(client, "+14845550187")


def kept(edge: Edge) -> tuple[int, int, bytes]:
    """How many conversations and open requests the store holds, and every byte of it."""
    store = open_store(edge.environment["DATABASE_URL"])
    with store.engine.begin() as connection:
        found = len(list(connection.execute(conversations.select())))
    requests = len(Callbacks(store.engine).listed())
    store.close()
    folder = edge.log.parent
    return found, requests, b"".join(file.read_bytes() for file in folder.glob("edge.db*"))


def test_a_call_back_is_asked_for_confirmed_and_taken_back(edge: Edge, phone: Phone, known: content.Content) -> None:
    """A person is offered with the clinic's number and a call; SAME gives the sender's; forgetting erases chat and request."""
    person = Phone(phone.client).text("a person, please")
    asked = [phone.text(text) for text in ("call me back", "jennifer", "SAME", "tomorrow after 5", "skip")]
    done = phone.text("yes")
    taken = kept(edge)

    assert "484.222.0854" in person
    assert ("What name" in asked[0], "SAME" in asked[1], "(484) 555-0187" in asked[4]) == (True, True, True)
    assert "We have it" in done
    assert taken[:2] == (2, 1)
    assert not any(told in taken[2].lower() for told in (b"jennifer", b"4845550187", b"555-0187"))

    erasing = [phone.text(text) for text in ("forget me", "1")]
    forgotten = kept(edge)

    assert erasing[0].endswith("Reply 1 or 2.")
    assert [known.reply(name, "sms") in erasing[1] for name in ("memory_erased", "memory_withdrawn", "memory_stays")] == [
        True
    ] * 3
    assert forgotten[:2] == (1, 0)
    assert phone.text("where are you").startswith(known.reply("first_contact", "sms"))
