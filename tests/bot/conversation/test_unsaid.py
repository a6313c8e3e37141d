"""What the guide doesn't hold is owned up to before what it does."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.conversation.unsaid import in_the_guide, owned_up, unsaid
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import last


def answer(name: str, pregnant: bool = False) -> Part:
    return Part("The answer.", "answer", label=f"faq/{name}", pregnant=pregnant)


@pytest.mark.parametrize(
    ("name", "text", "reply"),
    [
        ("contact", "do u guys have an email", "unsaid_email"),
        ("contact", "i rang twice and nobody picks up", "unsaid_no_answer"),
        ("contact", "do you have whatsapp", "unsaid_channel"),
        ("contact", "they never answer", "unsaid_no_answer"),
        ("contact", "i called but you don't pick up", "unsaid_no_answer"),
        ("contact", "is there voicemail", "unsaid_that"),
        ("location", "whats ur zip code", "unsaid_address"),
        ("location", "is it close to the train", "unsaid_address"),
        ("practitioner", "has she treated pregnant ladies", "unsaid_that"),
        ("evidence", "isnt that just placebo", "unsaid_sham"),
        ("evidence", "what percent get better", "unsaid_figures"),
        ("evidence_pregnancy", "less pain by how much", "unsaid_figures"),
        ("evidence", "what does VAS mean", "unsaid_measure"),
        ("evidence", "what was the disability index", "unsaid_measure"),
        ("evidence", "what was the oswestry", "unsaid"),
        ("evidence", "is it better than cortisone", "unsaid_comparison"),
        ("integrative_care", "vs physio?", "unsaid_comparison"),
        ("non_drug", "does it work better than ibuprofen", "unsaid_comparison"),
        ("integrative_care", "which comes first then", "unsaid"),
        ("frequency", "can i come every other week", "unsaid"),
        ("frequency", "and what if i stop", "unsaid"),
        ("needles_pain", "how deep do they go", "unsaid_needles"),
        ("needles_pain", "do they go into my belly", "unsaid_needles"),
        ("what_to_expect", "where do they put them", "unsaid_needles"),
        ("needles_pain", "what if i faint", "unsaid"),
        ("what_to_expect", "is the first visit any longer", "unsaid"),
        ("how_soon_relief", "after how many visits", "unsaid_number"),
        ("pregnancy_safety", "im carrying twins", "unsaid"),
        ("pregnancy_safety", "only in the second trimester?", "unsaid_stage"),
        ("pregnancy_si_pain", "will i have it again", "unsaid_lasting"),
        ("pregnancy_si_pain", "and when", "unsaid_lasting"),
        ("causes", "could it be my mattress", "unsaid_named"),
        ("integrative_care", "and gardening?", "unsaid_named"),
        ("location", "are you far from phoenixville", "unsaid_address"),
        ("non_pregnancy", "i gave birth in may and it still hurts", "unsaid_after_birth"),
    ],
)
def test_a_particular_that_is_missing_is_named(known: Content, name: str, text: str, reply: str) -> None:
    """Nobody takes what stands beside the question for its answer."""
    assert unsaid(answer(name), text, known, "web") == known.reply(reply, "web")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("contact", "what is the phone number"),
        ("contact", "i do not answer my phone, what is your number"),
        ("contact", "i never pick up unknown numbers, what is yours"),
        ("contact", "nobody is answering my question about needles, what's your number"),
        ("contact", "you didn't answer my question, who do i call"),
        ("evidence", "is it better than nothing"),
        ("evidence", "was it better than the control group"),
        ("evidence", "is it better than no acupuncture"),
        ("evidence_pregnancy", "was it better than the usual care"),
        ("integrative_care", "is both together better than needles alone"),
        ("non_drug", "i take nothing stronger than coffee"),
        ("needles_pain", "do needles in the foot hurt"),
        ("right_for_me", "is there any point at my age"),
        ("frequency", "how often should i come"),
    ],
)
def test_what_the_answer_holds_is_not_called_missing(known: Content, name: str, text: str) -> None:
    """A plain question gets its plain answer."""
    assert unsaid(answer(name), text, known, "web") == ""


def test_a_long_tale_asks_for_no_particular(known: Content) -> None:
    """In thirty words and more `better than` may mean anything."""
    assert unsaid(answer("evidence"), "it was better than that " * 8, known, "web") == ""


def test_who_is_pregnant_hears_it_in_the_answer(known: Content) -> None:
    """The answer for her says itself that there is no advice for each stage."""
    assert unsaid(answer("pregnancy_safety", pregnant=True), "in the second trimester?", known, "web") == ""


def test_only_one_answer_is_owned_up_to(known: Content) -> None:
    """Of several nobody can tell which one lacks it; a courtesy beside it counts for none."""
    hello = Part("Hello!", "smalltalk", label="smalltalk/greet", beside=True)
    text = "hi, how deep do the needles go"

    assert owned_up([hello, answer("needles_pain")], text, known, "web")[1].text.endswith(" The answer.")
    assert owned_up([answer("needles_pain"), answer("contact")], text, known, "web")[0].text == "The answer."


def test_it_is_said_at_the_desk(desk: FrontDesk) -> None:
    """Through the whole path, and in few words where the same answer comes again."""
    first, second = last(desk, "where is the clinic located"), last(desk, "what is the zip code there")

    assert first.startswith("Main Line")
    assert second.startswith("The address is all that the guide gives. Main Line")


def test_a_text_that_has_no_room_for_it_keeps_the_answer(known: Content) -> None:
    """Introduction, owning up and answer fit in two segments, or the answer stands alone; on the web there is room."""
    long = Part("word " * 40, "answer", label="faq/pregnancy_safety")

    assert owned_up([long], "is it safe at 30 weeks", known, "sms") == [long]
    assert owned_up([long], "is it safe at 30 weeks", known, "web") != [long]


@pytest.mark.parametrize(
    ("text", "name"),
    [("and chiropractor? my midwife is against it", "integrative_care"), ("and arthritis?", "integrative_care")],
)
def test_what_a_fact_names_is_never_denied(known: Content, text: str, name: str) -> None:
    """Whichever answer it is asked of."""
    assert in_the_guide(text, known)
    assert unsaid(answer(name), text, known, "web") == ""


def test_what_no_fact_names_is_not_in_the_guide(known: Content) -> None:
    """Small words, and what is known of emergencies only, count for nothing."""
    assert not in_the_guide("and gardening?", known)
    assert not in_the_guide("and the lifeline?", known)
