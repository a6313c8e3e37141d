"""Messages in other languages are read in one spelling each."""

from __future__ import annotations

import unicodedata

import pytest

from bot.safety.foreign_reading import ForeignReader, folded

READER = ForeignReader()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我流血了，怀孕10周！", " 我 流 血 了 , 怀 孕 10 周 . "),
        ("懷孕 頭暈", " 怀 孕 头 晕 "),
        ("tôi bị Chảy Máu, ĐAU", " toi bi chay mau , dau "),
        ("J'ai mal à la tête", " jai mal a la tete "),
        ("идёт кровь", " идет кровь "),
        ("أنا حامل؟", " انا حامل ? "),
        ("ज़हर साँस।", " जहर सांस . "),
        ("", " "),
    ],
)
def test_a_message_reads_in_plain_words(text: str, expected: str) -> None:
    """Accents, capitals, widths, the signs of Taiwan and stops come out one way."""
    (read,) = READER.readings(text)

    assert unicodedata.normalize("NFC", read) == unicodedata.normalize("NFC", expected)


def test_korean_is_read_by_its_letters() -> None:
    """A stem is found whatever ends its last syllable."""
    (read,) = READER.readings("피가 났어요")

    assert read.split()[1].startswith(folded("나"))


def test_what_is_invisible_hides_nothing() -> None:
    """Signs glued by what nobody sees are read as ever."""
    assert READER.readings("流\u200b血") == READER.readings("流血")


def test_a_pattern_is_written_as_messages_are_read() -> None:
    """Its brackets, stars and gaps stay."""
    assert folded("(chảy|ra) .. máu*").split() == ["(chay|ra)", "..", "mau*"]
    assert folded("流血").split() == ["流", "血"]
