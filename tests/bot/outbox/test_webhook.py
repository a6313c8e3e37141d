"""The clinic's own program is told by a signed POST, and only its success counts."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import time
from typing import Any

import pytest

from bot.outbox.told import NotDelivered, Told
from bot.outbox.webhook import Webhook
from bot.run.processes import free_port

SECRET = "a secret of the clinic"


def test_what_is_posted_can_be_checked_and_recognised(program: Any, told: Told) -> None:
    """The body says what happened; its key and a signature over time and body stand in the headers."""
    asyncio.run(Webhook(program.url, SECRET).deliver(told))

    headers, body = program.got[0]
    moment, digest = (part.partition("=")[2] for part in headers["Notify-Signature"].split(","))
    assert hmac.new(SECRET.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest() == digest
    assert abs(int(moment) - time.time()) < 60
    assert (headers["Idempotency-Key"], headers["Content-Type"]) == ("key-1", "application/json")
    content = {"id": "key-1", "kind": "callback", "created_at": "2026-03-04T17:05:00+00:00", "data": told.values}
    assert json.loads(body) == content


@pytest.mark.parametrize("status", [301, 400, 401, 429, 500, 503])
def test_only_success_counts(program: Any, told: Told, status: int) -> None:
    """Any answer but 2xx, a redirect too, is a failure that names the status alone."""
    program.answers = [status]

    with pytest.raises(NotDelivered) as raised:
        asyncio.run(Webhook(program.url, SECRET).deliver(told))

    assert str(raised.value) == f"webhook: {status}"


def test_a_repeat_is_the_same(program: Any, told: Told) -> None:
    """Sent again, key and body are what they were."""
    for _ in range(2):
        asyncio.run(Webhook(program.url, SECRET).deliver(told))

    first, second = program.got
    assert (first[0]["Idempotency-Key"], first[1]) == (second[0]["Idempotency-Key"], second[1])


def test_nobody_there_is_a_failure(told: Told) -> None:
    """A closed port is told as the webhook's failure, without the address."""
    with pytest.raises(NotDelivered) as raised:
        asyncio.run(Webhook(f"http://127.0.0.1:{free_port()}/hook", SECRET).deliver(told))

    assert str(raised.value) == "webhook: ConnectError"
