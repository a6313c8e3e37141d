"""Where patients live is masked; where the clinic is stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.mask import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("i live at 12 oak st ok", "i live at [address] ok"),
        ("send it to 1420 Montgomery Ave, Apt 3B, Bryn Mawr, PA 19010.", "send it to [address]."),
        ("po box 12", "[address]"),
        ("zip 19087", "zip [address]"),
        ("902 n 22nd street", "[address]"),
    ],
)
def test_an_address_is_masked(text: str, masked: str) -> None:
    """House number, street, unit, town and zip code go together."""
    assert mask(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "141 West Wayne Ave, Wayne, PA",
        "are you at 141 w wayne avenue",
        "30 min drive",
        "a 10 minute drive down the road",
        "2 kids on the way",
        "4 weeks each way",
        "coming off 476, which way do I turn",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    """The clinic's own address, drives in minutes and ways in weeks stay readable."""
    assert mask(text) == text


@settings(deadline=None)
@given(
    st.integers(1, 9999),
    st.sampled_from("oak elm maple lancaster conestoga sproul".split()),
    st.sampled_from("st street ave avenue rd road ln lane blvd ct".split()),
    st.sampled_from([str.lower, str.upper, str.title]),
)
def test_no_street_survives(number: int, street: str, kind: str, case: object) -> None:
    """A house number with its street goes in any case."""
    assert mask(case(f"i live at {number} {street} {kind}")).casefold() == "i live at [address]"  # type: ignore[operator]
