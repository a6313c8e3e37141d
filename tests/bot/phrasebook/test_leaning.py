"""Short questions that are about the answer before them."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.properties import NO_PROPERTIES
from bot.phrasebook.leaning import ABOUT_ME, also_treated, leaning


@pytest.mark.parametrize(
    ("label", "text", "last_topic", "expected"),
    [
        ("not_covered/needle_safety", "any risks?", "faq/pregnancy_safety", "faq/pregnancy_safety"),
        (
            "not_covered/needle_safety",
            "are there any bad side effects from acupuncture",
            "faq/pregnancy_safety",
            "faq/pregnancy_safety",
        ),
        ("not_covered/needle_safety", "are the needles clean", "faq/pregnancy_safety", "not_covered/needle_safety"),
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
        ("not_covered/other_therapies", "and yoga?", "faq/integrative_care", "faq/integrative_care"),
        ("not_covered/other_therapies", "do you do cupping", "faq/integrative_care", "not_covered/other_therapies"),
        ("faq/causes", "why does it happen", "faq/pregnancy_si_pain", "faq/pregnancy_si_pain"),
        ("faq/causes", "and if youre not pregnant", "faq/pregnancy_si_pain", "faq/causes"),
        ("faq/evidence", "which ones", "faq/evidence_pregnancy", "faq/references"),
        ("faq/evidence", "which ones", "faq/needles_pain", "faq/evidence"),
        ("faq/references", "which ones", "faq/guidelines", "faq/guidelines"),
        ("faq/evidence", "says who", "faq/guidelines", "faq/references"),
        ("faq/evidence", "could you list those", "faq/evidence", "faq/references"),
        ("faq/evidence", "no i meant for pregnant women", "faq/evidence", "faq/evidence_pregnancy"),
        ("faq/evidence", "but not when pregnant", "faq/evidence", "faq/evidence"),
        ("faq/how_soon_relief", "and once it's better", "faq/frequency", "faq/frequency"),
        ("faq/how_soon_relief", "how soon after is it better", "faq/frequency", "faq/how_soon_relief"),
        ("smalltalk/capabilities", "can you help her", "faq/causes", "faq/right_for_me"),
        ("smalltalk/capabilities", "what can you tell me", "faq/causes", "smalltalk/capabilities"),
        ("faq/session_length", "and how long does it hold", "faq/how_soon_relief", "faq/how_soon_relief"),
        ("faq/session_length", "and how long is it", "faq/evidence", "faq/session_length"),
        ("faq/references", "based on which things", "faq/personalised_plan", "faq/personalised_plan"),
        ("faq/references", "which studies", "faq/personalised_plan", "faq/references"),
        ("faq/non_pregnancy", "and in everyone else", "faq/pregnancy_si_pain", "faq/causes"),
        ("faq/non_pregnancy", "and once i'm not", "faq/pregnancy_safety", "not_covered/aftercare"),
        ("faq/non_pregnancy", "and do you see my sister", "faq/pregnancy_safety", "faq/non_pregnancy"),
        ("not_covered/hours", "from which week", "faq/pregnancy_safety", "faq/pregnancy_safety"),
        ("not_covered/hours", "and on weekends", "faq/pregnancy_safety", "not_covered/hours"),
        ("faq/evidence", "did it ever harm somebody", "faq/evidence_pregnancy", "faq/pregnancy_safety"),
        ("faq/session_length", "for how long", "faq/frequency", "faq/frequency"),
        ("faq/session_length", "how long is one session", "faq/frequency", "faq/session_length"),
        ("faq/session_length", "and how long", "faq/integrative_care", "not_covered/other"),
        ("not_covered/price", "ballpark?", "faq/how_soon_relief", "faq/how_soon_relief"),
        ("not_covered/price", "roughly what do you charge", "faq/how_soon_relief", "not_covered/price"),
        ("faq/how_soon_relief", "when was that", "faq/references", "faq/references"),
        ("faq/how_soon_relief", "when will i feel it", "faq/references", "faq/how_soon_relief"),
        ("faq/practitioner", "by whom", "faq/evidence", "faq/references"),
        ("faq/practitioner", "who treats me", "faq/evidence", "faq/practitioner"),
        ("faq/evidence", "and what if it does", "faq/needles_pain", "faq/needles_pain"),
        ("faq/evidence", "what if it doesn't", "faq/how_soon_relief", "not_covered/other"),
        ("faq/evidence", "would that still help", "faq/frequency", "not_covered/other"),
        ("not_covered/aftercare", "and afterwards?", "faq/frequency", "faq/frequency"),
        ("faq/frequency", "twice already", "faq/contact", "smalltalk/clinic_complaint"),
        ("smalltalk/unsure", "ok what now", "faq/contact", "person"),
        ("smalltalk/affirm", "which one is right", "faq/location", "faq/location"),
        ("smalltalk/about_me", "phew thats a lot", "faq/frequency", "faq/frequency"),
        ("smalltalk/about_me", "so pretty thin", "faq/evidence", "faq/evidence"),
        ("smalltalk/not_known", "how would you know", "faq/pregnancy_safety", "faq/references"),
        ("smalltalk/not_known", "how certain is that", "faq/pregnancy_safety", "faq/evidence_pregnancy"),
        ("smalltalk/not_known", "how certain is that", "faq/non_pregnancy", "faq/evidence"),
    ],
)
def test_a_short_question_is_about_what_was_answered(
    known: Content, label: str, text: str, last_topic: str, expected: str
) -> None:
    """A question that names no subject is read after the last answer; one that does is not."""
    assert leaning(label, text, last_topic, known.properties(last_topic)) == expected


def test_why_it_hurts_is_asked_of_the_pain() -> None:
    """After what SI pain is, not of the needles; elsewhere, or of needles by name, it is of them."""
    assert leaning("faq/needles_pain", "and why does it hurt", "faq/what_is_si_pain", NO_PROPERTIES) == "faq/causes"
    assert leaning("faq/needles_pain", "does it hurt", "faq/what_is_si_pain", NO_PROPERTIES) == "faq/what_is_si_pain"
    assert leaning("faq/needles_pain", "and why does it hurt", "faq/session_length", NO_PROPERTIES) == "faq/needles_pain"


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
def test_a_pregnancy_told_after_an_answer_asks_for_its_pregnant_version(
    known: Content, text: str, topic: str, expected: str
) -> None:
    """Where the answer has one; elsewhere who tells of herself is thanked."""
    assert leaning(ABOUT_ME, text, topic, known.properties(topic)) == expected


@pytest.mark.parametrize(
    ("label", "text", "before", "expected"),
    [
        ("faq/what_is_si_pain", "n SI joint?", "u treat migraines?", True),
        ("faq/pregnancy_si_pain", "pelvic girdle pain", "do you treat infertility stuff", True),
        ("faq/what_is_si_pain", "what is the SI joint", "u treat migraines?", False),
        ("faq/what_is_si_pain", "SI joint", "what are the sources", False),
        ("faq/location", "your office", "do you see men", False),
    ],
)
def test_a_pain_named_after_what_is_treated_is_asked_of_as_well(label: str, text: str, before: str, expected: bool) -> None:
    """`do you treat migraines? n SI joint?` asks twice whether it is for them; a question of its own is another."""
    assert also_treated(label, text, before) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pregnant ladies ok?", "faq/right_for_me"),
        ("can pregnant women come", "faq/right_for_me"),
        ("only pregnant women?", "faq/non_pregnancy"),
        ("ok if im not pregnant", "faq/non_pregnancy"),
        ("pregnant or not?", "faq/non_pregnancy"),
    ],
)
def test_whether_the_pregnant_may_come_is_no_question_of_others(text: str, expected: str) -> None:
    """However alike the words are."""
    assert leaning("faq/non_pregnancy", text, "", NO_PROPERTIES) == expected
