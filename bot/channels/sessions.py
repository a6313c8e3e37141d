"""Who is talking: a session id made by us, signed, and good for one channel and a limited time."""

from __future__ import annotations

import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer

from bot.channels.errors import Refused


def new_conversation_id() -> str:
    """An id of 128 random bits."""
    return f"web_{secrets.token_urlsafe(16)}"


class Sessions:
    """Gives out and checks tokens. Nothing is stored until a patient says something."""

    def __init__(self, key: str, hours: int) -> None:
        self._signer = URLSafeTimedSerializer(key, salt="web session")
        self._seconds = hours * 3600

    def start(self) -> str:
        """A token for a new conversation."""
        return str(self._signer.dumps(new_conversation_id()))

    def conversation_id(self, authorization: str) -> str:
        """The conversation that an `Authorization: Bearer …` header opens.

        Raises:
            Refused: there is no token, or it is forged or expired.
        """
        scheme, _, token = authorization.partition(" ")
        if scheme.lower() != "bearer":
            raise Refused("token")
        try:
            return str(self._signer.loads(token.strip(), max_age=self._seconds))
        except BadSignature:
            raise Refused("token") from None
