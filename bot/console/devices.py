"""Which browser this is, in words its owner knows it by."""

from __future__ import annotations

from starlette.requests import Request

BROWSERS = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS X": "Mac", "Linux": "Linux"}


def device(request: Request) -> str:
    """Such as `Firefox, Windows`; what the browser says of itself is never kept as it stands."""
    agent = request.headers.get("user-agent", "")
    found = [next((name for mark, name in names.items() if mark in agent), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found)) or "?"
