"""Questions that lean on the last answer."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.properties import NAMES
from bot.phrasebook.follow_ups import LABELS, bare, opened, picked, points_back, refers, resolved, without_opening
from bot.phrasebook.leaning import LEANING


@pytest.mark.parametrize(
    ("label", "last_topic", "expected"),
    [
        ("follow_up/why", "faq/evidence", "faq/how_acupuncture_helps"),
        ("follow_up/more", "faq/session_length", "faq/what_to_expect"),
        ("follow_up/pregnant", "faq/evidence", "faq/evidence_pregnancy"),
        ("follow_up/pregnant", "faq/needles_pain", "faq/pregnancy_safety"),
        ("follow_up/why", "", "smalltalk/unsure"),
    ],
)
def test_a_follow_up_leads_on_from_the_last_answer(known: Content, label: str, last_topic: str, expected: str) -> None:
    """What `why?` or `and when pregnant?` asks for depends on what was just answered."""
    assert resolved(label, last_topic, known.properties(last_topic)) == expected


def test_every_follow_up_leads_somewhere(known: Content) -> None:
    """No follow-up leads from or to a topic that does not exist."""
    named = {name for name, _, _ in LABELS.values()}
    led = {target for _, otherwise, first in LABELS.values() for target in (otherwise, first)}
    leaning = {label for each in LEANING for label in (each.label, *each.after, each.leads_to)}

    assert (led | leaning | set(LABELS)) - set(known.topics) == set()
    assert named <= set(NAMES)


@pytest.mark.parametrize(
    ("text", "expected"), [("and our toddler?", True), ("til when", True), ("our toddler?", False), ("and " * 9, False)]
)
def test_a_short_question_may_go_on_from_the_last_answer(text: str, expected: bool) -> None:
    """`and …`, `how about …` in a few words belongs to what was answered before."""
    assert opened(text) is expected


@pytest.mark.parametrize("text", ["which ones", "from what year?", "who decides", "and then what"])
def test_a_bare_question_says_nothing_by_itself(text: str) -> None:
    """Only the last answer tells what a question without a word of its own is about."""
    assert bare(text)


@pytest.mark.parametrize(
    "text",
    ["", "who won the game", "how long are they in me", "what is the price"],
)
def test_a_word_of_its_own_makes_a_question_whole(text: str) -> None:
    """A subject, or many words, and the question is read as it stands."""
    assert not bare(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("would this help?", True), ("would you see me?", True), ("where are you", False), ("how do i do it " * 3, False)],
)
def test_a_short_question_may_point_back(text: str, expected: bool) -> None:
    """In a few words `this` is what was said before."""
    assert refers(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and the fee", "the fee"),
        ("ok so the street?", "the street?"),
        ("sorry i meant the street", "the street"),
        ("k and the street", "the street"),
        ("fine needles?", "fine needles?"),
        ("wait list?", "wait list?"),
        ("and", "and"),
        ("the fee and so on", "the fee and so on"),
    ],
)
def test_words_that_only_tie_a_question_to_the_last_are_left_off(text: str, expected: str) -> None:
    """`and the fee` asks for the fee."""
    assert without_opening(text) == expected


def test_a_long_sentence_stays_as_it_is() -> None:
    """Only a short question leans on what was said."""
    told = "and then my sister said that you might be able to help"

    assert without_opening(told) == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [("is that true?", True), ("Can I still come?", True), ("who does it", False), ("can i still come on a sunday", False)],
)
def test_a_question_may_only_point_back(text: str, expected: bool) -> None:
    """Then what was told before it is asked about; a word of its own, and it asks for something."""
    assert points_back(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("just the last one", "c?"),
        ("the second question pls", "b?"),
        ("no i meant the first", "a?"),
        ("oh ok, the first part?", "a?"),
        ("the last train", ""),
    ],
)
def test_one_of_several_questions_is_picked(text: str, expected: str) -> None:
    """Of the message before; where that asked only one thing there is nothing to pick."""
    assert picked(text, ("a?", "b?", "c?")) == expected
    assert picked(text, ("a?",)) == ""
