"""A message as it arrives: how it is read, and which choice it takes."""

from __future__ import annotations

import pytest

from bot.conversation.inbound import MAX_CHARACTERS, Inbound, UnknownChoice

CHOICES = {"c1": "faq/location", "c2": "faq/contact"}


@pytest.mark.parametrize("channel", MAX_CHARACTERS)
def test_no_more_is_read_than_the_channel_allows(channel: str) -> None:
    """What is longer than the channel's limit is cut, for whatever is urgent in it was looked for before."""
    read = Inbound("one", channel, "m1", "x" * 5000).read()

    assert len(read.text) == MAX_CHARACTERS[channel]


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [("", "c2", "faq/contact"), ("2", "", "faq/contact"), ("the first", "", "faq/location"), ("3", "", ""), ("hello", "", "")],
)
def test_a_choice_is_taken_by_button_or_by_number(text: str, value: str, label: str) -> None:
    """The button's value or the number in words or digits names the choice; anything else takes none."""
    assert Inbound("one", "web", "m1", text, value).taken(CHOICES) == label


def test_a_button_that_was_not_offered_takes_nothing() -> None:
    """A value from another conversation, or from an older offer, is refused instead of answered."""
    with pytest.raises(UnknownChoice):
        Inbound("one", "web", "m1", value="c9").taken(CHOICES)


def test_the_number_it_came_from_is_not_shown() -> None:
    """A message that ends up in a log or a traceback does not tell who sent it."""
    assert "555" not in repr(Inbound("one", "sms", "m1", "hi", sender_number="+16105550123"))


def test_a_digest_tells_messages_apart_and_nothing_else() -> None:
    """The same words and button under the same key have the same digest; without the key nobody can look words up by it."""
    said = [Inbound("one", "web", "m1", "hi"), Inbound("two", "sms", "m2", "hi"), Inbound("one", "web", "m1", value="hi")]

    assert said[0].digest(b"key") == said[1].digest(b"key") != said[2].digest(b"key")
    assert said[0].digest(b"key") != said[0].digest(b"other")
