"""The two cookies of the console: a signed-in session, and a visitor's who is about to sign in."""

from __future__ import annotations

import secrets

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.requests import Request
from starlette.responses import Response

SESSION = "staff"
VISIT = "staff-visit"


class Cookies:
    """Reads and sets them; over https their names keep other sites and subdomains from setting them."""

    def __init__(self, key: str, secure: bool) -> None:
        self._signer, self._secure = URLSafeSerializer(key, salt="staff cookie"), secure

    def read(self, request: Request, name: str) -> str:
        """The token in the cookie, empty where there is none or it was not signed by us."""
        try:
            return str(self._signer.loads(request.cookies.get(self._named(name), "")))
        except BadSignature:
            return ""

    def set(self, response: Response, name: str, token: str) -> None:
        """Give the browser a token, until it is closed."""
        value = str(self._signer.dumps(token))
        response.set_cookie(self._named(name), value, path="/", secure=self._secure, httponly=True, samesite="lax")

    def clear(self, response: Response, name: str) -> None:
        """Take the token back."""
        response.delete_cookie(self._named(name), path="/", secure=self._secure, httponly=True, samesite="lax")

    def _named(self, name: str) -> str:
        return f"__Host-{name}" if self._secure else name


def new_visit() -> str:
    """What the form token of a visitor is made from."""
    return secrets.token_urlsafe(16)
