"""What can be told by its shape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.mask import mask
from bot.privacy.numbers import find_birthdates, find_emails, find_numbers, find_phones

Finder = Callable[[str], Iterator[tuple[int, int, str]]]
FOUND: dict[Finder, list[tuple[str, str]]] = {
    find_emails: [("mail jo at gmail dot com ok", "jo at gmail dot com"), ("a.b(at)example.org", "a.b(at)example.org")],
    find_phones: [
        ("call four eight four five five five oh one two three", "four eight four five five five oh one two three"),
        ("my number is 48 4555 0167 ok", "48 4555 0167"),
    ],
    find_numbers: [
        ("card 4111 1111 1111 1111 ok", "4111 1111 1111 1111"),
        ("amex 378282246310005", "378282246310005"),
        ("ssn 123-45-6789", "123-45-6789"),
        ("my member id is XYZ12345 ok", "XYZ12345"),
        ("mrn: 0012", "0012"),
    ],
    find_birthdates: [
        ("dob 3/4/91", "3/4/91"),
        ("born on march 4 1990", "march 4 1990"),
        ("i was born in 1985", "1985"),
        ("4/7/1988 is my birthday", "4/7/1988"),
    ],
}
LEFT = [
    "visit on 12/05/2026",
    "weeks 20-24",
    "L4/L5 and 120/80",
    "one two three",
    "born last week",
    "group of 12 people",
    "since 3/4/1999 it hurts",
    "look at home dot com",
]


@pytest.mark.parametrize(("finder", "text", "private"), [(finder, *case) for finder, cases in FOUND.items() for case in cases])
def test_it_is_found_where_it_stands(finder: Finder, text: str, private: str) -> None:
    """Each finder marks the private stretch and nothing beside it."""
    assert [text[start:end] for start, end, _kind in finder(text)][:1] == [private]


@pytest.mark.parametrize("text", LEFT)
def test_other_numbers_are_left(text: str) -> None:
    """Appointments, weeks, levels and readings are what patients ask about, and stay."""
    assert mask(text) == text


@settings(deadline=None)
@given(st.from_regex(r"[3-6][0-9]{3}(?P<s>[ -]?)[0-9]{4}(?P=s)[0-9]{4}(?P=s)[0-9]{4}", fullmatch=True))
def test_no_card_survives(card: str) -> None:
    """No card number in any usual spacing is kept."""
    assert mask(f"charge {card} please") == "charge [number] please"


@settings(deadline=None)
@given(
    st.dates(min_value=date(1910, 1, 1)),
    st.sampled_from(["%m/%d/%Y", "%m-%d-%y", "%B %d, %Y", "%d %b %Y", "%Y-%m-%d"]),
    st.sampled_from(["dob ", "born on ", "my birthday is ", "DOB: "]),
)
def test_no_date_of_birth_survives(born: date, spelling: str, cue: str) -> None:
    """A date that is said to be of birth goes, however it is written."""
    assert mask(cue + born.strftime(spelling)) == f"{cue}[birthdate]"
