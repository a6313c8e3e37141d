"""Who may see `/metrics`, and what is never in it."""

from __future__ import annotations

from typing import Any

from starlette.testclient import TestClient

from tests.contract import refusal

TOKEN = "t" * 32


def asked(edge: TestClient, host: str, **headers: str) -> Any:
    """What a client at an address gets."""
    other = TestClient(edge.app, client=(host, 50000), raise_server_exceptions=False)
    return other.get("/metrics", headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_this_machine_may_look(edge: TestClient) -> None:
    """From loopback it needs no token, in the format that Prometheus asks for."""
    answer = asked(edge, "127.0.0.1")

    assert [asked(edge, host).status_code for host in ("127.0.0.1", "127.9.9.9", "::1")] == [200] * 3
    assert answer.headers["content-type"].startswith("text/plain; version=")
    assert answer.headers["cache-control"] == "no-store"
    assert "front_desk_failures_total" in answer.text


def test_nobody_else_may(edge: TestClient) -> None:
    """From anywhere else, and with any token where none is set, there is nothing at this address."""
    given: list[dict[str, str]] = [{}, {"authorization": "Bearer "}, {"authorization": "Bearer x"}]
    hosts = ("203.0.113.7", "10.0.0.2", "testclient", "")

    assert {refusal(asked(edge, host, **each)) for host in hosts for each in given} == {(404, "not_found")}


def test_a_proxy_on_this_machine_is_not_this_machine(edge: TestClient) -> None:
    """What comes through a proxy is a stranger's, even from loopback and even where it claims to be loopback."""
    headers = ("x_forwarded_for", "X_Forwarded_For", "forwarded", "x_real_ip", "x_forwarded_proto", "via")

    assert {refusal(asked(edge, "127.0.0.1", **{each: "127.0.0.1"})) for each in headers} == {(404, "not_found")}


def test_a_token_opens_it_from_anywhere(make_edge: Any) -> None:
    """With METRICS_TOKEN set its bearer may look, also through a proxy; another token opens nothing."""
    edge = make_edge(METRICS_TOKEN=TOKEN)
    given = [
        {"authorization": f"Bearer {TOKEN}"},
        {"authorization": f"Bearer {TOKEN}", "x_forwarded_for": "203.0.113.7"},
        {"authorization": f"Bearer {TOKEN[:-1]}"},
        {"authorization": TOKEN},
        {"authorization": "Bearer \u00fc"},
        {},
    ]

    codes = [asked(edge, "203.0.113.7", **{name: value.encode() for name, value in each.items()}).status_code for each in given]

    assert codes == [200, 200, 404, 404, 404, 404]


def test_an_answered_message_is_counted_and_not_told(edge: TestClient, edge_chat: Any) -> None:
    """After a message its channel and kind stand there with the part that failed; its words and its chat don't."""
    edge_chat.ask("my knee is purple, call 484 555 0100")
    shown = asked(edge, "127.0.0.1").text

    assert 'front_desk_turns_total{channel="web",kind="handoff"} 1.0' in shown
    assert 'front_desk_failures_total{part="brain"} 1.0' in shown
    assert 'front_desk_part_up{part="brain"} 0.0' in shown
    assert not any(word in shown for word in ("purple", "555 0100", "555-0100", "5550100", edge_chat.token))
