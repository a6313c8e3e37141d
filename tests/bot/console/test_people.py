"""Owners invite, and take access away."""

from __future__ import annotations

import re

from starlette.applications import Starlette

from bot import invitations
from tests.console import Staff, person


def test_an_invitation_is_shown_once(owner: Staff) -> None:
    """The link stands on the page that made it and on no later one."""
    made = owner.post("/staff/people/invite", {"role": "editor"}).text
    link = re.search(r'value="(http://localhost:8000/staff/login\?invite=[\w-]+)"', made)

    assert link
    assert link[1] not in owner.get("/staff/people").text


def test_a_link_leads_to_the_page_that_takes_it(owner: Staff, anybody: Staff) -> None:
    """Whoever opens the link of an invitation is welcomed in the role that it names."""
    page = anybody.get(invitations.link("http://testserver", owner.parts.staff.invite("editor", "Olive")))

    assert page.status_code == 200
    assert "You are invited as <strong>editor</strong> by Olive" in page.text


def test_roles_are_known_ones(owner: Staff) -> None:
    """Nobody is invited as, or made, something else."""
    who = person(owner.app, "Edith", "editor")

    assert owner.post("/staff/people/invite", {"role": "god"}).status_code == 422
    assert owner.post(f"/staff/people/{who.id}", {"place": "god"}).status_code == 404


def test_another_role_counts_at_once(app: Starlette, owner: Staff, editor: Staff) -> None:
    """Whoever is made something else, or let out, has to sign in again."""
    who = person(app, "Edith", "editor")

    assert owner.post(f"/staff/people/{who.id}", {"place": "out"}).status_code == 303
    assert editor.get("/staff").status_code == 303
    assert owner.parts.staff.named("Edith").disabled


def test_the_last_owner_stays(owner: Staff) -> None:
    """Without an owner nobody could publish, so the last one can be neither demoted nor let out."""
    me = owner.parts.staff.named("Olive")

    assert [owner.post(f"/staff/people/{me.id}", {"place": place}).status_code for place in ("editor", "out")] == [409, 409]
    assert owner.get("/staff/people").status_code == 200
