"""Errors are JSON in one shape, with the right status and words for people, and tell nothing of the inside."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot import content
from bot.channels.errors import CODES, Refused, error_response
from tests.conftest import Chat
from tests.contract import refusal

STATUS = {
    401: "token",
    403: "signature",
    404: "unknown_message not_found",
    405: "method",
    409: "conflict callback_open",
    413: "too_large",
    415: "type",
    422: "json too_long choice",
    429: "rate",
    500: "internal",
    503: "store sms_off",
}
NOWHERE = """
/chat /chat/ /chat/nothing /Chat/Messages /chat/messages/1 /health /health/x /openapi.yaml /docs /.env /%00 /%f0%9f%99%82
/webhooks/rest/webhook /webhooks/edge/turn /model/parse /conversations/x/tracker
/widget/ /widget/nothing.js /widget/../app.py /widget/%2e%2e/app.py /widget/..%2fapp.py /widget//etc/passwd
/widget/%00 /widget/%ff
""".split()
METHODS = {
    "/chat/messages": ("GET POST", "PUT DELETE PATCH TRACE"),
    "/chat/sessions": ("POST DELETE", "GET PUT"),
    "/chat/feedback": ("POST", "GET DELETE"),
    "/health/live": ("GET", "POST"),
    "/openapi.json": ("GET", "POST"),
    "/": ("GET", "POST"),
}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_status_and_words(known: content.Content, code: str) -> None:
    """Each refusal the program knows can be sent, and says when to come back only where that is known."""
    response = error_response(known, Refused(code))
    waiting = error_response(known, Refused(code, retry_after_seconds=7))

    assert code in STATUS[response.status_code].split()
    assert waiting.status_code == response.status_code
    assert [each.headers.get("retry-after") for each in (response, waiting)] == [None, "7"]
    assert known.reply(f"error_{code}", "web") in response.body.decode()


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", [*NOWHERE, "/" + "x" * 5000, "/widget/" + "x" * 5000], ids=lambda path: path[:30])
def test_an_unknown_address_is_a_refusal(chat: Chat, method: str, path: str) -> None:
    """Nothing is there, nothing outside the widget's folder is served, and Rasa's own routes aren't either."""
    response = chat.client.request(method, path)

    assert refusal(response) in ((404, "not_found"), (405, "method"))


@pytest.mark.parametrize(("path", "method"), [(path, method) for path, (_, wrong) in METHODS.items() for method in wrong.split()])
def test_an_unknown_method_is_a_refusal_that_names_the_known(chat: Chat, path: str, method: str) -> None:
    """405 with every method that would do."""
    response = chat.client.request(method, path)

    assert refusal(response) == (405, "method")
    assert set(METHODS[path][0].split()) == set(response.headers["allow"].replace(" ", "").split(",")) - {"HEAD"}


@pytest.mark.parametrize("method", ["FOO", "chat", "PROPFIND"])
def test_an_invented_method_is_no_failure_of_ours(chat: Chat, method: str) -> None:
    """Methods that HTTP doesn't know are the client's mistake."""
    assert 400 <= chat.client.request(method, "/chat/messages").status_code < 500


def test_our_own_mistake_is_told_in_kind_words(edge: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """A bug is 500 in the same shape; neither the reply nor our log line repeats what was in it."""

    async def broken(request: Request) -> Response:
        raise ValueError("the patient said: xyzzy")

    edge.app.router.routes.append(Route("/broken", broken))  # type: ignore[attr-defined]
    response = edge.get("/broken")

    assert refusal(response) == (500, "internal")
    assert "484.222.0854" in response.text
    assert "ValueError" in caplog.text
    assert [("xyzzy" in told) for told in (response.text, " ".join(record.getMessage() for record in caplog.records))] == [
        False,
        False,
    ]


def calls(chat: Chat) -> list[Any]:
    return [
        chat.client.get("/chat/messages", headers=chat.headers),
        chat.client.delete("/chat/sessions", headers=chat.headers),
        chat.client.post("/chat/feedback", json={"message_id": "m.0", "helpful": True}, headers=chat.headers),
    ]


def test_a_database_that_is_gone_is_503_for_what_needs_it(edge_chat: Chat, tmp_path: Any) -> None:
    """History, erasure and feedback can't do without; the patient is told to try again."""
    (tmp_path / "var" / "bot.db").unlink()

    assert [refusal(each) for each in calls(edge_chat)] == [(503, "store")] * 3
