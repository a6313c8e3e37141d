"""Names of people, as patients give them: in any case, with or without a cue; words that only look like names stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.mask import mask
from bot.privacy.names import capitals_matter
from bot.privacy.words import common_words, first_names

MASKED = [
    ("im jen", "im [name]"),
    ("this is mike call me 4845551234", "this is [name] call me [phone]"),
    ("My name is Oluwaseun Adeyemi.", "My name is [name]."),
    ("my doctor is Dr. Okafor", "my doctor is [name]"),
    ("the booking is under Fitzgerald", "the booking is under [name]"),
    ("thanks, Steph Bianchi", "thanks, [name]"),
    ("Jane Holloway wants to come", "[name] wants to come"),
    ("my friend Xiomara sent me", "my friend [name] sent me"),
    ("I'm Grace", "I'm [name]"),
]
LEFT = [
    "im pregnant",
    "this is great",
    "call me tomorrow",
    "who is dr mclees",
    "whos dr mcleese",
    "hi amara",
    "can i come in may",
    "the Jane app won't open",
    "my doctor says no",
    "the doctor bit",
    "my name won't be on a list",
    "a bit of grace please",
    "I'm Catholic",
    "thanks heaps",
    "IS IT SAFE IN THE FIRST TRIMESTER",
    "Where Are You Located",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_a_name_is_masked(text: str, masked: str) -> None:
    """Whoever is named goes, first name and surname together, and the words around them stay."""
    assert mask(text) == masked


@pytest.mark.parametrize("text", LEFT)
def test_a_question_stays_a_question(text: str) -> None:
    """The clinic's practitioner, months, products and plain words are not taken for a patient's name."""
    assert mask(text) == text


@settings(deadline=None)
@given(
    st.sampled_from(sorted(first_names())),
    st.sampled_from(["im {}", "this is {} again", "my name is {}", "hi its {}", "can {} come too", "thanks, {}", "{} here"]),
    st.sampled_from([str.lower, str.title, str.upper]),
)
def test_no_common_first_name_survives(name: str, sentence: str, case: object) -> None:
    """No first name on the list is kept, in whatever case and place."""
    said = case(name)  # type: ignore[operator]

    assert said not in mask(sentence.format(said))


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(common_words())), min_size=1, max_size=8))
def test_common_words_alone_stay(words: list[str]) -> None:
    """Where every word is a common one there is nobody to hide."""
    text = "so " + " ".join(words)

    assert "[name]" not in mask(text)


@pytest.mark.parametrize(
    ("text", "matter"), [("Where Are You Located", False), ("I live in Wayne", True), ("HELP ME NOW", False)]
)
def test_capitals_matter_where_they_are_few(text: str, matter: bool) -> None:
    """In a title or a shout a capital tells nothing."""
    assert capitals_matter(text) is matter
