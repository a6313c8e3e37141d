"""The clinic's contact details as machines take them: a number as it is dialled, a page as a browser opens it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import phonenumbers

from bot.content.complaint import Complaint, complaint

HOME = "US"
"""Where a number without a country's code is at home."""
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.I)


def unfit(name: str, value: str) -> Complaint | None:
    """Why a contact detail can't be what it is called; None where it can.

    Args:
        name: its placeholder: one that ends in `_phone` is a number, one in `_page` an address on the web.
        value: as patients read it.
    """
    if name.endswith("_phone") and not dialled(value):
        return complaint("no_number", said=value)
    if name.endswith("_page") and not _is_address(opened(value)):
        return complaint("no_address", said=value)
    return None


def dialled(number: str) -> str:
    """A number as phones dial it, `+14842220854`, without an extension, which no link can dial; empty where it is none."""
    try:
        read = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return ""
    form = phonenumbers.PhoneNumberFormat.E164
    return str(phonenumbers.format_number(read, form)) if phonenumbers.is_valid_number(read) else ""


def opened(page: str) -> str:
    """A page's address as a browser opens it, whether or not it was written with its scheme."""
    return page if "://" in page else f"https://{page}"


def _is_address(address: str) -> bool:
    if re.search(r"\s", address):
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(HOST.fullmatch(parts.hostname or "")) and not parts.username
    except ValueError:
        return False
