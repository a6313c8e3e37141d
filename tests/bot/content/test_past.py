"""An earlier text of a file, read as the question it held."""

from __future__ import annotations

import pytest

from bot.content.past import draft_of
from tests.small_content import TOPIC, TOPIC_TEXT


def test_an_earlier_text_is_a_question() -> None:
    """Title, answers, facts and ways of asking come out of the text alone."""
    found = draft_of(TOPIC, TOPIC_TEXT, 3)

    assert found is not None
    assert (found.label, found.title, len(found.phrases), found.number) == ("faq/stretching", "Stretching", 8, 3)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (TOPIC, ""),
        (TOPIC, "- x"),
        (TOPIC, "responses: 3"),
        ("data/facts/clinic.yml", "facts: []"),
        ("data/faq/a/b.yml", TOPIC_TEXT),
    ],
)
def test_what_holds_no_question_is_none(file: str, text: str) -> None:
    """A broken text, or another kind of file, is no question."""
    assert draft_of(file, text) is None
