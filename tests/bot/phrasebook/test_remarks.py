"""Which remark a message is, by its words and by what it was taken for."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.phrasebook.remark import ABOUT_ME
from bot.phrasebook.remarks import ENGLISH_FIRST, REMARKS, remark


def named(text: str, label: str = ABOUT_ME, kind: str = "smalltalk", said: tuple[str, ...] = (), previous: str = "") -> str:
    """The name of the reply to it; empty for none."""
    found = remark(text, label, kind, said, previous)
    return found.reply if found else ""


def test_each_has_words_to_say(known: Content) -> None:
    """In data/replies, for the web and for a phone, and rests on topics that there are."""
    assert {each.reply for each in REMARKS} - set(known.replies) == set()
    topics = {each.topic.removeprefix("faq/") for each in REMARKS if each.topic}
    assert topics - {label.removeprefix("faq/") for label in known.topics} == set()


def test_english_is_agreed_on_before_a_question() -> None:
    """Not where it is what is asked about."""
    assert ENGLISH_FIRST.search("ok english. do you take twins")
    assert ENGLISH_FIRST.search("in english please, where are you")
    assert not ENGLISH_FIRST.search("english speaking staff, do you have any")
    assert not ENGLISH_FIRST.search("do you speak english")


@pytest.mark.parametrize("text", ["", "my hip hurts", "how often should i come", "thanks", "yes", "friday at 3"])
@pytest.mark.parametrize("label", ["faq/causes", "not_covered/price", "callback", "emergency"])
def test_what_was_understood_stays(text: str, label: str) -> None:
    """A plain answer, a call or an alarm gives way to no remark."""
    assert named(text, label, label.split("/")[0], ("faq/evidence",)) == ""
