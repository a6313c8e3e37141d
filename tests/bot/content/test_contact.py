"""Contact details as machines take them."""

from __future__ import annotations

import pytest

from bot.content.contact import dialled, opened, unfit


@pytest.mark.parametrize(
    ("number", "dials"),
    [
        ("484.222.0854", "+14842220854"),
        ("+1 (484) 222-0854", "+14842220854"),
        ("1-484-222-0854", "+14842220854"),
        ("484.222.0854 ext 2", "+14842220854"),
        ("+44 20 7946 0958", "+442079460958"),
        ("222.0854", ""),
        ("call us", ""),
        ("", ""),
    ],
)
def test_a_number_is_dialled_however_it_is_written(number: str, dials: str) -> None:
    """Country code, brackets, dots and an extension lead to the one number that a phone can dial; what is none dials nothing."""
    assert dialled(number) == dials
    assert (unfit("clinic_phone", number) is None) == bool(dials)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("www.example.com/book", "https://www.example.com/book"),
        ("https://example.com/book", "https://example.com/book"),
        ("http://example.com", "http://example.com"),
    ],
)
def test_a_page_opens_however_it_is_written(page: str, address: str) -> None:
    """An address is opened as it was pasted, and safely where nothing was said about that."""
    assert opened(page) == address
    assert unfit("booking_page", page) is None


@pytest.mark.parametrize("page", ["our website", "javascript:alert(1)", "https://", "https://a@example.com", "ftp://example.com"])
def test_what_no_browser_should_open_is_refused(page: str) -> None:
    """Words, scripts and addresses with a name in them are no page."""
    assert unfit("booking_page", page) is not None
