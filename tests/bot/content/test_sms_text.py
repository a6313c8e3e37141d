"""What a text message can carry, and how long it is there."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.sms_text import BASIC, EXTENDED, carried, fold, length, segments, unsupported

GSM = st.text(st.sampled_from(sorted(BASIC | EXTENDED)))
FOLDED = [
    ("20–30 minutes — often…", "20-30 minutes - often..."),
    ("“It’s ‘fine’”", "\"It's 'fine'\""),
    ("café, naïve, Zoë, Ñandú, señor", "café, naive, Zoe, Ñandu, señor"),
    ("a\u00a0b\tc", "a b c"),
    ("• one", "- one"),
    ("5 € {x}", "5 € {x}"),
    ("ﬁne", "fine"),
    ("1½ hours", "1 1/2 hours"),
    ("½ hour", "1/2 hour"),
    ("good 👍", "good "),
    ("伸", ""),
]


def test_alphabet_is_the_published_one() -> None:
    """The basic alphabet holds its 127 characters without the escape, the extension its nine that print."""
    assert (len(BASIC), len(EXTENDED)) == (127, 9)
    assert set(string.ascii_letters + string.digits + " @£$\n").issubset(BASIC)
    assert not BASIC & EXTENDED
    assert "ç" not in BASIC


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_text_is_made_plain(text: str, expected: str) -> None:
    """Quotes, dashes and accents become their plain twins; what has none is dropped."""
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("hello", 5), ("€", 2), ("{}[]|~^\\", 16), ("é", 1), ("’", 1), ("…", 3), ("👍", 0), ("a\nb", 3)],
)
def test_length_is_counted_in_places(text: str, expected: int) -> None:
    """The extension takes two places a character, and a text counts as it is sent."""
    assert length(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x" * 160, 1),
        ("x" * 161, 2),
        ("€" * 80, 1),
        ("x" * 152 + "€" + "x" * 152, 3),
        ("x" * 69 + "’", 1),
        ("x" * 66 + "🙂" + "x" * 66, 3),
    ],
)
def test_segments_are_counted_as_carriers_do(text: str, expected: int) -> None:
    """A text is counted in its own alphabet, as it stands, and no character is cut in two."""
    assert segments(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain – “text” é", ""),
        ("伸 and 👍 and 伸", "伸👍"),
        ("a\u200bb", "\u200b"),
        ("x\u2192y", "\u2192"),
        ("", ""),
        ("10²", "²"),
    ],
)
def test_lost_characters_are_named(text: str, expected: str) -> None:
    """Each character that would be dropped, or would turn into something else than its plain twin, is named once."""
    assert unsupported(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("请打 911。", "请打 911。"), ("Hãy gọi 911, đừng đợi", "Hay goi 911, dung doi"), ("“é” ç", '"é" c')]
)
def test_letters_without_a_twin_are_carried_as_they_stand(text: str, expected: str) -> None:
    """Only where there are any; all else is made plain."""
    assert carried(text) == expected


@settings(deadline=None)
@given(st.text())
def test_folded_text_can_be_carried(text: str) -> None:
    """Whatever comes in, what goes out is in the alphabet, and folding it again changes nothing."""
    folded = fold(text)

    assert set(folded) <= BASIC | EXTENDED
    assert fold(folded) == folded
    assert len(folded) <= length(text) <= 2 * len(folded)


@settings(deadline=None)
@given(GSM)
def test_what_can_be_carried_stays(text: str) -> None:
    """A text in the alphabet goes out as it is, each place of it counted."""
    assert fold(text) == text
    assert unsupported(text) == ""
    assert length(text) == sum(2 if each in EXTENDED else 1 for each in text)


@settings(deadline=None)
@given(st.text(), st.text())
def test_lengths_add_up(one: str, other: str) -> None:
    """Two texts put together take the places of both."""
    assert length(one + other) == length(one) + length(other)
