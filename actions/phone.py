"""Phone numbers as people write them: American ones without a country code, all others with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher, ValidationResult

from actions import numbers_together
from bot.phrasebook.spoken_numbers import in_digits

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
SEVEN = re.compile(r"(?<![\d-])(?P<exchange>[2-9]\d\d)[\s.-]?(?P<line>\d{4})(?!\d)")
AREA = re.compile(r"\barea ?code(?:'?s| is|:)?\W{0,3}(?P<area>[2-9]\d\d)(?!\d)|(?<!\d)(?P<before>[2-9]\d\d) area ?code\b", re.I)
SOMEBODYS = re.compile(
    r"\b(?:her|hers|his|wife'?s|mom'?s|mum'?s|mother'?s|dad'?s|father'?s|husband'?s|partner'?s"
    r"|boyfriend'?s|girlfriend'?s|sister'?s|brother'?s|daughter'?s|son'?s|friend'?s)\b[^,.;\d]{0,20}$",
    re.I,
)
ONES_OWN = re.compile(r"(?<!not )\b(?:mine|my own|my (?:own )?(?:cell|mobile|number|phone))\b[^,.;\d]{0,10}$", re.I)
NOT_ONES_OWN = re.compile(r"\bnot (?:mine|my own|my (?:own )?(?:cell|mobile|number|phone))\b[^,.;\d]{0,10}$", re.I)
PERSON = r"(?:husband|wife|partner|boyfriend|girlfriend|mom|mum|mother|dad|father|sister|brother|daughter|son|friend|neighbou?r)"
NAMED_PERSON = re.compile(rf"\bmy {PERSON}(?:'?s)?\b", re.I)
FOR_ANOTHER = re.compile(
    rf"\b(?:call|ring|phone|text|reach|ask for|speak (?:to|with)|talk to|for) (?:her|him|my {PERSON})\b"
    rf"|\bmy {PERSON} (?:wants|needs)\b",
    re.I,
)
"""Who is to be called is another than who writes."""


CHANGES_OVER = re.compile(
    r"\b(?P<until>(?:until|till?|before|up to) \d{1,2}(?::\d\d)?(?: ?[ap]m?)?)\W+(?:and )?(?:then|after(?: that)?)\b[^\d]{0,20}$",
    re.I,
)
"""Between two numbers: the first is right until then."""
WANTED = re.compile(
    r"\b(?:call|use|ring|phone|text|try) (?:on )?(?:(?P<own>mine|my (?:one|number|phone|cell))|hers|his|theirs|her number)\b",
    re.I,
)
"""Of two numbers, the one to call."""

NOT_THIS = re.compile(
    r"\b(?:not|instead of|rather than|(?:don'?t|do not|never|stop) (?:call(?:ing)?|use|using|ring|text|try))"
    r"(?: (?:me|us|on|at|to|my|the|old|number|cell|phone|work|home|office))*\W*$",
    re.I,
)
"""Right before a number, that it is the one not to call: `610 … not 484 …`."""


@dataclass(frozen=True)
class Found:
    """A number in a text, as it is passed on, and the text on both sides of it."""

    number: str
    before: str
    after: str
    when: str = ""
    """The time to call, where it says that another number is right from then: `til 5, then on (484) 555-0123`."""


def find(text: str) -> Found | None:
    """The last whole phone number in the text; None without one. People who correct themselves say the right one last.

    But `her number …, mine …` is told by who wants another to be called, and of `my husband's …` and `mine …` one's own counts;
    and `call mine` and `not 484 …` say it in so many words. Where `cell` and `work` or `or` part them, all of them are meant.
    """
    plain = _with_area_code(in_digits(DOUBLE_ZERO.sub("+", text)))
    together = None if CHANGES_OVER.search(plain) or WANTED.search(plain) else _together(plain)
    if together:
        return together
    found: Found | None = None
    for number, start, end in _matches(plain):
        put_right = ENDS_OTHERWISE.match(plain, end)
        if put_right and number.country_code == 1:
            meant = _ending(number, put_right["end"] or put_right["seven"])
            number, end = (meant, put_right.end()) if _whole(meant) else (number, end)
        each = Found(shown(number), plain[:start], plain[end:])
        changes = CHANGES_OVER.search(plain[len(found.before) : start]) if found else None
        if found and changes:
            return Found(found.number, found.before, plain[end:], f"{changes['until']}, then on {each.number}")
        if found and _counts_less(plain, found.before, plain[:start]):
            continue
        found = each
    return found


def _together(text: str) -> Found | None:
    """Several numbers that are all to be passed on, with what says which is which."""
    told = numbers_together.read(text, [(shown(number), start, end) for number, start, end in _matches(text)])
    return Found(told.words, text[: told.start], text[told.end :], told.when) if told else None


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


def _counts_less(text: str, before: str, between: str) -> bool:
    """Whether a second number is not the one to call, by what stands before the first and before itself.

    Args:
        text: the whole message.
        before: what stands before the first number.
        between: all that stands before the second.
    """
    if NOT_ONES_OWN.search(between) or NOT_THIS.search(between):
        return True
    wanted = WANTED.search(text)
    if wanted and (SOMEBODYS.search(before) or SOMEBODYS.search(between)):
        return bool(ONES_OWN.search(before) if wanted["own"] else SOMEBODYS.search(before))
    for_another = FOR_ANOTHER.search(text) is not None
    if SOMEBODYS.search(before) and ONES_OWN.search(between):
        return for_another or NAMED_PERSON.search(before) is None
    new_person = SOMEBODYS.search(between) is not None and NAMED_PERSON.search(between) is not None
    return ONES_OWN.search(before) is not None and new_person and not for_another


def _with_area_code(text: str) -> str:
    """`555-0199, area code 610` as one number."""
    area, seven = AREA.search(text), SEVEN.search(text)
    if not area or not seven or (area.start() < seven.end() and seven.start() < area.end()):
        return text
    whole = f"{code(area)}-{seven['exchange']}-{seven['line']}"
    for found, instead in sorted([(seven, whole), (area, " ")], key=lambda each: each[0].start(), reverse=True):
        text = f"{text[: found.start()]}{instead}{text[found.end() :]}"
    return text


def code(area: re.Match[str]) -> str:
    """The area code in words that tell one."""
    groups = area.groupdict()
    return groups["area"] or groups.get("before") or ""


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
