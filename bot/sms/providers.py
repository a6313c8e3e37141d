"""Which provider carries the clinic's texts: the one whose settings are there."""

from __future__ import annotations

from bot.settings import Settings
from bot.sms.provider import Provider
from bot.sms.twilio import Twilio


def chosen_provider(settings: Settings) -> Provider | None:
    """The provider that is set up, or None while text messages are off."""
    return Twilio(settings) if settings.twilio_auth_token else None
