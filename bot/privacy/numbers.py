"""What can be told by its shape: e-mail addresses, telephone numbers, cards and identifiers, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

Found = tuple[int, int, str]
APART = r"[\s./\u2010-\u2015-]"
PROVIDER = r"(?:gmail|yahoo|hotmail|outlook|icloud|aol|comcast|verizon|proton(?:mail)?|live|msn)"
EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+(?:"
    r"\s*@\s*[\w-]+(?:\.[\w-]+)+"
    rf"|\s*@\s*{PROVIDER}\b"
    rf"|\s+at\s+{PROVIDER}(?:\s*(?:\.|\bdot\b)\s*(?:com|net|org|me))?\b"
    r"|\s*[(\[]at[)\]]\s*[\w-]+(?:\s*(?:\.|[(\[]?\bdot\b[)\]]?)\s*\w+)+)",
    re.IGNORECASE,
)
AT = re.compile(r"@|\bat\b", re.IGNORECASE)
DIGIT = re.compile(r"\d")
DIGIT_WORD = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
PHONE = re.compile(
    rf"(?<![\d.])(?:\+?\d{{1,3}}{APART}*)?(?:\(\d{{3}}\)|\d{{3}}){APART}*\d{{3}}{APART}*\d{{4}}(?!\d)"
    rf"|(?<![\d.])\+\d(?:{APART}?\d){{7,14}}(?!\d)"
    r"|(?<![\w.-])\d{3}[.\u2010-\u2015-]\d{4}(?![\w-])"
    r"|(?<![\d.])0\d{2,4} \d{3,4} \d{3,4}(?!\d)"
    rf"|\b{DIGIT_WORD}(?:[\s-]+{DIGIT_WORD}){{6,}}\b",
    re.IGNORECASE,
)
NUMBER_CUE = re.compile(
    r"\b(?:(?:cell|phone|mobile|num|number|tel|call|text|reach|whats ?app)\b[^\d\n]{0,20})(\d[\d ]{6,14}\d)(?!\w)", re.IGNORECASE
)
CARD = re.compile(r"(?<![\w.])\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}(?!\w)|(?<![\w.])3\d{3}([ -]?)\d{6}\2\d{5}(?!\w)")
SOCIAL = re.compile(r"(?<![\w-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])")
LONG = re.compile(r"(?<![\w.+-])(?:[A-Za-z]{1,4}\d{6,}|\d{9}|\d{12,})(?![\w-])")
KEPT_BY_OTHERS = (
    r"(?:member(?:ship)?|patient|insurance|policy|group|account|acct|subscriber|medicare|medicaid|chart|claim|plan|licen[sc]e"
    r"|passport)"
)
IDENTIFIER = re.compile(
    r"\b(?:ssn|social(?:\ssecurity)?|mrn|medical\srecord|driver'?s?'?\slicen[sc]e|passport|cvv|cvc|member\sid"
    rf"|{KEPT_BY_OTHERS}(?:'s)?\s*(?:id|number|no\b\.?|num\b|\#)"
    r"|last\s(?:4|four)(?:\sdigits)?(?:\sof\s(?:my|the|his|her)(?:\s\w+)?)?)"
    r"\s*(?:id|number|no\b\.?|num\b|\#)?\s*(?:is|are|:|=|\#)?\s*"
    r"((?=[\w-]*\d)[A-Za-z0-9-]{3,}(?:\s(?=[A-Za-z-]*\d)[A-Za-z0-9-]{2,}\b){0,5})",
    re.IGNORECASE,
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
FULL_NUMERIC = r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}"
DATE = (
    rf"(?:{FULL_NUMERIC}|\d{{8}}|\d{{6}}|\d{{1,2}}/\d{{1,2}}"
    rf"|{MONTH}\s*{ORDINAL}(?:,?\s*(?:of\s)?(?:\d{{4}}|'?\d{{2}}))?|(?:the\s)?{ORDINAL}\s*(?:of\s)?{MONTH},?(?:\s*\d{{4}})?"
    rf"|{MONTH}\s*\d{{4}}|(?:19|20)\d\d|'\d\d)(?!\w)"
)
BIRTH = r"(?:d\.?\s?o\.?\s?b\.?|date\sof\sbirth|birth\s?dates?|birth\s?days?|b-?day|born)"
BIRTHDATES = (
    re.compile(rf"\b{BIRTH}(?!\w)\W{{0,3}}(?:(?:is|was|on|in|its|it's|back)\W{{1,3}}){{0,3}}({DATE})", re.IGNORECASE),
    re.compile(
        rf"({DATE})\s*(?:is|was|=|,|\()?\s*(?:that'?s|as)?\s*(?:my|her|his|the)?\s*(?:dob|date\sof\sbirth|birth\s?day)", re.I
    ),
    re.compile(r"(?<!since )(?<![\w/.-])(\d{1,2}[/.-]\d{1,2}[/.-](?:19\d\d|200\d))(?![\w/-])", re.IGNORECASE),
)


def find_emails(text: str) -> Iterator[Found]:
    """E-mail addresses, also where they are spelled out."""
    if AT.search(text):  # like the other cheap looks below: most messages hold nothing of the kind
        yield from ((match.start(), match.end(), "email") for match in EMAIL.finditer(text))


def find_numbers(text: str) -> Iterator[Found]:
    """Cards, social security numbers, and whatever is called an identifier or is long enough to be one."""
    if not DIGIT.search(text):
        return
    for pattern in (CARD, SOCIAL):
        yield from ((match.start(), match.end(), "number") for match in pattern.finditer(text))
    yield from ((*match.span(1), "number") for match in IDENTIFIER.finditer(text))
    yield from ((match.start(), match.end(), "number") for match in LONG.finditer(text))


def find_birthdates(text: str) -> Iterator[Found]:
    """Dates said to be of birth, and full dates old enough to be."""
    if not DIGIT.search(text):
        return
    for pattern in BIRTHDATES:
        yield from ((*match.span(1), "birthdate") for match in pattern.finditer(text))


def find_phones(text: str) -> Iterator[Found]:
    """Telephone numbers in any usual spelling; an odd one where it is said to be one."""
    yield from ((match.start(), match.end(), "phone") for match in PHONE.finditer(text))
    for match in NUMBER_CUE.finditer(text):
        if sum(character.isdigit() for character in match[1]) >= 7:
            yield (*match.span(1), "phone")
