"""Patients who talk all at once, send again what was not answered, and remember how it went."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, cycle, islice

import httpx

from bot import content
from bot.settings import ROOT

PATIENTS = 8
MESSAGES_EACH = 10
PAUSE_SECONDS = 0.2
"""Before a message that failed is sent again."""
PATIENCE_SECONDS = 60.0
ANSWERED, EXCUSED, UNKEPT, ADVISED, GIVEN_UP = "answered", "excused", "unkept", "advised", "given up"
TOLD = ("brain_down", "store_down", "callback_not_saved")


@dataclass(frozen=True)
class Sent:
    """One message from the first try to its answer."""

    message_id: str
    began: float
    seconds: float
    errors: int
    how: str
    """`excused`: the clinic's number in place of an answer; `unkept`: answered with a word that nothing can be kept; `advised`:
    told what to do in an emergency, which says no such word."""

    @property
    def ended(self) -> float:
        """When the answer was there."""
        return self.began + self.seconds


@dataclass
class Crowd:
    """What patients know of the wording, and what happened to them."""

    connect: Callable[[], httpx.Client]
    questions: Sequence[str]
    sent: list[Sent] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        known = content.load(ROOT / "data")
        self._excuse, self._unkept, self._unsaved = (known.reply(name, "web") for name in TOLD)

    @contextmanager
    def talking(self) -> Iterator[Crowd]:
        """Patients come and go until the block ends; what was begun is still answered."""
        with ThreadPoolExecutor(PATIENTS) as pool:
            talks = [pool.submit(self._talk, patient) for patient in range(PATIENTS)]
            try:
                yield self
            finally:
                self.over.set()
        for talk in talks:
            talk.result()

    def for_seconds(self, seconds: float) -> Crowd:
        """So long."""
        with self.talking():
            time.sleep(seconds)
        return self

    def _talk(self, patient: int) -> None:
        own = cycle(self.questions[patient::PATIENTS])
        with self.connect() as client:
            while not self.over.is_set():
                headers, lost = self._open(client)
                for question in islice(own, MESSAGES_EACH):
                    if self.over.is_set():
                        return
                    self.sent.append(self._say(client, headers, question, lost))
                    lost = 0

    def _open(self, client: httpx.Client) -> tuple[dict[str, str], int]:
        """A new conversation's headers, and how many tries failed."""
        for tried in count():
            response = _post(client, "/chat/sessions", {}, {})
            if response is not None or self.over.is_set():
                return {"Authorization": f"Bearer {response.json()['token'] if response else ''}"}, tried
            time.sleep(PAUSE_SECONDS)
        raise AssertionError("unreachable")

    def _say(self, client: httpx.Client, headers: dict[str, str], text: str, errors: int) -> Sent:
        message_id, began, response = secrets.token_hex(12), time.monotonic(), None
        while time.monotonic() - began < PATIENCE_SECONDS:
            response = _post(client, "/chat/messages", {"text": text, "id": message_id}, headers)
            if response is not None:
                break
            errors += 1
            time.sleep(PAUSE_SECONDS)
        return Sent(message_id, began, time.monotonic() - began, errors, self._how(response))

    def _how(self, response: httpx.Response | None) -> str:
        if response is None:
            return GIVEN_UP
        messages = response.json()["messages"]
        if messages[0]["kind"] == "emergency":
            return ADVISED
        if messages[-1]["text"] == self._unkept or messages[0]["text"] == self._unsaved:
            return UNKEPT
        return EXCUSED if messages[0]["text"] == self._excuse else ANSWERED


def _post(client: httpx.Client, path: str, body: dict[str, str], headers: dict[str, str]) -> httpx.Response | None:
    """The response, or None where there was none or no good one."""
    try:
        response = client.post(path, json=body, headers=headers)
    except httpx.HTTPError:
        return None
    return response if response.is_success else None
