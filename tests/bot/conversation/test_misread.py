"""Words of somebody who was taken for being in danger."""

from __future__ import annotations

import pytest

from bot.conversation.misread import means_otherwise


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("emergency", "no no its not an emergency, my back just burns"),
        ("emergency", "there is no emergency"),
        ("head_injury", "that was 2 yrs ago"),
        ("chest_and_breath", "it was a flu shot when i was a student"),
        ("ectopic", "im a guy. not pregnant"),
        ("preterm_labour", "she isnt pregnant, never pregnant"),
        ("bleeding", "No madam I am not bleeding. I ask what they say"),
        ("bleeding", "it was a movie lol"),
        ("violence_at_home", "he told me news lol"),
        ("suicide_self_harm", "JK means joking"),
        ("suicide_self_harm", "i mean at the clinic lol"),
        ("preeclampsia", "you misunderstood me"),
    ],
)
def test_who_was_misread_is_believed(urgent: str, text: str) -> None:
    """Said plainly, in whatever words."""
    assert means_otherwise(text, urgent)


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("emergency", "is this not an emergency"),
        ("emergency", "so its not an emergency?"),
        ("emergency", "why is it no emergency"),
        ("stroke_and_seizure", "had one 2 years ago and its back now"),
        ("ectopic", "im not pregnant i think"),
        ("bleeding", "its not bleeding heavily"),
        ("bleeding", "not bleeding anymore"),
        ("chest_and_breath", "just sore i think"),
        ("head_injury", "baby's moving plenty"),
        ("preterm_labour", "they said it would be years"),
    ],
)
def test_doubt_is_no_denial(urgent: str, text: str) -> None:
    """Nor is a question, nor what goes on, nor a lesser degree of it."""
    assert not means_otherwise(text, urgent)
