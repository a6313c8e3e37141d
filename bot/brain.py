"""The edge's view of a brain: something that answers one message on the state that came with it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp

FAILURES = (aiohttp.ClientError, asyncio.TimeoutError, ValueError)
READY_TIMEOUT = aiohttp.ClientTimeout(total=1.0)
KEPT_OPEN_SECONDS = 4.0
"""Less than any server or proxy keeps an idle connection: on one that it closes meanwhile a message would be lost."""
MOST_CONNECTIONS = 8
"""A brain answers one message after the other, and takes up one new connection in between: of fifty made at once the last
would wait for ten seconds. The rest wait here, first come, first served; eight keep several brains behind one address busy."""


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
    before: str = field(default="", repr=False)
    """What the patient said last, masked but in a form: a question may mean nothing without it, nor an area code by itself."""


class Brain(Protocol):
    """What `turn.py` needs; over HTTP in service, in process for `bot ask` and the measurements."""

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """Messages, the new state, and a form's raw values; raises BrainDown."""

    async def check(self) -> str:
        """The digest of the release that answers, empty for the model on the disk; raises BrainDown unless one is loaded."""


class HttpBrain:
    """A brain in another process, on loopback, behind the shared secret.

    By aiohttp, which Rasa brings: a turn costs the edge 0.8 ms with it where httpx takes 3.5.
    """

    def __init__(self, url: str, secret: str, timeout_seconds: float) -> None:
        self._url, self._headers = url.rstrip("/"), {"Authorization": f"Bearer {secret}"}
        # A connection that can't be made at once won't be made: the patient must not wait for it.
        self._timeout = aiohttp.ClientTimeout(total=timeout_seconds, sock_connect=min(1.0, timeout_seconds))
        self._session: aiohttp.ClientSession | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """See Brain."""
        try:
            async with self._open().post(f"{self._url}/webhooks/edge/turn", json=asked.__dict__) as response:
                answer: dict[str, Any] = await response.json(content_type=None)
        except FAILURES as error:
            raise BrainDown(type(error).__name__) from error
        return answer

    async def check(self) -> str:
        """See Brain."""
        try:
            # Over a connection of its own: all the others may be waiting for an answer, and nothing is wrong with that.
            async with aiohttp.ClientSession(headers=self._headers, timeout=READY_TIMEOUT, raise_for_status=True) as session:
                response = await session.get(f"{self._url}/webhooks/edge/ready")
                told: dict[str, Any] = await response.json(content_type=None)
        except FAILURES as error:
            raise BrainDown(type(error).__name__) from error
        return str(told.get("release", ""))

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None and self._loop is asyncio.get_running_loop():
            await self._session.close()

    def _open(self) -> aiohttp.ClientSession:
        """The connections of this event loop: they can't be made before it runs, nor serve another."""
        loop = asyncio.get_running_loop()
        if self._session is None or self._loop is not loop:
            self._loop = loop
            self._session = aiohttp.ClientSession(
                headers=self._headers,
                timeout=self._timeout,
                connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS, keepalive_timeout=KEPT_OPEN_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                raise_for_status=True,
            )
        return self._session
