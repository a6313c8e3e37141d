"""Twilio: signed form posts in, TwiML out. Signatures are checked by Twilio's own validator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from twilio.request_validator import RequestValidator

from bot.settings import Settings
from bot.sms.provider import InboundText, NotAuthentic

SIGNATURE = "x-twilio-signature"
MESSAGE_ID = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
MOST_FIELDS = 200
EMPTY = "<Response/>"


class Twilio:
    """See Provider. Without a time in the signature a request can be replayed: the message id is what makes that harmless."""

    path = "/sms/twilio"
    media_type = "text/xml"

    def __init__(self, settings: Settings) -> None:
        # An empty key would accept what anybody signs with an empty key.
        tokens = filter(None, (settings.twilio_auth_token, settings.twilio_auth_token_previous))
        self._validators = [RequestValidator(token) for token in tokens]
        self._account = settings.twilio_account_sid

    def verify(self, raw: bytes, headers: Mapping[str, str], url: str) -> InboundText | None:
        """See Provider; the current and the previous auth token are accepted, so that it can be changed without a gap."""
        fields = _fields(raw)
        signature = headers.get(SIGNATURE, "")
        if not any(validator.validate(url, fields, signature) for validator in self._validators):
            raise NotAuthentic
        if self._account and fields.get("AccountSid") != self._account:
            raise NotAuthentic
        if "MessageStatus" in fields:  # word of what became of a message of ours
            return None
        message_id, sender = fields.get("MessageSid", ""), fields.get("From", "").strip()
        if not MESSAGE_ID.fullmatch(message_id) or not sender:
            raise NotAuthentic
        media = fields.get("NumMedia", "")
        attached = int(media) if media.isascii() and media.isdecimal() else 0
        return InboundText(message_id, sender, fields.get("Body", ""), attached, fields.get("OptOutType", "").upper())

    def render(self, text: str) -> str:
        """See Provider."""
        return f"<Response><Message>{escape(text)}</Message></Response>" if text else EMPTY

    def compose(self, message: InboundText, recipient: str, url: str) -> tuple[bytes, dict[str, str]]:
        """See Provider."""
        fields = {
            "MessageSid": message.message_id,
            "AccountSid": self._account or "AC" + "0" * 32,
            "From": message.sender,
            "To": recipient,
            "Body": message.text,
            "NumMedia": str(message.media),
            "SmsStatus": "received",
        }
        if message.opt_out:
            fields["OptOutType"] = message.opt_out
        signature = self._validators[0].compute_signature(url, fields)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature}
        return urlencode(fields).encode(), headers

    def read(self, answer: str) -> str:
        """See Provider."""
        return ElementTree.fromstring(answer).findtext("Message") or ""  # noqa: S314 - our own server's


def _fields(raw: bytes) -> dict[str, str]:
    """The form in a body, blank values kept: they are signed too."""
    try:
        pairs = parse_qsl(raw.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict")
    except ValueError:  # not a form, not in the encoding of one, or too many fields
        raise NotAuthentic from None
    return dict(pairs)
