"""The way to the hands: short, and its failures known by name."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import pytest

from bot.engine import failures, hands
from bot.run.processes import free_port
from tests.hands import WRONG, wrong_hands


def call(url: str) -> list[str]:
    """What a turn learns of a call that fails."""

    async def attempt() -> list[str]:
        with failures.collected() as failed:
            with pytest.raises(Exception):  # noqa: B017, PT011 — whatever the client raises
                await hands.Hands(f"{url}/webhook").request(method="post", json={}, timeout=300)
            return failed

    return asyncio.run(attempt())


def test_hands_that_are_gone_are_noted() -> None:
    """A closed port is a failure of the hands."""
    assert call(f"http://127.0.0.1:{free_port()}") == [hands.NAME]


def test_hands_that_hang_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa's five minutes become our few seconds, whatever Rasa asks for."""
    monkeypatch.setattr(hands, "SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert call(f"http://127.0.0.1:{silent.getsockname()[1]}") == [hands.NAME]
    assert hands.SECONDS <= 3.0


@pytest.mark.parametrize("kind", WRONG)
def test_hands_that_answer_wrong_are_noted(kind: str) -> None:
    """An error, broken JSON, and what is no object at all are failures of the hands like any other."""
    with wrong_hands(kind) as wrong:
        assert call(f"http://127.0.0.1:{wrong.port}") == [hands.NAME]


def test_every_model_calls_them_through_us(brain: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where HANDS_URL says, for the agent and for the processor of each model it loads."""
    agent = brain._agent
    before = agent.action_endpoint, agent.processor.action_endpoint
    agent.action_endpoint = None
    monkeypatch.setenv("HANDS_URL", "http://127.0.0.1:4321")

    hands.attach(agent)

    assert agent.action_endpoint.url == "http://127.0.0.1:4321/webhook"
    assert agent.processor.action_endpoint is agent.action_endpoint
    agent.action_endpoint, agent.processor.action_endpoint = before
