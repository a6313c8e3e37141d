"""A topic as people see it."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.draft import UnknownTopic, drafts, read


def test_every_question_reads_as_a_draft(known: Content) -> None:
    """Each question has a title, an answer, facts and ways of asking, and its label names its file."""
    found = drafts(known)

    assert len(found) == sum(topic.group == "faq" for topic in known.topics.values())
    assert [each.title.casefold() for each in found] == sorted(each.title.casefold() for each in found)
    assert all(each.web and each.facts and each.phrases and each.on for each in found)
    assert {each.file for each in found} == {topic.file for topic in known.topics.values() if topic.group == "faq"}


def test_variants_are_read_apart(known: Content) -> None:
    """The wording for patients who said to be pregnant is never taken for the plain one."""
    varied = [each for each in drafts(known) if each.pregnant_web]

    assert all(each.pregnant_web != each.web and each.pregnant_sms for each in varied)


@pytest.mark.parametrize("label", ["faq/nowhere", "person", "", "faq/"])
def test_what_is_no_question_is_unknown(known: Content, label: str) -> None:
    """A label without an answer of its own is no draft."""
    with pytest.raises(UnknownTopic):
        read(known, label)
