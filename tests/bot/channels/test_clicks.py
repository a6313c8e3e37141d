"""Links that patients follow are counted, and nobody is."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from tests.conftest import Assistant, Chat
from tests.contract import kept, refusal


def click(chat: Chat, given: Any) -> Any:
    headers = {"Content-Type": "application/json"}
    return kept(chat.client.post("/chat/clicks", content=json.dumps(given), headers=headers))


def counted(assistant: Assistant) -> dict[str, int]:
    with closing(sqlite3.connect(assistant.folder / "bot.db")) as database:
        return dict(database.execute("SELECT topic, sum(n) FROM counts WHERE what = 'click' GROUP BY topic").fetchall())


def test_a_click_is_counted(assistant: Assistant, chat: Chat) -> None:
    """By day and link, from whoever follows it: no token is asked for, so none can be kept."""
    before = counted(assistant).get("link_map", 0)

    assert click(chat, {"what": "link_map"}).status_code == 204
    assert counted(assistant)["link_map"] == before + 1


@pytest.mark.parametrize("given", [{}, {"what": "link_elsewhere"}, {"what": 3}, {"what": "link_map" * 1000}, ["link_map"]])
def test_only_our_links_are_counted(chat: Chat, given: Any) -> None:
    """Whatever else is sent is refused."""
    assert refusal(click(chat, given))[0] in (413, 422)


def test_an_address_counts_so_much_and_no_more(make_edge: Any) -> None:
    """Without a token the address's own limit stands between the figures and a script."""
    client = make_edge(MESSAGES_PER_MINUTE="2")
    answers = [kept(client.post("/chat/clicks", json={"what": "link_map"})) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [204, 204, 429]
