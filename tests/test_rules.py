"""What the rules themselves say: plain, and short enough for a text message."""

from __future__ import annotations

from typing import Any

import pytest

from bot.content import Content
from bot.content.load import parse
from bot.content.model import KINDS, fill
from bot.content.sms_text import length, unsupported
from bot.settings import ROOT
from tests.reading_grade import grade

HIGHEST_GRADE = 8.0
SEGMENTS = 306
LONGEST_NAME = {
    "callback_name": "Mary-Jane O'Brien",
    "callback_number": "(484) 555-0123",
    "callback_time": "any morning but Friday",
}
WORDINGS = [
    pytest.param(name, each, id=f"{name}-{each.get('channel', 'all')}")
    for path in sorted((ROOT / "data" / "rules").glob("*.yml"))
    for name, wordings in parse(path, path.name).get("responses", {}).items()
    for each in wordings
]


@pytest.mark.parametrize(("name", "wording"), WORDINGS)
def test_a_wording_is_plain(name: str, wording: Any) -> None:
    """Eight years of school are enough, and its kind is one that we know."""
    assert grade(wording["text"]) <= HIGHEST_GRADE
    assert wording.get("metadata", {"kind": "clarify"})["kind"] in KINDS


@pytest.mark.parametrize(("name", "wording"), WORDINGS)
def test_a_text_message_fits(known: Content, name: str, wording: Any) -> None:
    """Below the first-contact line, with its choices, in two segments of letters that phones have."""
    others = [each.values[1] for each in WORDINGS if each.values[0] == name]
    if wording.get("channel") == "sms" or not any(each.get("channel") == "sms" for each in others):
        values = {**known.placeholders(), **LONGEST_NAME, "callback_why": ""}
        choices = [f"{number}. {button['title']}" for number, button in enumerate(wording.get("buttons", []), 1)]
        lines = [
            known.reply("first_contact", "sms"),
            fill(wording["text"], values),
            *choices,
            *(["Reply 1 or 2."] if choices else []),
        ]

        assert length("\n".join(lines)) <= SEGMENTS
        assert unsupported("\n".join(lines)) == ""
