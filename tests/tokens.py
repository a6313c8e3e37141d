"""Tokens that must not open a session."""

from __future__ import annotations

from itsdangerous import TimestampSigner, URLSafeTimedSerializer

SALT = "web session"


class LongAgo(TimestampSigner):
    """Signs as in 1970."""

    def get_timestamp(self) -> int:
        return 0


class FarAhead(TimestampSigner):
    """Signs as in 2100."""

    def get_timestamp(self) -> int:
        return 4102444800


def bad_tokens(key: str) -> dict[str, str]:
    """`Authorization` headers that a program with this session key must refuse, by what is wrong with them."""
    good = URLSafeTimedSerializer(key, salt=SALT).dumps("web_someone")
    payload, time, signature = good.split(".")
    other = URLSafeTimedSerializer(key, salt=SALT).dumps("web_other").split(".")[0]
    return {
        "none": "",
        "no scheme": good,
        "another scheme": f"Basic {good}",
        "no token": "Bearer",
        "empty token": "Bearer ",
        "nonsense": "Bearer x.y.z",
        "not ASCII": "Bearer é",
        "expired": f"Bearer {URLSafeTimedSerializer(key, salt=SALT, signer=LongAgo).dumps('web_someone')}",
        "from the future": f"Bearer {URLSafeTimedSerializer(key, salt=SALT, signer=FarAhead).dumps('web_someone')}",
        "forged": f"Bearer {other}.{time}.{signature}",
        "unsigned": f"Bearer {payload}.{time}",
        "cut": f"Bearer {good[:-4]}",
        "another key": f"Bearer {URLSafeTimedSerializer('another', salt=SALT).dumps('web_someone')}",
        "another purpose": f"Bearer {URLSafeTimedSerializer(key, salt='staff session').dumps('web_someone')}",
        "two tokens": f"Bearer {good} {good}",
    }
