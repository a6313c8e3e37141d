"""Erasing over HTTP: the chat, and a call-back request where the patient says so."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.conftest import Assistant, Chat
from tests.contract import kept, refusal

WHOLE = ("call me back", "jen, 484 555 0123, tmrw after 5", "skip", "yes")


def statuses(assistant: Assistant) -> list[str]:
    with closing(sqlite3.connect(assistant.folder / "bot.db")) as database:
        return [status for (status,) in database.execute("SELECT status FROM callbacks ORDER BY id")]


@pytest.mark.parametrize(
    ("query", "status"), [("", "new"), ("?withdraw_callback=false", "new"), ("?withdraw_callback=true", "withdrawn")]
)
def test_erasing_takes_a_request_back_only_where_asked_to(assistant: Assistant, chat: Chat, query: str, status: str) -> None:
    """The history is empty afterwards, with nothing of a form; a confirmed request stays unless it is to go, too."""
    replies = [chat.ask(text) for text in WHOLE]
    assert "We have it" in replies[-1][0]["text"]

    erased = kept(chat.client.delete(f"/chat/sessions{query}", headers=chat.headers))

    assert erased.status_code == 204
    assert chat.client.get("/chat/messages", headers=chat.headers).json() == {"messages": []}
    assert statuses(assistant)[-1] == status


def test_a_patient_with_an_open_request_is_asked_what_becomes_of_it(assistant: Assistant, chat: Chat) -> None:
    """Afterwards nobody but the clinic could take it back: so with `ask` nothing is erased until that is said."""
    for text in WHOLE:
        chat.ask(text)
    before = chat.client.get("/chat/messages", headers=chat.headers).json()

    refused = kept(chat.client.delete("/chat/sessions?withdraw_callback=ask", headers=chat.headers))

    assert refusal(refused) == (409, "callback_open")
    assert chat.client.get("/chat/messages", headers=chat.headers).json() == before
    assert statuses(assistant)[-1] == "new"


def test_an_unclear_wish_erases_nothing(chat: Chat) -> None:
    """`withdraw_callback` is true, false or ask."""
    chat.ask("hello")

    refused = kept(chat.client.delete("/chat/sessions?withdraw_callback=maybe", headers=chat.headers))

    assert refusal(refused)[0] == 422
    assert len(chat.client.get("/chat/messages", headers=chat.headers).json()["messages"]) == 2
