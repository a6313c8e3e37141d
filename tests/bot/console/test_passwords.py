"""Passwords are kept as argon2id and compared without telling whether the name exists."""

from __future__ import annotations

import pytest

from bot.console.passwords import fits, hashed, matches


def test_only_the_password_matches_its_hash() -> None:
    """The same password hashes differently each time, matches itself and nothing else."""
    one, two = hashed("correct horse battery"), hashed("correct horse battery")

    assert one.startswith("$argon2id$")
    assert one != two
    assert (matches(one, "correct horse battery"), matches(one, "correct horse")) == (True, False)


@pytest.mark.parametrize("kept", [None, "", "not a hash"])
def test_nobodys_password_never_matches(kept: str | None) -> None:
    """Where there is nobody, or a damaged hash, nothing is the password."""
    assert not matches(kept, "correct horse battery")


@pytest.mark.parametrize(
    ("password", "good"), [("short", False), ("a" * 12, False), ("twelve chars", True), ("x y z ü" * 40, False)]
)
def test_a_password_has_to_be_long(password: str, good: bool) -> None:
    """Twelve characters at least, not all alike, and not without end."""
    assert fits(password) is good


def test_any_letters_are_taken() -> None:
    """Half a surrogate and other oddities are compared, not stumbled over."""
    assert matches(hashed("\ud800 odd letters 123"), "\ud800 odd letters 123")
