"""The edge's view of a brain: something that answers one message on the state that came with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx


class BrainDown(Exception):
    """No brain answered in time, or the one that did had failed."""


@dataclass(frozen=True)
class Asked:
    """One message of a patient, with all that its answer depends on."""

    text: str
    channel: str
    """`web` or `sms`."""
    state: dict[str, Any] = field(default_factory=dict)
    """What the last turn returned as `state`; `{}` for a new conversation."""
    choice: str = ""
    """The label of a choice the patient took, instead of understanding the text."""
    form: dict[str, Any] = field(default_factory=dict, repr=False)
    """What the last turn returned as `form`: raw."""
    sender_number: str = field(default="", repr=False)
    """Where the message came from, on channels that know it."""


class Brain(Protocol):
    """What `turn.py` needs; over HTTP in service, in process for `bot ask` and the measurements."""

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """Messages, the new state, and a form's raw values; raises BrainDown."""

    async def check(self) -> None:
        """Raise BrainDown unless a model is loaded."""


class HttpBrain:
    """A brain in another process, on loopback, behind the shared secret."""

    def __init__(self, url: str, secret: str, timeout_seconds: float) -> None:
        # A connection that can't be made at once won't be made: the patient must not wait for it.
        timeout = httpx.Timeout(timeout_seconds, connect=min(1.0, timeout_seconds))
        headers = {"Authorization": f"Bearer {secret}"}
        self._client = httpx.AsyncClient(base_url=url, headers=headers, timeout=timeout, trust_env=False)

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """See Brain."""
        try:
            response = await self._client.post("/webhooks/edge/turn", json=asked.__dict__)
            response.raise_for_status()
            answer: dict[str, Any] = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise BrainDown(type(error).__name__) from error
        return answer

    async def check(self) -> None:
        """See Brain."""
        try:
            (await self._client.get("/webhooks/edge/ready", timeout=1.0)).raise_for_status()
        except httpx.HTTPError as error:
            raise BrainDown(type(error).__name__) from error

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.aclose()
