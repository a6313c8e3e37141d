"""What a topic is like beyond its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import Content, load
from bot.content.properties import NO_PROPERTIES, Properties, properties_of
from tests.small_content import TOPIC, edit, line_of, refusals


def test_what_a_file_leaves_out_is_no_property() -> None:
    """A topic of which nothing is said is like any other."""
    assert properties_of({}) == NO_PROPERTIES
    assert properties_of({"practical": True}) == Properties(practical=True)


@pytest.mark.parametrize("told", ["practicle: true", "practical: yes", "practical: [true]", "in_danger: perhaps"])
def test_what_is_no_property_is_refused_and_does_nothing(small: Path, told: str) -> None:
    """A slip of the pen is told with file, line and name, and the topic is served as if it weren't there."""
    edit(small, TOPIC, "nlu:", f"properties: {{{told}}}\nnlu:")

    [(file, line, words)] = refusals(small)
    assert (file, line) == (TOPIC, line_of(small, TOPIC, "properties:"))
    assert told.split(":")[0] in words
    topic = load(small).topics["faq/stretching"].properties
    assert (topic.practical, topic.unread) == (False, (told.split(":")[0],))


def test_a_reply_that_is_gone_is_refused(small: Path) -> None:
    """Who asks on must not be met by silence."""
    edit(small, TOPIC, "nlu:", "properties: {again: said_nowhere}\nnlu:")

    assert refusals(small) == [(TOPIC, line_of(small, TOPIC, "again:"), "no file in data/replies/ has the reply said_nowhere.")]


def test_a_topic_that_is_gone_has_none(known: Content) -> None:
    """A conversation may have been answered by a topic that the content doesn't hold any more."""
    assert known.properties("faq/location").practical
    assert known.properties("faq/gone") == NO_PROPERTIES
