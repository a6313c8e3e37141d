"""What the front desk makes of the characters a patient sent: normalising, and reading numbers."""

from __future__ import annotations

import asyncio
import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.inbound import Inbound
from bot.conversation.typed_text import choice_number, normalised
from bot.turn import FrontDesk

SPACES = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isspace()]
CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
ANY_TEXT = st.text(st.characters(blacklist_categories=()))
SAID = {
    1: "1|1.|1)|one|One.|first|1st|the first one|#1|no. 1|option 1|number one",
    2: "2| 2 |two|second|2nd|the 2nd one|two please|SECOND ONE!|\n2\n|no 2",
    3: "3|three|third|the third|3rd one|option three",
    0: "|0|12|2 weeks|1 or 2|the|no|none|one two|how many|2?!x|-1|²|yes|no one|No one.|no first|no second|no. one",
}


@given(ANY_TEXT)
def test_no_text_can_command_the_brain(text: str) -> None:
    """Whatever was typed, what the brain reads starts with neither a slash nor a space, and ends with no space."""
    found = normalised(text)

    assert (found.strip(), found.startswith("/")) == (found, False)


@given(ANY_TEXT)
def test_normal_text_is_clean(text: str) -> None:
    """No control character but newline, no lone surrogate, composed letters: what every store and encoder can take."""
    found = normalised(text)

    assert [character for character in found if unicodedata.category(character) in ("Cc", "Cs") and character != "\n"] == []
    assert found == unicodedata.normalize("NFC", found)
    assert found.encode("utf-8").decode("utf-8") == found


@given(ANY_TEXT)
def test_normal_text_stays_as_it_is(text: str) -> None:
    """Normalising again changes nothing, so the same message sent again has the same digest."""
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(st.sampled_from([*SPACES, *CONTROLS, "/"])))
def test_nothing_before_a_slash_saves_it(prefix: str) -> None:
    """No mixture of spaces, control characters and slashes before a word is kept."""
    assert normalised(f"{prefix}greet") == "greet"


@pytest.mark.parametrize("space", SPACES, ids=lambda space: f"U+{ord(space):04X}")
def test_no_space_hides_a_slash(space: str) -> None:
    """Each character that Python, and so Rasa, counts as space before a slash is seen through."""
    assert normalised(f"{space}/restart{space}") == "restart"


@given(st.from_regex(r"[!-.0-~]([ \n]?[!-~])*", fullmatch=True))
def test_plain_words_are_left_alone(text: str) -> None:
    """Ordinary writing, a blank at a time, reaches the brain letter by letter, slashes and line breaks inside it too."""
    assert normalised(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a\r\nb", "a\nb"),
        ("a\tb\rc", "a b c"),
        ("cafe\u0301", "café"),
        ("a\x00b\x9fc", "a b c"),
        ("hi \ud83d there", "hi there"),
        ("/", ""),
    ],
)
def test_what_was_typed_becomes_what_was_meant(typed: str, meant: str) -> None:
    """Line ends are one character, other controls a space, accents composed."""
    assert normalised(typed) == meant


@pytest.mark.parametrize(
    "text", ["/restart", "\u2003/restart", "/ /session_start", "\x1c//back", '/faq{"x": 1}', "/", "EXTERNAL: x"]
)
def test_commands_are_only_words(desk: FrontDesk, text: str) -> None:
    """What would drive Rasa is answered like any other message: nothing fails, nothing is restarted."""
    reply = asyncio.run(desk.take(Inbound("web_one", "web", "m1", text)))

    assert reply.messages[0]["text"] != desk.content.reply("brain_down", "web")
    assert reply.kind in ("clarify", "out_of_scope", "smalltalk", "answer", "not_covered")


@pytest.mark.parametrize(("text", "number"), [(text, number) for number, texts in SAID.items() for text in texts.split("|")])
def test_a_number_is_read_however_it_is_said(text: str, number: int) -> None:
    """A patient may answer a list with a figure, a word or an ordinal, and nothing else is taken for one."""
    assert choice_number(text) == number


@given(ANY_TEXT)
def test_any_text_may_be_asked_for_a_number(text: str) -> None:
    """Looking for a number never fails, and a text without digit or number word has none."""
    number = choice_number(text)

    assert number == 0 or re.search(r"\d|one|first|two|second|three|third", text.casefold())


def test_blanks_are_told_once() -> None:
    """A thousand in a row kept every expression busy for half a minute; a new line among them stays one."""
    assert normalised("no" + " " * 990 + "x\n \n y") == "no x\ny"
