"""Emergency advice goes out whatever else is wrong with the request."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot import settings
from bot.store.review import Review
from bot.turn import FrontDesk
from tests.conftest import Assistant, Chat
from tests.contract import kept, kinds, refusal
from tests.tokens import bad_tokens

URGENT = "I have chest pain and can't breathe"
LONG = "my back has been hurting for weeks now. " * 400
UNREADABLE = {
    "form": ("application/x-www-form-urlencoded", b"text=I+have+chest%20pain&id=1"),
    "multipart": ("multipart/form-data; boundary=x", b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nchest pain'),
    "plain": ("text/plain", b"i have chest pain"),
    "no type": ("", b'{"text": "i have chest pain"}'),
    "escapes": ("text/plain", b'{"text": "\\u0049 can\\u2019t \\u0062reathe"}'),
    "escaped lines": ("text/plain", b'{"text": "help\\r\\nchest\\tpain"}'),
    "broken": ("application/json", b'{"text": "i have chest pain'),
    "not UTF-8": ("application/json", b'{"text": "\xff chest pain"}'),
    "a list": ("application/json", b'["chest pain"]'),
    "wrong shape": ("application/json", b'{"text": ["chest pain"]}'),
    "wrong key": ("application/json", b'{"message": "chest pain"}'),
    "wrong id": ("application/json", b'{"text": "chest pain", "id": "no good id"}'),
    "button": ("application/json", b'{"value": "chest pain"}'),
    "text and bad button": ("application/json", b'{"text": "chest pain", "value": "\\ud800"}'),
    "over-long text": ("application/json", json.dumps({"text": LONG[:1500] + URGENT}).encode()),
    "over-long body": ("application/json", json.dumps({"text": URGENT + LONG}).encode()),
    "over-long form": ("application/x-www-form-urlencoded", b"text=chest+pain+" + LONG.encode()),
    "50 MB": ("application/json", b'{"text": "chest pain ' + b"x" * 50_000_000),
}  # fmt: skip


def post(chat: Chat, content_type: str, content: bytes, token: str | None = None) -> Any:
    authorization = chat.headers["Authorization"] if token is None else token
    return chat.client.post(
        "/chat/messages", content=content, headers={"Authorization": authorization, "Content-Type": content_type}
    )


def advised(response: Any) -> bool:
    """One message, the advice, with an id like any other."""
    assert kinds(response) == ["emergency"]
    message = response.json()["messages"][0]
    return message["topics"] == ["chest_and_breath"] and "911" in message["text"] and message["id"] != ""


@pytest.mark.parametrize("name", UNREADABLE)
def test_danger_is_heard_in_a_body_that_is_refused(chat: Chat, name: str) -> None:
    """Wrong type, broken JSON, too long: the advice is still 200."""
    chat.open()

    assert advised(post(chat, *UNREADABLE[name]))


@pytest.mark.parametrize("name", ["none", "expired", "forged", "another key"])
@pytest.mark.parametrize("body", [{"text": URGENT}, {"text": URGENT, "id": "x"}, {"text": LONG + URGENT}])
def test_danger_is_heard_with_a_bad_token(assistant: Assistant, chat: Chat, name: str, body: dict[str, str]) -> None:
    """Whoever it is, an urgent message gets the advice; past the first 8 kB of a body it is refused for its token or size."""
    token = bad_tokens(settings.load(assistant.environment).secret_for("sessions"))[name]

    response = post(chat, "application/json", json.dumps(body).encode(), token)

    assert advised(response) if len(body["text"]) < 8000 else refusal(kept(response)) == (413, "too_large")


def test_danger_under_a_used_id_is_heard(chat: Chat) -> None:
    """An id that belongs to other words doesn't hold the advice back."""
    chat.send("hi", id="my-1")

    assert advised(chat.send(URGENT, id="my-1"))


def test_danger_past_the_limit_is_heard(make_edge: Any) -> None:
    """An address that has used up its minute still gets the advice, as often as it asks."""
    chat = Chat(make_edge(MESSAGES_PER_MINUTE="1")).open()

    assert [kept(chat.send(text)).status_code for text in ("hi", "hi")] == [200, 429]
    assert [advised(chat.send(URGENT)) for _ in range(3)] == [True] * 3


def test_danger_is_heard_without_brain_and_store(edge: TestClient, edge_chat: Chat, tmp_path: Any) -> None:
    """Nothing but memory is needed."""
    (tmp_path / "var" / "bot.db").unlink()

    assert advised(edge_chat.send(URGENT))


@pytest.mark.parametrize("name", ["form", "escapes", "broken", "wrong shape", "over-long body"])
def test_danger_in_a_refused_body_is_kept_as_the_patients_turn(chat: Chat, name: str) -> None:
    """Staff see it among the emergencies and the patient in the history, once each."""
    chat.open()

    post(chat, *UNREADABLE[name])

    shown = chat.client.get("/chat/messages", headers=chat.headers).json()["messages"]
    assert [(each["from"], each["kind"]) for each in shown] == [("patient", ""), ("assistant", "emergency")]


def emergencies(edge: TestClient) -> list[str]:
    """What patients said in danger, as staff read it."""
    return [each.text for each in Review(edge.app.state.desk.store.engine).emergencies(datetime(2020, 1, 1, tzinfo=timezone.utc))]


def test_danger_with_a_bad_token_is_kept_for_staff(edge: TestClient) -> None:
    """It belongs to no conversation that the token opens, and staff read what was said."""
    stranger = Chat(edge)

    assert advised(post(stranger, "application/json", json.dumps({"text": URGENT}).encode(), "Bearer no.such.token"))

    assert emergencies(edge) == [URGENT]


def test_past_the_limit_danger_is_kept_to_a_limit_of_its_own(make_edge: Any) -> None:
    """The advice always goes out; who sends it by the thousand doesn't fill the store."""
    edge = make_edge(MESSAGES_PER_MINUTE="2")
    chat = Chat(edge).open()

    assert [kept(chat.send(text)).status_code for text in ("hi", "hi", "hi")] == [200, 200, 429]
    assert all(advised(chat.send(URGENT)) for _ in range(5))

    assert emergencies(edge) == [URGENT, URGENT]


def test_violence_at_home_is_not_restored(chat: Chat) -> None:
    """Neither what was said nor the advice comes back after a reload; the widget is told so, and the rest of the chat stays."""
    chat.send("where is the clinic")
    (message,) = chat.ask("my husband hits me")

    shown = chat.client.get("/chat/messages", headers=chat.headers).json()["messages"]

    assert (message["topics"], message["restore"]) == (["violence_at_home"], False)
    assert [each["text"] for each in shown if each["from"] == "patient"] == ["where is the clinic"]
    assert not any(each["text"] == message["text"] for each in shown)


def test_danger_that_our_own_mistake_meets_is_advised_kept_and_told(
    edge: TestClient, edge_chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The patient gets the advice, staff find what was said, and the operator what failed, without a word of it."""
    desk: FrontDesk = edge.app.state.desk  # type: ignore[attr-defined]
    edge_chat.open()
    monkeypatch.setattr(desk, "take", lambda inbound: 1 / 0)

    assert advised(edge_chat.send(URGENT))
    desk.later.write()

    assert emergencies(edge) == [URGENT]
    assert ("ZeroDivisionError" in caplog.text, "chest" in caplog.text) == (True, False)
    assert 'failures_total{part="edge"} 1.0' in edge.app.state.metrics.text(True).decode()  # type: ignore[attr-defined]
