"""Invitations, wherever they are made."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.applications import Starlette

from bot.console import invitations
from bot.settings import Settings
from bot.staff_verbs import greet_owner
from tests.console import visitor


def test_a_link_leads_to_the_page_that_takes_it(app: Starlette) -> None:
    """Whoever opens the link of an invitation is welcomed in the role that it names."""
    at = visitor(app)
    token = at.parts.staff.invite("editor", "Olive")
    page = at.get(invitations.link("http://testserver", token))

    assert page.status_code == 200
    assert re.search("You are invited as <strong>editor</strong> by Olive", page.text)


def test_a_shell_prints_the_same_link(make_settings: Callable[..., Settings]) -> None:
    """The address that the first start prints is made as the console's own."""
    told: list[str] = []
    greet_owner(make_settings(PUBLIC_URL="https://desk.example.org"), told.append)

    assert told[-1].startswith(invitations.link("https://desk.example.org", ""))
