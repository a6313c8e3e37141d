"""Which provider is set up."""

from __future__ import annotations

from collections.abc import Callable

from bot.settings import Settings
from bot.sms.providers import chosen_provider
from bot.sms.twilio import Twilio
from tests.phone import SET_UP, TOKEN


def test_the_token_turns_text_messages_on(make_settings: Callable[..., Settings]) -> None:
    """Without an auth token there is no provider, whatever else is set; the token alone is enough."""
    off = make_settings(**{name: value for name, value in SET_UP.items() if name != "TWILIO_AUTH_TOKEN"})

    assert chosen_provider(off) is None
    assert isinstance(chosen_provider(make_settings(TWILIO_AUTH_TOKEN=TOKEN)), Twilio)
