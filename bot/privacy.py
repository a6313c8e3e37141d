"""What tells who someone is, out of the text before it is stored or logged."""

from __future__ import annotations

import re

EMAIL = re.compile(r"[\w.+%-]+\s*@\s*[\w-]+(?:\.[\w-]+)+", re.UNICODE)
PHONE = re.compile(
    r"(?<![\w.])(?:\+?\d{1,3}[\s.-]*)?(?:\(\d{3}\)|\d{3})[\s.-]*\d{3}[\s.-]*\d{4}(?!\w)"
    r"|(?<![\w.])\+\d(?:[\s.-]?\d){7,14}(?!\w)"
)


def mask(text: str) -> str:
    """The text with phone numbers and e-mail addresses replaced by `[phone]` and `[email]`."""
    return PHONE.sub("[phone]", EMAIL.sub("[email]", text))
