"""Is a change asked for by the person at one of our own pages? A token in every form, and the browser's own word."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import urlsplit

from starlette.requests import Request

FIELD = "form_token"
HEADER = "X-Form-Token"


def token(key: str, seed: str) -> str:
    """The form token that belongs to a session or visit."""
    return hmac.new(key.encode(), seed.encode(), hashlib.sha256).hexdigest()


def is_ours(request: Request, expected: str, given: str, public_url: str) -> bool:
    """Whether token and origin both say so; a browser that names no origin must still hold the token."""
    same_site = request.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    named = request.headers.get("origin", "")
    here = {"://".join(urlsplit(public_url)[:2]), f"{request.url.scheme}://{request.headers.get('host', '')}"}
    return same_site and (not named or named in here) and hmac.compare_digest(given.encode(errors="replace"), expected.encode())
