"""People and one-time links, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.store import Store
from bot.store.console_tables import staff_invites
from bot.store.staff import AT_START, InviteSpent, LastOwner, NameTaken, Staff


@pytest.fixture
def staff(store: Store) -> Staff:
    return Staff(store.engine)


def test_a_link_makes_one_person(staff: Staff) -> None:
    """Whoever opens a link first is in with its role; the link is then spent."""
    token = staff.invite("owner", AT_START)
    person = staff.join(token, "Olive", "hash")

    assert (person.role, staff.named("olive"), staff.has_owner()) == ("owner", person, True)
    with pytest.raises(InviteSpent):
        staff.join(token, "Eve", "hash")


def test_a_link_opened_twice_at_once_makes_one(staff: Staff) -> None:
    """Of several who open a link at the same moment one gets in."""
    token = staff.invite("editor", "Olive")

    def join(number: int) -> bool:
        try:
            staff.join(token, f"Person {number}", "hash")
        except InviteSpent:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        joined = list(pool.map(join, range(4)))

    assert sum(joined) == 1


def test_a_taken_name_spends_no_link(staff: Staff) -> None:
    """A name that is taken is refused, and the link still works."""
    staff.join(staff.invite("owner", AT_START), "Olive", "hash")
    token = staff.invite("editor", "Olive")

    with pytest.raises(NameTaken):
        staff.join(token, "OLIVE", "hash")
    assert staff.join(token, "Edith", "hash").role == "editor"


def test_links_are_kept_as_digests(staff: Staff, rows: object) -> None:
    """Who reads the database can open no link."""
    token = staff.invite("owner", "Olive")

    assert token not in rows(staff_invites.c.digest)  # type: ignore[operator]


def test_the_newest_first_link_is_the_only_one(staff: Staff) -> None:
    """Each start without an owner makes the links of the starts before it worthless."""
    old, new = staff.invite("owner", AT_START), staff.invite("owner", AT_START)

    with pytest.raises(InviteSpent):
        staff.invitation(old)
    assert staff.invitation(new).role == "owner"


def test_the_last_owner_stays(staff: Staff) -> None:
    """Neither another role nor the door for the last owner; nothing is changed by trying."""
    olive = staff.join(staff.invite("owner", AT_START), "Olive", "hash")

    for role, disabled in (("editor", False), ("owner", True)):
        with pytest.raises(LastOwner):
            staff.set_place(olive.id, role, disabled)
    assert staff.everyone() == [olive]
