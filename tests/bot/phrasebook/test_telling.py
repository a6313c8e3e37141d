"""What a story tells on the way to its question, and what only weighs an answer."""

from __future__ import annotations

import pytest

from bot.phrasebook.telling import STORY, really_asking, weighs

TOLD = "I just never got around to asking her why it works"
OPENED = "how long do the needles stay in"
ASKED = "What actually goes on in the body once a needle is in?"


def test_what_a_story_tells_is_no_question() -> None:
    """Of a long message with a question mark, a sentence that neither opens as a question nor ends as one asks nothing."""
    body = f"One of ours does this on the old dogs with bad hips and they go home wagging. {TOLD}. {ASKED}"

    assert len(body.split()) > STORY
    assert really_asking(body, (TOLD, ASKED)) == (ASKED,)


def test_a_question_without_its_mark_is_one() -> None:
    """A clause that opens as a question asks, however long the message; so does one whose sentence ends with the mark."""
    first, second = "would it go well with my belt", "has she done many of these"
    body = f"My physio has me on a belt and she has been very good to me all winter long. {OPENED}. So {first}, and {second}?"

    assert len(body.split()) > STORY
    assert really_asking(body, (OPENED, first, second)) == (OPENED, first, second)


@pytest.mark.parametrize(
    "clause",
    [
        "I'd be grateful to hear whether it is safe for the baby",
        "Not sure if it's safe this late on",
        "My sister asks if needles can start labour",
        "Does pelvic pain respond to this",
        "You take aetna",
        "seriously tho how much is it?!",
        "(and honestly does it sting?)",
    ],
)
def test_what_is_asked_in_passing_is_asked(clause: str) -> None:
    """However politely, without a mark, or with more marks than one."""
    story = "I'm 31 weeks with our second, my mother has been here since the winter, and she minds the eldest until noon"
    body = f"{story}. {clause}. Where are you?"

    assert len(body.split()) > STORY
    assert really_asking(body, (clause, "Where are you?")) == (clause, "Where are you?")


@pytest.mark.parametrize("body", [f"{TOLD}. {ASKED}", f"{TOLD} " * 4])
def test_short_or_unmarked_messages_are_left_alone(body: str) -> None:
    """Whoever writes little, or sets no question mark at all, is taken at every word that may ask."""
    assert really_asking(body, (TOLD,)) == (TOLD,)


@pytest.mark.parametrize(
    ("body", "clause", "expected"),
    [
        ("will I feel them, or am I worrying over nothing?", "am I worrying over nothing?", True),
        ("is it the hormones? Or is it too soon for that", "is it too soon for that", True),
        ("is it safe for him, is it sore", "is it sore", False),
        ("what is it for, is it sore", "is it sore", False),
        ("is it sore", "is it sore", False),
        ("is it sore", "is it safe", False),
    ],
)
def test_the_other_half_of_a_question_is_told_from_another(body: str, clause: str, expected: bool) -> None:
    """Only what stands behind `or` weighs an answer to what was asked before it."""
    assert weighs(body, clause) is expected
