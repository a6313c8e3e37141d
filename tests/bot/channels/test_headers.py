"""What every response carries, and which websites a browser lets talk to us."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from bot.channels.headers import HEADERS
from tests.conftest import Chat

OURS, THEIRS = "https://www.example.org", "https://evil.example.com"
PAGES = ["/", "/widget/chat.js", "/openapi.json", "/health/live", "/chat/messages", "/nothing", "/widget/nothing.js"]


@pytest.fixture
def allowing(make_edge: Any) -> TestClient:
    """An edge that one website may talk to."""
    return make_edge(CORS_ORIGINS=OURS, MESSAGES_PER_MINUTE="1")


def preflight(client: Any, origin: str, method: str = "POST", header: str = "authorization,content-type") -> Any:
    asked = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": header}
    return client.options("/chat/messages", headers=asked)


@pytest.mark.parametrize("path", PAGES)
def test_every_response_tells_the_browser_to_trust_little(chat: Chat, path: str) -> None:
    """Pages, files, replies and errors alike carry the security headers, and don't name the server."""
    headers = chat.client.get(path).headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "server" not in headers


def test_our_own_mistake_carries_them_too(allowing: TestClient) -> None:
    """A 500 is as careful as any other response, and the website's widget may read it."""

    async def broken(request: Request) -> Response:
        raise ValueError

    allowing.app.router.routes.append(Route("/chat/broken", broken))  # type: ignore[attr-defined]
    headers = allowing.get("/chat/broken", headers={"Origin": OURS}).headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert headers.get("access-control-allow-origin") == OURS


def test_the_policy_allows_no_inline_code(chat: Chat) -> None:
    """The demo page runs only files of ours: nothing inline, nothing evaluated, nothing framed."""
    response = chat.client.get("/")
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))

    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert [word in str(policy) for word in ("unsafe-inline", "unsafe-eval", "*", "http", "data:")] == [False] * 5
    assert (policy["default-src"], policy["script-src"], policy["frame-ancestors"]) == ("'none'", "'self'", "'none'")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/chat/messages", "no-store"),
        ("/health/live", "no-store"),
        ("/widget/chat.js", "no-cache"),
        ("/widget/panel.js", "no-cache"),
    ],
)
def test_what_patients_wrote_is_never_cached(chat: Chat, path: str, expected: str) -> None:
    """Replies are not stored by browser or proxy; the widget's files are asked for anew."""
    assert chat.client.get(path).headers["cache-control"] == expected


@pytest.mark.parametrize("path", ["/widget/chat.js", "/widget/panel.js"])
def test_any_website_may_load_the_widget(chat: Chat, path: str) -> None:
    """The widget's files are there to be embedded, with a type that browsers accept."""
    response = chat.client.get(path, headers={"Origin": THEIRS})

    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, "*")
    assert response.headers["cross-origin-resource-policy"] == "cross-origin"
    assert response.headers["content-type"].split(";")[0] in ("text/javascript", "application/javascript", "text/css")


def test_an_allowed_website_may_talk_to_us(allowing: TestClient) -> None:
    """The clinic's site may send tokens and JSON, and is told so for as long as it may remember."""
    response = preflight(allowing, OURS)

    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, OURS)
    assert {"GET", "POST", "DELETE"} <= set(response.headers["access-control-allow-methods"].split(", "))
    assert {"authorization", "content-type"} <= set(response.headers["access-control-allow-headers"].lower().split(", "))
    assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize(
    "origin", [THEIRS, "null", "http://www.example.org", f"{OURS}.evil.com", "https://example.org", f"{OURS}:8443"]
)
def test_no_other_website_may(allowing: TestClient, origin: str) -> None:
    """Any other origin, however like it, gets no permission, before a request or with its response."""
    asked, got = preflight(allowing, origin), allowing.get("/chat/messages", headers={"Origin": origin})

    assert asked.status_code == 400
    assert [each.headers.get("access-control-allow-origin") for each in (asked, got)] == [None, None]


def test_by_default_no_website_may(chat: Chat) -> None:
    """Without CORS_ORIGINS only the assistant's own page can talk to it."""
    response = preflight(chat.client, OURS)

    assert (response.status_code, response.headers.get("access-control-allow-origin")) == (400, None)


@pytest.mark.parametrize(("method", "header"), [("PUT", "authorization"), ("POST", "x-custom")])
def test_an_allowed_website_may_not_do_more_than_the_chat_needs(allowing: TestClient, method: str, header: str) -> None:
    """Other methods and headers are not granted."""
    assert preflight(allowing, OURS, method, header).status_code == 400


def test_an_allowed_website_can_read_refusals(allowing: TestClient) -> None:
    """Errors and Retry-After reach the widget on the clinic's site."""
    chat = Chat(allowing).open()
    replies = [allowing.post("/chat/messages", json={"text": "🙂"}, headers={**chat.headers, "Origin": OURS}) for _ in range(2)]
    replies.append(allowing.get("/chat/messages", headers={"Origin": OURS}))

    assert [each.status_code for each in replies] == [200, 429, 401]
    assert [each.headers["access-control-allow-origin"] for each in replies] == [OURS] * 3
    assert "retry-after" in replies[1].headers["access-control-expose-headers"].lower()


def test_a_program_without_origin_is_served(allowing: TestClient) -> None:
    """CORS is a matter of browsers; curl and other programs are served."""
    assert allowing.post("/chat/sessions").status_code == 201
