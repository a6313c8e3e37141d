"""Questions that lean on the last answer."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.understanding.follow_ups import ABOUT_ME, LABELS, LEANING, bare, leaning, opened, refers, resolved, without_opening


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
def test_a_follow_up_leads_on_from_the_last_answer(label: str, last_topic: str, expected: str) -> None:
    """What `why?` or `and when pregnant?` asks for depends on what was just answered."""
    assert resolved(label, last_topic) == expected


@pytest.mark.parametrize(
    ("label", "text", "last_topic", "expected"),
    [
        ("not_covered/needle_safety", "any risks?", "faq/pregnancy_safety", "faq/pregnancy_safety"),
        ("faq/evidence", "does it even work for that", "faq/pregnancy_si_pain", "faq/evidence_pregnancy"),
        ("faq/evidence", "does it even work for that", "faq/causes", "faq/evidence"),
        ("faq/evidence", "and does acupuncture work for that in studies", "faq/pregnancy_si_pain", "faq/evidence_pregnancy"),
        ("faq/evidence", "does acupuncture work for old si joint pain", "faq/pregnancy_safety", "faq/evidence"),
        ("faq/location", "where is it", "faq/pregnancy_safety", "faq/location"),
        ("faq/needles_pain", "what does it feel like", "faq/causes", "faq/what_is_si_pain"),
        ("faq/needles_pain", "and does the needle hurt there", "faq/causes", "faq/needles_pain"),
        ("faq/needles_pain", "what does it feel like", "faq/what_to_expect", "faq/needles_pain"),
        ("faq/location", "where is it", "faq/causes", "faq/what_is_si_pain"),
        ("faq/location", "where is your office", "faq/causes", "faq/location"),
        ("not_covered/exercises_at_home", "how about swimming", "faq/integrative_care", "faq/integrative_care"),
        ("faq/evidence", "which ones", "faq/evidence_pregnancy", "faq/references"),
        ("faq/evidence", "which ones", "faq/needles_pain", "faq/evidence"),
        ("smalltalk/capabilities", "can you help her", "faq/causes", "faq/right_for_me"),
        ("smalltalk/capabilities", "what can you tell me", "faq/causes", "smalltalk/capabilities"),
        ("faq/session_length", "and how long does it hold", "faq/how_soon_relief", "faq/how_soon_relief"),
        ("faq/session_length", "and how long is it", "faq/evidence", "faq/session_length"),
        ("faq/references", "based on which things", "faq/personalised_plan", "faq/personalised_plan"),
        ("faq/references", "which studies", "faq/personalised_plan", "faq/references"),
        ("not_covered/hours", "from which week", "faq/pregnancy_safety", "faq/pregnancy_safety"),
        ("not_covered/hours", "and on weekends", "faq/pregnancy_safety", "not_covered/hours"),
    ],
)
def test_a_short_question_is_about_what_was_answered(label: str, text: str, last_topic: str, expected: str) -> None:
    """A question that names no subject is read after the last answer; one that does is not."""
    assert leaning(label, text, last_topic) == expected


def test_every_follow_up_leads_somewhere(known: Content) -> None:
    """No follow-up leads from or to a topic that does not exist."""
    led = {target for after, otherwise, first in LABELS.values() for target in (*after.values(), otherwise, first)}
    origins = {f"faq/{topic}" for after, _, _ in LABELS.values() for topic in after}

    leaning = {label for before, leant in LEANING.values() for label in (*before, leant)} | set(LEANING)

    assert (led | origins | leaning) - set(known.topics) == set()


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


def test_why_it_hurts_is_asked_of_the_pain() -> None:
    """After what SI pain is, not of the needles; elsewhere, or of needles by name, it is of them."""
    assert leaning("faq/needles_pain", "and why does it hurt", "faq/what_is_si_pain") == "faq/causes"
    assert leaning("faq/needles_pain", "does it hurt", "faq/what_is_si_pain") == "faq/what_is_si_pain"
    assert leaning("faq/needles_pain", "and why does it hurt", "faq/session_length") == "faq/needles_pain"


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        ("im 32 weeks", "faq/evidence", "faq/evidence_pregnancy"),
        ("she's 7 months along", "faq/how_soon_relief", "faq/evidence_pregnancy"),
        ("im 32 weeks", "faq/location", ABOUT_ME),
        ("im 32 weeks", "", ABOUT_ME),
        ("i sit at a desk all day", "faq/evidence", ABOUT_ME),
    ],
)
def test_a_pregnancy_told_after_an_answer_asks_for_its_pregnant_version(text: str, topic: str, expected: str) -> None:
    """Where the answer has one; elsewhere who tells of herself is thanked."""
    assert leaning(ABOUT_ME, text, topic) == expected
