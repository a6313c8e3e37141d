"""Phone numbers as people write them: American ones without a country code, all others with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, ValidationResult

HOME = "US"
DOUBLE_ZERO = re.compile(r"(?<!\d)00(?=[1-9])")


@dataclass(frozen=True)
class Found:
    """A number in a text, as it is passed on, and the text on both sides of it."""

    number: str
    before: str
    after: str


def find(text: str) -> Found | None:
    """The last whole phone number in the text; None without one. People who correct themselves say the right one last."""
    plain = DOUBLE_ZERO.sub("+", text)
    found = None
    for number, start, end in _matches(plain):
        found = Found(shown(number), plain[:start], plain[end:])
    return found


def parsed(number: str) -> str:
    """A single number, such as a sender's, as it is passed on; empty where it can't be one."""
    try:
        read = phonenumbers.parse(number, HOME)
    except phonenumbers.NumberParseException:
        return ""
    return shown(read) if _whole(read) else ""


def shown(number: phonenumbers.PhoneNumber) -> str:
    """American numbers in the national form, others in the international one."""
    form = PhoneNumberFormat.NATIONAL if number.country_code == 1 else PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(number, form))


def _matches(text: str) -> Iterator[tuple[phonenumbers.PhoneNumber, int, int]]:
    for match in PhoneNumberMatcher(text, HOME, leniency=Leniency.POSSIBLE):
        if _whole(match.number):
            yield match.number, match.start, match.end


def _whole(number: phonenumbers.PhoneNumber) -> bool:
    """Long enough to be dialled from anywhere: seven digits without an area code are not."""
    return bool(phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE)
