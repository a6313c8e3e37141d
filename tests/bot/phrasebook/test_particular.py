"""One particular."""

from __future__ import annotations

from bot.phrasebook.particular import MOST_WORDS, Particular, words


def test_a_long_story_asks_for_no_particular() -> None:
    """In it such words may mean anything."""
    one = Particular("faq/causes", "x", words(r"\bjournal\b"))

    assert one.asked("which journal")
    assert not one.asked("journal " * (MOST_WORDS + 1))


def test_words_may_say_that_something_else_is_meant() -> None:
    """`unless` counts more than `words`."""
    assert not Particular("faq/causes", "x", words("shot"), words("flu")).asked("a flu shot")
