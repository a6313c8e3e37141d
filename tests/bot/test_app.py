"""The edge put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import create_app
from bot.settings import ROOT, Settings
from bot.store import StoreDown


@pytest.fixture
def built(make_settings: Callable[..., Settings], tmp_path: Path) -> Callable[..., TestClient]:
    (tmp_path / "data").symlink_to(ROOT / "data")

    def build(**environment: str) -> TestClient:
        return TestClient(create_app(make_settings(BRAIN_URL="http://127.0.0.1:1", **environment)))

    return build


def test_the_clinics_page_and_its_chat_are_served(built: Callable[..., TestClient]) -> None:
    """The demo page, the widget and the contract are there without a brain."""
    client = built()

    found = {path: client.get(path).status_code for path in ("/", "/widget/chat.js", "/openapi.json", "/health/live")}

    assert found == dict.fromkeys(found, 200)


def test_without_a_brain_the_patient_gets_the_number(built: Callable[..., TestClient]) -> None:
    """With the brain gone a question gets the clinic's number, and readiness names the brain."""
    client = built()
    token = client.post("/chat/sessions", json={}).json()["token"]

    answer = client.post("/chat/messages", json={"text": "how long is it"}, headers={"Authorization": f"Bearer {token}"})

    assert (answer.json()["messages"][0]["kind"], "484.222.0854" in answer.text) == ("handoff", True)
    assert client.get("/health/ready").json()["failing"] == ["brain"]


def test_a_database_that_cannot_be_opened_is_told(built: Callable[..., TestClient]) -> None:
    """An edge whose database can't be opened does not start."""
    with pytest.raises(StoreDown):
        built(DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
