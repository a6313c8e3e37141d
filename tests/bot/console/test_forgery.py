"""Changes come from our own pages."""

from __future__ import annotations

import pytest

from tests.console import Staff

CHANGE = "/staff/facts"


@pytest.mark.parametrize("token", ["", "0" * 64, "ü"])
def test_without_its_token_a_form_is_refused(owner: Staff, token: str) -> None:
    """No token, or a made-up one, changes nothing."""
    seen = owner.client.post("/staff/people/invite", data={"form_token": token, "role": "owner"})

    assert seen.status_code == 403


def test_the_token_of_another_session_is_refused(owner: Staff, editor: Staff) -> None:
    """A token is good for the session it was made for, and for no other."""
    seen = owner.client.post("/staff/people/invite", data={"form_token": editor.token(), "role": "owner"})

    assert seen.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}],
)
def test_another_sites_form_is_refused(owner: Staff, headers: dict[str, str]) -> None:
    """Even with the right token a change that the browser says comes from elsewhere is refused."""
    seen = owner.post("/staff/people/invite", {"role": "editor"}, headers=headers)

    assert seen.status_code == 403


@pytest.mark.parametrize("headers", [{}, {"origin": "http://testserver", "sec-fetch-site": "same-origin"}])
def test_our_own_form_is_served(owner: Staff, headers: dict[str, str]) -> None:
    """With token and origin of ours it goes through, and so does a client that names no origin."""
    seen = owner.post("/staff/people/invite", {"role": "editor"}, headers=headers)

    assert seen.status_code == 200


def test_the_token_may_come_as_a_header(owner: Staff) -> None:
    """Pieces of a page are asked for with the token in a header."""
    seen = owner.client.post("/staff/faqs/check", data={"title": "Hours"}, headers={"X-Form-Token": owner.token()})

    assert seen.status_code != 403


def test_signing_in_needs_a_token_too(anybody: Staff) -> None:
    """Nobody can be signed in from elsewhere, as somebody else."""
    seen = anybody.client.post("/staff/login", data={"name": "Olive", "password": "whatever it was"})

    assert seen.status_code == 403
