"""A browser is named in a few words of ours."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from bot.console.devices import device


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox, Windows"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Version/17.0 Safari/604.1", "Safari, iPad"),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0 Safari/537.36 Edg/120.0", "Edge, Linux"),
        ("<script>alert(1)</script>", "?"),
    ],
)
def test_a_browser_is_named(agent: str, name: str) -> None:
    """Browser and machine, or a question mark; never what the browser says of itself."""
    assert device(Request({"type": "http", "headers": [(b"user-agent", agent.encode())]})) == name
