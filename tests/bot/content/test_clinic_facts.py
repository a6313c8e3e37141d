"""What the clinic adds itself is looked over before it is kept."""

from __future__ import annotations

import pytest

from bot.content.clinic_facts import NewFact, made, on_contact, on_fact
from bot.content.complaint import complaint


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        (NewFact("One step.", "Ann", "2026-11-01"), []),
        (NewFact(" ", "Ann", "2026-11-01"), ["fact_says"]),
        (NewFact("One {x}.", "", "yesterday"), ["fact_says", "fact_who", "fact_since"]),
        (NewFact("One step.", "Ann", ""), ["fact_since"]),
    ],
)
def test_a_fact_says_who_and_since_when(fact: NewFact, fields: list[str]) -> None:
    """Words, somebody who says so and a day are all needed."""
    assert [remark.field for remark in on_fact(fact)] == fields


def test_ids_are_made_here() -> None:
    """The id comes from the words and is unlike those that are there."""
    first = made(NewFact("One  step.", "Ann", "2026-11-01"), {})

    assert (first.id, first.says, first.source) == ("one-step", "One step.", "clinic")
    assert made(NewFact("One step", "Ann", "2026-11-01"), {first.id: first}).id == "one-step-2"


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("clinic_phone", "484.222.0854", True),
        ("clinic_phone", "+1 (610) 555-0199", True),
        ("clinic_phone", "call us", False),
        ("clinic_phone", "222.0854", False),
        ("booking_page", "www.example.com/janeapp", True),
        ("booking_page", "https://example.com", True),
        ("booking_page", "our website", False),
        ("booking_page", "javascript:alert(1)", False),
        ("booking_page", "https://", False),
        ("clinic_address", "", False),
        ("clinic_address", "1 Any St", True),
    ],
)
def test_contact_details_are_what_they_are_called(name: str, value: str, fits: bool) -> None:
    """A number can be called, an address opened, and nothing is empty."""
    assert [remark.field for remark in on_contact({name: value})] == ([] if fits else [name])


def test_braces_in_a_fact_are_refused_for_what_they_are() -> None:
    """No contact detail stands in a fact: who writes braces there is told to leave them out, and offered none."""
    remarks = on_fact(NewFact("Call {clinic_phone}.", "Ann", "2026-11-01"))

    assert [remark.complaint for remark in remarks] == [complaint("no_braces")]
