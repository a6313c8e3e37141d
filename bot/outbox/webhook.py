"""Telling the clinic's own programs: a signed POST that a receiver can check and recognise when it comes again."""

from __future__ import annotations

import hashlib
import hmac
import json
import time

import httpx

from bot.outbox.told import NotDelivered, Told

SECONDS = 10.0


class Webhook:
    """One address that is told by HTTP.

    The body is `{"id", "kind", "created_at", "data"}`, the same at every attempt, with its `id` also in `Idempotency-Key`.
    `Notify-Signature: t=<unix time>,v1=<hex>` holds the HMAC-SHA256 of `<unix time>.<body>` under NOTIFY_WEBHOOK_SECRET.
    """

    name = "webhook"

    def __init__(self, url: str, secret: str) -> None:
        self._url, self._secret = url, secret

    async def deliver(self, told: Told) -> None:
        """Post it; any answer but 2xx is a failure.

        Raises:
            NotDelivered: nobody answered in time, or not with success.
        """
        content = {"id": told.key, "kind": told.kind, "created_at": told.created_at.isoformat(), "data": dict(told.values)}
        body = json.dumps(content, sort_keys=True).encode()
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": told.key,
            "Notify-Signature": signature(self._secret, body, int(time.time())),
        }
        try:
            async with httpx.AsyncClient(timeout=SECONDS, follow_redirects=False) as client:
                response = await client.post(self._url, content=body, headers=headers)
        except httpx.HTTPError as error:
            raise NotDelivered(f"webhook: {type(error).__name__}") from error
        if not response.is_success:
            raise NotDelivered(f"webhook: {response.status_code}")


def signature(secret: str, body: bytes, moment: int) -> str:
    """What `Notify-Signature` says of a body sent at a moment, in seconds since 1970."""
    digest = hmac.new(secret.encode(), b"%d.%b" % (moment, body), hashlib.sha256).hexdigest()
    return f"t={moment},v1={digest}"
