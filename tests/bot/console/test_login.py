"""Getting in: a one-time link, a name and a password, and a wait for those who guess."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from tests.bot.console.conftest import MakeApp
from tests.console import PASSWORD, TOKEN, Staff, person, signed_in, visitor

LOGIN = "/staff/login"


def enter(at: Staff, **fields: str) -> int:
    """Send the form that the login page shows."""
    shown = at.client.get(f"{LOGIN}?invite={fields['invite']}" if "invite" in fields else LOGIN)
    found = TOKEN.search(shown.text)
    assert found
    return at.client.post(LOGIN, data={"form_token": found[1], **fields}, follow_redirects=False).status_code


def test_the_door_is_there_before_an_owner(anybody: Staff) -> None:
    """With nobody to sign in yet, the login page is served, has a password field, and says what to do."""
    seen = anybody.get(LOGIN)

    assert seen.status_code == 200
    assert 'type="password"' in seen.text
    assert "one-time link" in seen.text


def test_a_one_time_link_makes_its_opener_the_owner(anybody: Staff) -> None:
    """The link asks for a name and a password, signs its opener in, and is spent."""
    token = anybody.parts.staff.invite("owner", "start")

    joined = enter(anybody, invite=token, name="Olive", password=PASSWORD, password_again=PASSWORD)

    assert (joined, anybody.get("/staff").status_code, anybody.parts.staff.has_owner()) == (303, 200, True)
    assert anybody.get(f"{LOGIN}?invite={token}").status_code == 410


@pytest.mark.parametrize(
    ("name", "password", "again"),
    [
        ("Olive", "too short", "too short"),
        ("Olive", "a" * 40, "a" * 40),
        ("Olive", PASSWORD, "another one entirely"),
        ("olive-the-owner", "Olive-The-Owner", "Olive-The-Owner"),
        ("", PASSWORD, PASSWORD),
        ("x" * 61, PASSWORD, PASSWORD),
    ],
)
def test_what_does_not_fit_spends_no_link(anybody: Staff, name: str, password: str, again: str) -> None:
    """A password that is short, alike or the name itself is refused, and the link stays good."""
    token = anybody.parts.staff.invite("owner", "start")

    assert enter(anybody, invite=token, name=name, password=password, password_again=again) == 422
    assert enter(anybody, invite=token, name="Olive", password=PASSWORD, password_again=PASSWORD) == 303


def test_a_name_belongs_to_one_person(app: Starlette, anybody: Staff) -> None:
    """Nobody joins under the name of somebody else, in whatever case."""
    person(app, "Olive", "owner")

    assert enter(anybody, invite=anybody.parts.staff.invite("editor", "Olive"), name="OLIVE", password=PASSWORD) == 422


def test_name_and_password_open_the_console(app: Starlette, anybody: Staff) -> None:
    """The right ones lead in, the wrong ones don't, and both are told alike."""
    person(app, "Olive", "owner")

    assert enter(anybody, name="Olive", password="not the password") == enter(anybody, name="Nobody", password=PASSWORD) == 401
    assert enter(anybody, name="olive", password=PASSWORD) == 303
    assert anybody.get("/staff").status_code == 200


def test_who_was_let_out_stays_out(app: Starlette, anybody: Staff) -> None:
    """Without access the right password is a wrong one."""
    person(app, "Olive", "owner")
    anybody.parts.staff.set_place(person(app, "Edith", "editor").id, "editor", True)

    assert enter(anybody, name="Edith", password=PASSWORD) == 401


def test_guessing_must_wait(app: Starlette, anybody: Staff) -> None:
    """After five wrong passwords even the right one has to wait, and the page says how long."""
    person(app, "Olive", "owner")
    tries = [enter(anybody, name="Olive", password=f"wrong guess {number}") for number in range(5)]
    token = TOKEN.search(anybody.client.get(LOGIN).text)
    assert token

    seen = anybody.client.post(LOGIN, data={"form_token": token[1], "name": "Olive", "password": PASSWORD})

    assert (tries, seen.status_code) == ([401] * 5, 429)
    assert 0 < int(seen.headers["retry-after"]) <= 60


def test_a_session_is_new_at_each_login(app: Starlette) -> None:
    """Signing in again gives another session and ends the one before: a planted one is worth nothing."""
    at = signed_in(app, "Olive", "owner")
    planted = dict(at.client.cookies)

    enter_again = at.client.post(LOGIN, data={"form_token": at.token(), "name": "Olive", "password": PASSWORD})
    other = visitor(app)
    other.client.cookies.update(planted)

    assert enter_again.status_code == 200
    assert other.get("/staff").status_code == 303


def test_signing_out_ends_the_session(owner: Staff) -> None:
    """A copied cookie opens nothing once its owner has signed out."""
    copied = dict(owner.client.cookies)
    owner.post("/staff/logout")
    thief = visitor(owner.app)
    thief.client.cookies.update(copied)

    assert thief.get("/staff").status_code == 303


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", "/staff//evil.example", "/staff\\evil", "/elsewhere"])
def test_the_login_leads_nowhere_else(app: Starlette, anybody: Staff, to: str) -> None:
    """After signing in one is taken to a page of the console, whatever the address said."""
    person(app, "Olive", "owner")
    token = TOKEN.search(anybody.client.get(LOGIN).text)
    assert token
    given = {"form_token": token[1], "name": "Olive", "password": PASSWORD, "next": to}

    assert anybody.client.post(LOGIN, data=given, follow_redirects=False).headers["location"] == "/staff"


def test_cookies_hold_under_https(make_app: MakeApp) -> None:
    """Behind https the session's cookie is Secure, HttpOnly, SameSite, and named so that no other site can set it."""
    at = visitor(make_app(PUBLIC_URL="https://desk.example.org"))
    seen = at.get(LOGIN).headers["set-cookie"]

    assert seen.startswith("__Host-staff-visit=")
    assert all(each in seen for each in ("Secure", "HttpOnly", "SameSite=lax", "Path=/"))


def test_comings_and_goings_are_noted(app: Starlette, anybody: Staff, owner: Staff) -> None:
    """A failed try and a sign-out stand in the log; of what was typed, nothing but a name that is ours."""
    for name, password in (("olive", "a wrong password"), ("my secret password", "oops")):
        enter(anybody, name=name, password=password)
    owner.post("/staff/logout")

    found = [(each.actor, each.action, each.subject, each.detail) for each in owner.parts.audit.recent(3)]

    assert found == [("Olive", "signed out", "", ""), ("somebody", "failed to sign in", "", ""),
                     ("somebody", "failed to sign in", "Olive", "")]  # fmt: skip
