"""Passwords: argon2id, and as slow for an unknown name as for a known one."""

from __future__ import annotations

import secrets
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200
"""Characters; a longer one would only keep the processor busy."""


def fits(password: str) -> bool:
    """Whether it may be chosen as a password."""
    return SHORTEST <= len(password) <= LONGEST and len(set(password)) > 3


def hashed(password: str) -> str:
    """What is kept of a password: argon2id in its own text form, salt and costs included."""
    return PasswordHasher().hash(password.encode(errors="replace"))


def matches(kept: str | None, password: str) -> bool:
    """Whether the password is the one `kept` was made of; None, for a name nobody has, takes just as long and never is."""
    try:
        right = PasswordHasher().verify(kept or _nobody(), password[:LONGEST].encode(errors="replace"))
    except (VerificationError, InvalidHashError):
        return False
    return right and kept is not None


@lru_cache(maxsize=1)
def _nobody() -> str:
    return hashed(secrets.token_urlsafe(24))
