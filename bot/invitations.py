"""The one-time link that lets a person in, the same from a shell and from the console."""

from __future__ import annotations

LOGIN = "/staff/login"


def link(public_url: str, token: str) -> str:
    """The address to give to the person invited."""
    return f"{public_url}{LOGIN}?invite={token}"
