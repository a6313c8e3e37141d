"""An earlier text of a file, read as the question it held."""

from __future__ import annotations

import pytest

from bot.content import ContentError
from bot.content.past import draft_of, said_in
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


def test_what_any_file_says_is_told_without_its_marks() -> None:
    """The words of a file come line by line, names of keys and ids left out; what can't be read is said to be so."""
    assert said_in(TOPIC_TEXT)[-1] == "limbering up"
    assert said_in("facts:\n  - {id: a, says: One step., source: clinic}\n") == ["One step."]
    with pytest.raises(ContentError):
        said_in("a: [")
