"""Short messages that are more of the same."""

from __future__ import annotations

import pytest

from bot.phrasebook.staying import counts, stays_with

CASES = [
    ("or the morning, not fussed", "faq/booking", True),
    ("ok the day after?", "faq/booking", True),
    ("on second thought keep it", "faq/booking", True),
    ("are you even there on weekends", "faq/booking", False),
    ("and what does monday cost", "faq/booking", False),
    ("thanks, see you friday", "faq/booking", False),
    ("it's worst in the mornings", "faq/booking", False),
    ("can i get there by train", "faq/location", True),
    ("could one walk it?", "faq/location", True),
    ("i can barely walk", "faq/location", False),
    ("i drive one of those buses all day", "faq/location", False),
    ("how do i get there without a car", "faq/location", True),
    ("can i leave my car there", "faq/location", False),
    ("is it by the stairs or is there a lift", "faq/location", False),
    ("is it just me?", "faq/pregnancy_si_pain", True),
    ("is it normal to need many sessions", "faq/pregnancy_si_pain", False),
    ("even on the sore side?", "faq/needles_pain", True),
    ("even at 8 weeks?", "faq/how_soon_relief", False),
    ("even walking hurts", "faq/location", False),
    ("even if i take aspirin", "faq/pregnancy_safety", False),
    ("and towards the very end?", "faq/pregnancy_safety", True),
    ("also in the first few weeks", "faq/pregnancy_safety", True),
    ("how often near the end", "faq/pregnancy_safety", False),
    ("it aches more towards the end", "faq/pregnancy_safety", False),
    ("in pennsylvania, that is?", "faq/practitioner", True),
    ("where in pennsylvania", "faq/practitioner", False),
    ("how many took part", "faq/evidence_pregnancy", True),
    ("was it against fake needles", "faq/evidence", True),
    ("how many sessions did people need", "faq/evidence", False),
    ("how big are you guys", "faq/evidence", False),
    ("which organisation wrote that one?", "faq/guidelines", True),
    ("from what year", "faq/guidelines", True),
    ("I can't make it any more.", "faq/booking", True),
    ("on the same day?", "faq/integrative_care", True),
    ("which one first", "faq/integrative_care", True),
    ("any same day appointments", "faq/integrative_care", False),
    ("or the morning, not fussed", "faq/causes", False),
    ("or the morning, not fussed", "", False),
    ("even " + "so very " * 6 + "late", "faq/frequency", False),
]


@pytest.mark.parametrize(("text", "last_topic", "expected"), CASES)
def test_more_of_the_same_is_told_from_another_question(text: str, last_topic: str, expected: bool) -> None:
    """After some answers a few words are enough to stay with them; words that ask for something else don't."""
    assert stays_with("", text, last_topic) == (last_topic if expected else "")


@pytest.mark.parametrize("text", ["who wrote that", "when was it", "what year was this", "is it recent?"])
def test_who_and_when_of_a_study_leads_to_its_sources(text: str) -> None:
    """What the evidence says names no year and no author; the list of sources does."""
    assert stays_with("", text, "faq/evidence") == "faq/references"
    assert stays_with("", text, "faq/location") == ""


def test_whom_an_answer_may_not_hold_for_is_another_question() -> None:
    """`even on blood thinners?`, once it is understood for what it is, is never answered with what went before."""
    assert not stays_with("not_covered/medicines", "even on blood thinners?", "faq/pregnancy_safety")


@pytest.mark.parametrize(
    ("text", "topic", "said", "expected"),
    [
        ("hm so 15?", "faq/frequency", "how often do i come", True),
        ("12?", "faq/pregnancy_safety", "i mean in pregnancy", True),
        ("or 3 times", "faq/frequency", "how many", True),
        ("12?", "faq/frequency", "do you treat kids", False),
        ("12?", "faq/location", "where are you", False),
        ("12 years old?", "faq/frequency", "how often", False),
    ],
)
def test_a_number_behind_an_answer_is_one_of_its_own(text: str, topic: str, said: str, expected: bool) -> None:
    """Not the age of a child, unless children were spoken of."""
    assert counts(text, topic, said) is expected


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("and climbing steps", True),
        ("only when i get up", True),
        ("no i mean on the stairs", True),
        ("when", True),
        ("are there stairs at your office", False),
        ("is there an elevator for when i come up", False),
        ("when are you open", False),
        ("is it ok in the car after a session", False),
    ],
)
def test_when_it_hurts_stays_with_the_pain(text: str, stays: bool) -> None:
    """Steps behind a pain are those she climbs, not the clinic's."""
    assert stays_with("", text, "faq/what_is_si_pain") == ("faq/what_is_si_pain" if stays else "")


@pytest.mark.parametrize(("text", "asks"), [("how", True), ("but how so", True), ("how many women", False), ("how long", False)])
def test_how_alone_asks_by_what_means(text: str, asks: bool) -> None:
    """Behind that it works, it asks how; a longer question asks for itself."""
    assert stays_with("", text, "faq/non_pregnancy") == ("faq/how_acupuncture_helps" if asks else "")


@pytest.mark.parametrize(
    ("text", "stays"),
    [("put that in plain words", True), ("shorter please", True), ("can the sessions be shorter", False)],
)
def test_in_other_words_asks_for_the_same(text: str, stays: bool) -> None:
    """After any answer."""
    assert stays_with("", text, "faq/non_pregnancy") == ("faq/non_pregnancy" if stays else "")


@pytest.mark.parametrize(
    ("text", "stays"),
    [("does this cover the SI joint too", True), ("so none for si alone", True), ("how often for the si joint", False)],
)
def test_whether_a_guideline_is_for_the_joint(text: str, stays: bool) -> None:
    """It asks nothing of the joint itself."""
    assert stays_with("", text, "faq/guidelines") == ("faq/guidelines" if stays else "")
