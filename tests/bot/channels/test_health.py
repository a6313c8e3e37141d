"""Alive is one thing, ready another, and what isn't ready is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.conftest import Assistant, Chat
from tests.contract import kept
from tests.processes import brain_url
from tests.system import eventually


def health(client: TestClient) -> list[tuple[int, dict[str, object]]]:
    return [
        (response.status_code, response.json())
        for response in (kept(client.get(f"/health/{each}")) for each in ("live", "ready"))
    ]


def test_the_running_assistant_is_live_and_ready(chat: Chat) -> None:
    """With every part up both are 200, and nothing is failing."""
    assert health(chat.client) == [(200, {"status": "live"}), (200, {"status": "ready", "failing": []})]  # type: ignore[arg-type]


def test_a_brain_that_is_down_is_named(edge: TestClient) -> None:
    """Without a brain the edge lives on and says what is missing."""
    assert health(edge) == [(200, {"status": "live"}), (503, {"status": "unready", "failing": ["brain"]})]


def test_everything_that_is_down_is_named(edge: TestClient, tmp_path: Path) -> None:
    """One failing part doesn't hide another."""
    (tmp_path / "var").rename(tmp_path / "gone")  # at once: a folder being emptied is being written to

    assert health(edge) == [(200, {"status": "live"}), (503, {"status": "unready", "failing": ["brain", "store"]})]


def test_a_store_that_is_down_is_named_and_back_again(assistant: Assistant, make_edge: object, tmp_path: Path) -> None:
    """Readiness follows the parts: lost with the database, found again with it."""
    edge = make_edge(BRAIN_URL=brain_url(assistant.process.pid))  # type: ignore[operator]
    database = tmp_path / "var" / "bot.db"

    before = health(edge)[1]
    database.rename(tmp_path / "away.db")
    during = health(edge)[1]
    (tmp_path / "away.db").replace(database)

    assert [before, during] == [
        (200, {"status": "ready", "failing": []}),
        (503, {"status": "unready", "failing": ["store"]}),
    ]
    assert eventually(lambda: health(edge)[1] == (200, {"status": "ready", "failing": []}), 5)


@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_health_is_never_cached(chat: Chat, path: str) -> None:
    """A proxy must ask each time."""
    assert chat.client.get(path).headers["cache-control"] == "no-store"
