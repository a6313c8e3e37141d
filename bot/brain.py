"""The edge's view of a brain: something that answers one message on the state that came with it."""

from __future__ import annotations

from typing import Any, Protocol

import httpx


class BrainDown(Exception):
    """No brain answered in time, or the one that did had failed."""


class Brain(Protocol):
    """What `turn.py` needs; over HTTP in service, in process for `bot ask` and the measurements."""

    async def answer(
        self,
        text: str,
        channel: str,
        state: dict[str, Any],
        choice: str = "",
        form: dict[str, Any] | None = None,
        sender_number: str = "",
    ) -> dict[str, Any]:
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

    async def answer(
        self,
        text: str,
        channel: str,
        state: dict[str, Any],
        choice: str = "",
        form: dict[str, Any] | None = None,
        sender_number: str = "",
    ) -> dict[str, Any]:
        """See Brain."""
        body = {"text": text, "channel": channel, "state": state, "choice": choice}
        body |= {"form": form or {}, "sender_number": sender_number}
        try:
            response = await self._client.post("/webhooks/edge/turn", json=body)
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
