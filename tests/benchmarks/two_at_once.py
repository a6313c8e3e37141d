"""Two messages of one conversation at the same instant on two edges, again and again."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from bot import safety
from bot.settings import ROOT
from tests.benchmarks.kept import Kept

TELLING = "i am 30 weeks pregnant"
"""What the conversation's state must know after a round, whichever of the two came first."""
FIRST = "hello"
"""Said before every second round; the others begin their conversation, which is a race of its own."""


def harmless(questions: Sequence[str]) -> list[str]:
    """Those that are no danger where a pregnant woman asks: such a pair the edge answers alone, and the brain is told nothing."""
    flags = safety.load(ROOT / "data" / "red_flags")
    return [each for each in questions if not (flags.check(f"{TELLING} . {each}") or flags.check(f"{each} . {TELLING}"))]


def race(edges: Sequence[str], questions: Sequence[str], rounds: int, kept: Kept) -> dict[str, Any]:
    """So many rounds, by nobody else disturbed; the questions are `harmless`. `answered` counts messages, two of them a round;
    `in_order` the rounds whose two turns the database tells as one after the other.
    """
    waits: list[float] = []
    failed = in_order = 0
    with httpx.Client(base_url=edges[0], **OPTIONS) as one, httpx.Client(base_url=edges[1], **OPTIONS) as other:
        for number in range(rounds):
            headers = {"Authorization": f"Bearer {one.post('/chat/sessions', json={}).json()['token']}"}
            if number % 2:
                one.post("/chat/messages", json={"text": FIRST}, headers=headers).raise_for_status()
            texts = (TELLING, questions[number % len(questions)])
            pair = _at_once((one, other) if number % 4 < 2 else (other, one), headers, texts)
            waits += [seconds for _message_id, seconds in pair if seconds is not None]
            failed += sum(seconds is None for _message_id, seconds in pair)
            in_order += kept.one_after_the_other([message_id for message_id, _seconds in pair])
    return {
        "rounds": rounds, "answered": len(waits), "failed": failed, "in_order": in_order,
        "p50_ms": sorted(waits)[len(waits) // 2] * 1000, "longest_wait_s": max(waits),
    }  # fmt: skip


OPTIONS: dict[str, Any] = {"timeout": 30, "trust_env": False}


def _at_once(clients: Sequence[httpx.Client], headers: dict[str, str], texts: Sequence[str]) -> list[tuple[str, float | None]]:
    """Ids and seconds of the two; None for one that was not answered."""
    together = threading.Barrier(len(clients))

    def send(client: httpx.Client, text: str) -> tuple[str, float | None]:
        message_id = secrets.token_hex(12)
        together.wait()
        began = time.monotonic()
        try:
            response = client.post("/chat/messages", json={"text": text, "id": message_id}, headers=headers)
        except httpx.HTTPError:
            return message_id, None
        answered = response.is_success and bool(response.json()["messages"])
        return message_id, time.monotonic() - began if answered else None

    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(send, clients, texts))
