"""Cookies are signed, and only ours are believed."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import Response

from bot.console.cookies import SESSION, VISIT, Cookies


def carrying(header: str) -> Request:
    return Request({"type": "http", "headers": [(b"cookie", header.encode())]})


def set_by(cookies: Cookies, name: str) -> str:
    response = Response()
    cookies.set(response, name, "token")
    return response.headers["set-cookie"].partition(";")[0]


def test_what_was_set_is_read() -> None:
    """A token comes back under its own name and no other, and only with the key it was signed with."""
    cookies = Cookies("key", secure=False)
    given = carrying(set_by(cookies, SESSION))

    assert (cookies.read(given, SESSION), cookies.read(given, VISIT)) == ("token", "")
    assert Cookies("other", secure=False).read(given, SESSION) == ""
    assert Cookies("key", secure=True).read(given, SESSION) == ""


@pytest.mark.parametrize("value", ["", "token", "InRva2VuIg.forged", "ü"])
def test_forged_cookies_are_none(value: str) -> None:
    """What we didn't sign is no token."""
    assert Cookies("key", secure=False).read(carrying(f"staff={value}"), SESSION) == ""
