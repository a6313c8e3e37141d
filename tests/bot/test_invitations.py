"""Invitations, wherever they are made."""

from __future__ import annotations

from collections.abc import Callable

from bot import invitations
from bot.settings import Settings
from bot.verbs.staff import greet_owner


def test_a_shell_prints_the_same_link(make_settings: Callable[..., Settings]) -> None:
    """The address that the first start prints is made as the console's own."""
    told: list[str] = []
    greet_owner(make_settings(PUBLIC_URL="https://desk.example.org"), told.append)

    assert told[-1].startswith(invitations.link("https://desk.example.org", ""))
