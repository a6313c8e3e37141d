"""Small questions on coming, on the needles and on the studies."""

from __future__ import annotations

import pytest

from bot.content import topics
from tests.bot.phrasebook.test_remarks import named

SAFE, STUDY = topics.PREGNANCY_SAFETY, topics.EVIDENCE_PREGNANCY


@pytest.mark.parametrize(
    ("text", "label", "said", "name"),
    [
        ("baby was breech but turned yay. now can i come for my back", topics.BOOKING, (), "may_i_come"),
        ("so my mum had a clot when she had me, i havent. ok to come?", topics.BOOKING, (), "may_i_come"),
        ("just nervous, 10 weeks, ok to come?", "clarify", (), "may_i_come"),
        ("can i come tomorrow for my back", topics.BOOKING, (), ""),
        ("can i come on a saturday with my baby", topics.BOOKING, (), ""),
        ("can i come in", topics.BOOKING, (), ""),
        ("38w", topics.ABOUT_ME, (topics.RIGHT_FOR_ME,), "stage"),
        ("38w", topics.ABOUT_ME, (topics.FREQUENCY,), ""),
        ("24 weeks", "out_of_scope", ("not_covered/price",), ""),
        ("what do you need to know about me", topics.WHAT_YOU_KNOW, (), "what_they_ask"),
        ("what do you know about me", topics.WHAT_YOU_KNOW, (), ""),
        ("im 9 weeks", topics.ABOUT_ME, (SAFE,), "stage"),
        ("6 weeks", topics.ABOUT_ME, (topics.WHAT_IS_SI_PAIN,), ""),
        ("38w", topics.ABOUT_ME, (), ""),
        ("20 weeks post op", topics.ABOUT_ME, (SAFE,), ""),
        ("and the needles wont reach the baby right??", SAFE, (), "needles_and_baby"),
        ("is it safe for the baby", SAFE, (), ""),
        ("do you feel it when they go in, im such a baby", topics.NEEDLES_PAIN, (), ""),
        ("wait is this dry needling", topics.OTHER_THERAPIES, (), "dry_needling"),
        ("how is it different from dry needling", topics.OTHER_THERAPIES, (), ""),
        ("she hates needles. any other way", topics.NEEDLES_PAIN, (), "without_needles"),
        ("can you treat it without needles", topics.OTHER_THERAPIES, (), "without_needles"),
        ("i hate needles", topics.NEEDLES_PAIN, (), ""),
        ("can i do something early on", "clarify", (), "start_early"),
        ("can starting early prevent it", topics.RIGHT_FOR_ME, (), "start_early"),
        ("can it start labor early", SAFE, (), ""),
        ("can i start early in the morning", "clarify", (), ""),
        ("ok what else do i need to tell u guys", topics.NEEDLE_SAFETY, (), "what_they_ask"),
        ("what do i tell my boss", "clarify", (), ""),
        ("any babies hurt in it?", SAFE, (STUDY,), "babies_in_study"),
        ("any babies hurt in it?", SAFE, (SAFE,), ""),
        ("will it hurt my baby", SAFE, (STUDY,), ""),
        ("u sure its not placebo", STUDY, (STUDY,), "sham_unknown"),
        ("is it placebo", STUDY, (STUDY,), ""),
        ("thats a lot lol i have a toddler", topics.FREQUENCY, (topics.FREQUENCY,), "often_a_lot"),
        ("thats a lot of money", topics.FREQUENCY, (topics.FREQUENCY,), ""),
        ("which is better for pregnant", topics.OTHER_THERAPIES, (), "therapy_compared"),
    ],
)
def test_a_question_of_a_visit_is_known_by_its_words(text: str, label: str, said: tuple[str, ...], name: str) -> None:
    """A day to come on is for booking, and a number of weeks of pain is no week of pregnancy."""
    kind = "not_covered" if label.startswith("not_covered/") else "answer" if label.startswith("faq/") else label
    kind = "handoff" if label == topics.BOOKING else kind
    assert named(text, label, kind, said) == name


def test_a_week_answers_whether_it_is_safe() -> None:
    """Behind a question that depended on it, it brings the answer; behind that answer only whom to ask."""
    asked = "is acupuncture safe"

    assert named("24 weeks", said=(topics.NEEDLE_SAFETY,), previous=asked) == "safe_at_that_stage"
    assert named("24 weeks", said=(topics.PREGNANCY_SAFETY,), previous=asked) == "stage"
    assert named("24 weeks", said=(topics.RIGHT_FOR_ME,), previous="how much is it") == "stage"
