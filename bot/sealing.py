"""What must be kept raw for a moment, unreadable without SECRET_KEY and worthless after its time."""

from __future__ import annotations

import base64
import json
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

REQUEST_SECONDS = 10 * 366 * 24 * 3600
"""For a call-back request, as long as CALLBACK_DAYS may say: it is erased by its own rule, and being old must not make one
unreadable, neither in the console nor for a receiver that was away for long."""


class Unsealable(Exception):
    """What was sealed is damaged, too old, or was sealed under another key."""


def seal(key: str, value: Any) -> str:
    """The value as text that only the key opens.

    Args:
        key: what `settings.secret_for("sealing")` gives: 32 bytes in hexadecimal.
        value: anything that JSON can hold.
    """
    return _fernet(key).encrypt(json.dumps(value).encode()).decode()


def unseal(key: str, sealed: str, max_age_seconds: int) -> Any:
    """The value that was sealed.

    Args:
        key: the key it was sealed under.
        sealed: what `seal` gave.
        max_age_seconds: how long after sealing it may still be opened.

    Raises:
        Unsealable: it is damaged, too old, or was sealed under another key.
    """
    try:
        return json.loads(_fernet(key).decrypt(sealed.encode(), ttl=max_age_seconds))
    except (InvalidToken, UnicodeEncodeError) as error:
        raise Unsealable from error


def _fernet(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(bytes.fromhex(key)))
