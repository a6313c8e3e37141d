"""Everybody changes their own password and ends their own sessions."""

from __future__ import annotations

from starlette.applications import Starlette

from tests.console import PASSWORD, Staff, signed_in

NEW = "another horse entirely"


def change(at: Staff, **fields: str) -> int:
    given = {"password": PASSWORD, "password_new": NEW, "password_again": NEW, **fields}
    return at.post("/staff/account/password", given).status_code


def test_a_new_password_ends_every_other_session(app: Starlette, owner: Staff) -> None:
    """The browser that changed it stays in, every other is out, and only the new password is right."""
    elsewhere = signed_in(app, "Olive", "owner")

    assert change(owner) == 303
    assert (owner.get("/staff").status_code, elsewhere.get("/staff").status_code) == (200, 303)
    assert change(owner) == 422


def test_a_password_is_not_changed_on_a_guess(owner: Staff) -> None:
    """The present password has to be right, the new one long and typed twice."""
    assert [
        change(owner, password="not it at all"),
        change(owner, password_new="short", password_again="short"),
        change(owner, password_again="a slip of the finger"),
    ] == [422, 422, 422]
    assert [each.action for each in owner.parts.audit.recent(9)] == ["gave a wrong password"]
    assert change(owner) == 303


def test_a_session_of_ones_own_can_be_ended(app: Starlette, owner: Staff, editor: Staff) -> None:
    """One's other browsers can be signed out from here, and nobody else's."""
    elsewhere = signed_in(app, "Olive", "owner")
    people = {each.name: each for each in owner.parts.staff.everyone()}
    newest = owner.parts.sessions.of(people["Olive"].id)[0]
    foreign = owner.parts.sessions.of(people["Edith"].id)[0]

    for session in (newest, foreign):
        owner.post("/staff/account/sessions/end", {"session": session.id})
    noted = [(each.actor, each.action) for each in owner.parts.audit.recent(9)]

    assert noted == [("Olive", "signed out another browser of theirs")]
    assert (elsewhere.get("/staff").status_code, editor.get("/staff").status_code) == (303, 200)
