"""Tokens: signed by us, for the web chat, for a limited time, and good for nothing once touched."""

from __future__ import annotations

import random
import string
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot import settings
from bot.channels.errors import Refused
from bot.channels.sessions import Sessions
from tests.conftest import Assistant, Chat
from tests.contract import kept, refusal
from tests.tokens import bad_tokens

GUESSES, GUESSED, LETTERS = 10_000, 8, string.ascii_letters + string.digits + "-_"
WRONG = list(bad_tokens("key"))
CALLS: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/chat/messages", {"json": {"text": "hi"}}),
    ("GET", "/chat/messages", {}),
    ("DELETE", "/chat/sessions", {}),
    ("POST", "/chat/feedback", {"json": {"message_id": "m", "helpful": True}}),
]


def test_each_session_is_new_and_opens_its_own_conversation() -> None:
    """No two tokens or conversations are alike, and an id has room for 128 random bits."""
    sessions = Sessions("key", hours=1)

    tokens = [sessions.start() for _ in range(100)]
    opened = [sessions.conversation_id(f"Bearer {token}") for token in tokens]

    assert (len(set(tokens)), len(set(opened))) == (100, 100)
    assert {(each[:4], len(each)) for each in opened} == {("web_", 26)}


@pytest.mark.parametrize("scheme", ["Bearer ", "bearer ", "BEARER  "])
def test_a_token_opens_the_same_conversation_every_time(scheme: str) -> None:
    """The same token, also after a restart with the same key, is the same conversation."""
    token = Sessions("key", hours=1).start()

    opened = {Sessions("key", hours=1).conversation_id(f"{scheme}{token}") for _ in range(2)}

    assert len(opened) == 1


def test_a_token_is_good_for_its_hours_only() -> None:
    """Once its time is over a token opens nothing."""
    token = Sessions("key", hours=1).start()

    with pytest.raises(Refused, match="^token$"):
        Sessions("key", hours=-1).conversation_id(f"Bearer {token}")


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_token_opens_nothing(wrong: str) -> None:
    """Missing, cut, forged, expired, from another key or purpose: all are refused alike."""
    with pytest.raises(Refused, match="^token$"):
        Sessions("key", hours=24).conversation_id(bad_tokens("key")[wrong])


@given(st.text())
def test_any_other_header_is_refused_alike(header: str) -> None:
    """Nothing that can stand in a header does more than be refused."""
    for authorization in (header, f"Bearer {header}"):
        with pytest.raises(Refused, match="^token$"):
            Sessions("key", hours=24).conversation_id(authorization)


@given(st.data())
def test_a_touched_token_is_refused(data: st.DataObject) -> None:
    """Changing any one character of what is signed breaks the token."""
    token = Sessions("key", hours=24).start()
    place = data.draw(st.integers(0, token.rindex(".") - 1))
    letter = data.draw(st.sampled_from("abcXYZ019-_."))
    assume(letter != token[place])  # no filter: each run has another token, and what is drawn must not depend on it

    with pytest.raises(Refused, match="^token$"):
        Sessions("key", hours=24).conversation_id(f"Bearer {token[:place]}{letter}{token[place + 1 :]}")


def test_ten_thousand_guesses_open_nothing(record_property: Callable[[str, object], None]) -> None:
    """Guessed whole, or all but the beginning of a good token: none of ten thousand is let in."""
    sessions, chance = Sessions("key", hours=24), random.Random(19)
    good = sessions.start()
    for number in range(GUESSES):
        length = number % (len(good) - GUESSED)
        guess = good[:length] + "".join(chance.choices(LETTERS, k=len(good) - length))
        with pytest.raises(Refused, match="^token$"):
            sessions.conversation_id(f"Bearer {guess}")
    record_property("injections", GUESSES)


@pytest.mark.parametrize(("method", "path", "given_"), CALLS, ids=lambda each: each if isinstance(each, str) else "")
@pytest.mark.parametrize("wrong", [each for each in WRONG if each != "empty token"])  # httpx sends no header that ends in a space
def test_every_call_of_a_chat_needs_its_token(
    assistant: Assistant, chat: Chat, wrong: str, method: str, path: str, given_: dict[str, Any]
) -> None:
    """Without a good token each call is 401, in the same words, whatever is wrong with it."""
    authorization = bad_tokens(settings.load(assistant.environment).secret_for("sessions"))[wrong]
    headers = {"Authorization": authorization.encode("latin-1")} if authorization else {}

    response = kept(chat.client.request(method, path, headers=headers, **given_))

    assert refusal(response) == (401, "token")
