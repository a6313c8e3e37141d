"""The provider interface: a second one is one file, as this test is."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping

import pytest

from bot.sms.provider import InboundText, NotAuthentic, Provider
from tests.bot.sms.conftest import Caller

KEY = b"secret"


class Signed:
    """A provider that posts JSON, signs the raw body alone and takes JSON for an answer."""

    path, media_type = "/sms/signed", "application/json"

    def verify(self, raw: bytes, headers: Mapping[str, str], url: str) -> InboundText | None:
        if not hmac.compare_digest(headers.get("signature", ""), hmac.new(KEY, raw, hashlib.sha256).hexdigest()):
            raise NotAuthentic
        found = json.loads(raw)
        return InboundText(found["id"], found["from"], found["text"])

    def render(self, text: str) -> str:
        return json.dumps({"reply": text})

    def compose(self, message: InboundText, recipient: str, url: str) -> tuple[bytes, dict[str, str]]:
        body = json.dumps({"id": message.message_id, "from": message.sender, "text": message.text}).encode()
        return body, {"signature": hmac.new(KEY, body, hashlib.sha256).hexdigest()}

    def read(self, answer: str) -> str:
        return str(json.loads(answer)["reply"])


def test_another_provider_is_one_file(caller: Caller) -> None:
    """What it vouches for is answered by the same line; what it doesn't is not."""
    provider: Provider = Signed()
    body, headers = provider.compose(InboundText("SM1", caller.number, "where are you"), "", "")

    message = provider.verify(body, headers, "")
    assert message is not None
    answer = provider.render(asyncio.run(caller.line.answer(message)))

    assert "484.222.0854" in provider.read(answer)
    with pytest.raises(NotAuthentic):
        provider.verify(body + b" ", headers, "")
