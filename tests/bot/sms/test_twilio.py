"""Twilio's requests and answers, against its own signer; over HTTP they are tried in tests/bot/channels/test_sms.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from bot.settings import Settings
from bot.sms.provider import InboundText, NotAuthentic
from bot.sms.twilio import Twilio
from tests.phone import ACCOUNT, ADDRESS, OLD_TOKEN, SET_UP, TOKEN, form, signed

MakeSettings = Callable[..., Settings]


def verified(provider: Twilio, fields: dict[str, str], **given: Any) -> InboundText | None:
    headers = {name.lower(): value for name, value in signed(fields, **given).items()}
    return provider.verify(urlencode(fields).encode(), headers, ADDRESS)


@pytest.fixture
def provider(make_settings: MakeSettings) -> Twilio:
    return Twilio(make_settings(**SET_UP))


def test_a_message_is_read_whole(provider: Twilio) -> None:
    """Id, sender, text, pictures and opt-out as Twilio names them."""
    fields = form(" +16105550123", "Hi & <hello>\n+1 🙂", "SM1", NumMedia="2", OptOutType="Stop")

    assert verified(provider, fields) == InboundText("SM1", "+16105550123", "Hi & <hello>\n+1 🙂", 2, "STOP")


@pytest.mark.parametrize("number", ["", "many", "-1", "²"])
def test_a_strange_count_of_pictures_is_none(provider: Twilio, number: str) -> None:
    """A count that is none does no harm."""
    found = verified(provider, form("+16105550123", "hi", NumMedia=number))

    assert found is not None
    assert found.media == 0


@pytest.mark.parametrize("change", [{"MessageSid": ""}, {"MessageSid": "x" * 65}, {"MessageSid": "a b"}, {"From": " "}], ids=str)
def test_without_id_or_sender_nothing_is_a_message(provider: Twilio, change: dict[str, str]) -> None:
    """What can't be answered exactly once is refused, signed or not."""
    with pytest.raises(NotAuthentic):
        verified(provider, {**form("+16105550123", "hi"), **change})


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"Body=%ff", b"a=1&" * 500, b'{"Body": "hi"}', b"\x00"])
def test_what_is_no_form_is_refused(provider: Twilio, raw: bytes) -> None:
    """Any bytes are read without an error, and none passes unsigned."""
    with pytest.raises(NotAuthentic):
        provider.verify(raw, {"x-twilio-signature": "x"}, ADDRESS)


@pytest.mark.parametrize(
    ("tokens", "accepted"),
    [({"TWILIO_AUTH_TOKEN_PREVIOUS": OLD_TOKEN}, {TOKEN, OLD_TOKEN}), ({}, {TOKEN})],
)
def test_both_tokens_count_while_one_is_changed(make_settings: MakeSettings, tokens: dict[str, str], accepted: set[str]) -> None:
    """The previous token is good while it is set, an empty one never is."""
    provider = Twilio(make_settings(**SET_UP, **tokens))
    passed = set()
    for token in (TOKEN, OLD_TOKEN, ""):
        try:
            verified(provider, form("+16105550123", "hi"), token=token)
        except NotAuthentic:
            continue
        passed.add(token)

    assert passed == accepted


@pytest.mark.parametrize(("account", "passes"), [(ACCOUNT, True), ("AC" + "8" * 32, False)])
def test_one_account_alone_where_it_is_set(make_settings: MakeSettings, account: str, passes: bool) -> None:
    """A message of another account is refused as soon as ours is known."""
    provider = Twilio(make_settings(**SET_UP, TWILIO_ACCOUNT_SID=ACCOUNT))
    try:
        verified(provider, form("+16105550123", "hi", AccountSid=account))
    except NotAuthentic:
        assert not passes
    else:
        assert passes


@pytest.mark.parametrize("text", ["", "A & B <c> \"d\" 'e'", "]]>", "é\nñ £"])
def test_an_answer_says_what_it_was_given(provider: Twilio, text: str) -> None:
    """TwiML without attributes, marks of XML escaped, and an empty element for no answer."""
    answer = provider.render(text)

    assert provider.read(answer) == text
    assert answer.startswith("<Response><Message>") if text else answer == "<Response/>"


def test_what_it_composes_twilio_would_sign(provider: Twilio) -> None:
    """A message made to try the set-up passes as Twilio's own would, and with Twilio's own signature."""
    message = InboundText("SM1", "+16105550123", "hi 🙂", 1, "STOP")
    body, headers = provider.compose(message, "+12025550100", ADDRESS)

    assert provider.verify(body, {name.lower(): value for name, value in headers.items()}, ADDRESS) == message
