"""Phone numbers as people write them: American ones without a country code, all others with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, ValidationResult

HOME = "US"
ENDS_OTHERWISE = re.compile(
    r"\W*(?:(?:no|oh|wait|actually|it'?s|it)\b\W*)*(?:(?:sorry|oops|i mean(?:t)?|not that|scratch that|make that|ends in)\b\W*)+"
    r"(?P<end>\d{4})(?=\W*$|\s*[,;.]\s)"
    r"|\W*(?:(?:no|oh|wait|sorry|oops|actually|i mean(?:t)?|make that|it'?s)\b\W*)+(?P<seven>\d{3}\W?\d{4})\b(?!\W?\d)",
    re.I,
)
"""Behind a number, other last digits: `610-555-0147 no sorry 0174`."""
AMERICAN = re.compile(r"[2-9]\d\d[2-9]\d{6}")
"""Area codes and exchanges begin with no 0 and no 1."""
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
        put_right = ENDS_OTHERWISE.match(plain, end)
        if put_right and number.country_code == 1:
            meant = _ending(number, put_right["end"] or put_right["seven"])
            number, end = (meant, put_right.end()) if _whole(meant) else (number, end)
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


def _ending(number: phonenumbers.PhoneNumber, end: str) -> phonenumbers.PhoneNumber:
    digits = re.sub(r"\D", "", end)
    return phonenumbers.parse(str(number.national_number)[: -len(digits)] + digits, HOME)


def _whole(number: phonenumbers.PhoneNumber) -> bool:
    """Long enough to be dialled from anywhere: seven digits without an area code are not."""
    possible = phonenumbers.is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
    return possible and (number.country_code != 1 or AMERICAN.fullmatch(str(number.national_number)) is not None)
