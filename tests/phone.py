"""A patient's phone behind the provider: form posts signed by the vendor's own validator."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from twilio.request_validator import RequestValidator

TOKEN, OLD_TOKEN = "0123456789abcdef" * 2, "fedcba9876543210" * 2
ACCOUNT = "AC" + "7" * 32
PUBLIC_URL = "https://chat.example.org"
ADDRESS = f"{PUBLIC_URL}/sms/twilio"
SET_UP = {"PUBLIC_URL": PUBLIC_URL, "TWILIO_AUTH_TOKEN": TOKEN, "TWILIO_NUMBER": "+12025550100"}
FORM = "application/x-www-form-urlencoded"


def sid() -> str:
    """A new message id."""
    return "SM" + secrets.token_hex(16)


def form(sender: str, body: str, message_id: str = "", **fields: str) -> dict[str, str]:
    """The fields that Twilio posts."""
    found = {"ToCountry": "US", "MessageSid": message_id or sid(), "AccountSid": ACCOUNT, "From": sender, "To": "+12025550100"}
    return {**found, "SmsStatus": "received", "NumMedia": "0", "Body": body, "ApiVersion": "2010-04-01", **fields}


def signed(fields: Mapping[str, str], token: str = TOKEN, url: str = ADDRESS) -> dict[str, str]:
    """The headers that go with them."""
    signature = RequestValidator(token).compute_signature(url, dict(fields))
    return {"Content-Type": FORM, "X-Twilio-Signature": signature}


def message_of(response: Any) -> str:
    """The one text in an answer, which must have no attributes; empty for none."""
    assert response.status_code == 200, response.text
    root = ElementTree.fromstring(response.text)
    assert (root.tag, root.attrib, len(root) <= 1) == ("Response", {}, True)
    if not len(root):
        assert response.text == "<Response/>"
        return ""
    assert (root[0].tag, root[0].attrib, len(root[0])) == ("Message", {}, 0)
    return root[0].text or ""


@dataclass
class Phone:
    """One patient's phone; `client` posts to an edge."""

    client: Any
    number: str = field(default_factory=lambda: f"+1610555{secrets.randbelow(10_000):04}{secrets.randbelow(100):02}")

    def post(self, body: str = "", message_id: str = "", **fields: str) -> Any:
        """The response to one message."""
        posted = form(self.number, body, message_id, **fields)
        return self.client.post("/sms/twilio", content=urlencode(posted), headers=signed(posted))

    def text(self, body: str = "", message_id: str = "", **fields: str) -> str:
        """The text that comes back; empty for none."""
        return message_of(self.post(body, message_id, **fields))
