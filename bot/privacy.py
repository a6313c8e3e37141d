"""What tells who someone is, out of the text before it is stored or logged."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+%-]+\s*@\s*[\w-]+(?:\.[\w-]+)+", re.UNICODE)
APART = r"[\s./\u2010-\u2015-]"
PHONE = re.compile(
    rf"(?<![\d.])(?:\+?\d{{1,3}}{APART}*)?(?:\(\d{{3}}\)|\d{{3}}){APART}*\d{{3}}{APART}*\d{{4}}(?!\d)"
    rf"|(?<![\d.])\+\d(?:{APART}?\d){{7,14}}(?!\d)"
    r"|(?<![\w.-])\d{3}[.\u2010-\u2015-]\d{4}(?![\w-])"
)


def mask(text: str) -> str:
    """The text with phone numbers and e-mail addresses replaced by `[phone]` and `[email]`."""
    return PHONE.sub("[phone]", EMAIL.sub("[email]", text))
