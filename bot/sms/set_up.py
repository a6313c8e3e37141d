"""Is everything set for text messages? What is wrong, and what no program can look up."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from bot.content import Content
from bot.content.contact import dialled
from bot.settings import ROOT, Settings
from bot.sms.provider import InboundText, NotAuthentic
from bot.sms.twilio import Twilio

TOKEN = re.compile(r"[0-9a-f]{32}")
FALLBACK = "deploy/fallback.xml"
PROBE = InboundText("SM" + "0" * 32, "+12025550143", "", media=0)


def faults(settings: Settings, content: Content) -> list[str]:
    """What must be mended before patients may write, each with what to do; none means ready."""
    if not settings.twilio_auth_token:
        return ["TWILIO_AUTH_TOKEN isn't set: text messages are off. It stands on the first page of the provider's console."]
    found = [*_number(settings, content), *_address(settings)]
    if not TOKEN.fullmatch(settings.twilio_auth_token):
        found.append("TWILIO_AUTH_TOKEN doesn't look like Twilio's: 32 digits and letters a to f.")
    fallback = ROOT / FALLBACK  # which an image may leave out
    if fallback.exists() and content.placeholders()["clinic_phone"] not in fallback.read_text(encoding="utf-8"):
        found.append(f"{FALLBACK} names another number than the clinic's: change it, and the copy that you host.")
    if not _round_trip(settings):
        found.append("A signed message did not pass, or a changed one did: check TWILIO_AUTH_TOKEN and TWILIO_ACCOUNT_SID.")
    return found


def reminders(settings: Settings) -> list[str]:
    """What to look after at the provider, with the values to enter there."""
    most = settings.sms_daily_segments * settings.sms_segment_price
    lines = [
        f"A message comes in: Webhook, {settings.public_url}{Twilio.path}, HTTP POST",
        f"Primary handler fails: the address where you host {FALLBACK}, away from this machine, HTTP GET",
        "Register the number: A2P 10DLC brand and campaign (long code) or toll-free verification; until then texts are blocked",
        "Leave the provider's opt-out handling on: it confirms STOP, and this program records it",
        "Sign the provider's business associate agreement before patients write",
        f"Limits: {settings.sms_messages_per_hour} texts an hour and {settings.sms_messages_per_day} a day for one number; "
        f"{settings.sms_daily_segments} segments a day in all, about ${most:.2f}",
    ]
    if not settings.twilio_account_sid:
        lines.append("Set TWILIO_ACCOUNT_SID to refuse whatever another account signs")
    if settings.twilio_auth_token_previous:
        lines.append("TWILIO_AUTH_TOKEN_PREVIOUS is still accepted: unset it once the new token is in use")
    return lines


def _number(settings: Settings, content: Content) -> list[str]:
    if not settings.twilio_number:
        return ["TWILIO_NUMBER isn't set: the number that patients write to."]
    if dialled(settings.twilio_number) == dialled(content.placeholders()["clinic_phone"]):
        return [
            'TWILIO_NUMBER is the clinic\'s own number: STOP there would end its appointment texts, and "text the clinic" would '
            "lead back here. Give the assistant a number of its own."
        ]
    return []


def _address(settings: Settings) -> list[str]:
    parts = urlsplit(settings.public_url)
    if parts.scheme != "https" or parts.hostname in ("localhost", "127.0.0.1"):
        return [
            f"PUBLIC_URL is {settings.public_url}: the provider reaches https addresses on the internet, and signs that address."
        ]
    return []


def _round_trip(settings: Settings) -> bool:
    """Whether a signed message passes and one with another word in it does not."""
    provider, url = Twilio(settings), settings.public_url + Twilio.path
    body, headers = provider.compose(replace(PROBE, text="ok?"), settings.twilio_number, url)
    lower = {name.lower(): value for name, value in headers.items()}
    try:
        passes = provider.verify(body, lower, url) is not None
    except NotAuthentic:
        return False
    try:
        provider.verify(body.replace(b"ok", b"no"), lower, url)
    except NotAuthentic:
        return passes
    return False
