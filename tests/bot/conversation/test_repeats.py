"""What was just told."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.conversation.repeats import FIND_OUT, not_again
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import last, take


def test_the_same_answer_is_owned_up_to(desk: FrontDesk) -> None:
    """Who asks for a detail that the guide doesn't have is told so, and in other and fewer words what it does say."""
    first, second = last(desk, "do the needles hurt"), last(desk, "what exactly does a needle feel like")

    assert second.startswith("The guide isn't more exact than this, I'm afraid. In short: ")
    assert first not in second
    assert "very fine" in second
    assert "484.222.0854" in second


def test_nothing_on_that_either(desk: FrontDesk) -> None:
    """Asking on about what the guide doesn't cover gets no second copy of the refusal."""
    first, second = last(desk, "how much does a session cost"), last(desk, "roughly how much, more than 100 dollars?")

    assert first != second
    assert "nothing more than that" in second
    assert "484.222.0854" in second


@pytest.mark.parametrize("between", ["where is the clinic located", "thanks"])
def test_an_answer_given_before_the_last_reply_is_simply_given(desk: FrontDesk, between: str) -> None:
    """Only what stands right above is not said as if for the first time."""
    first = last(desk, "do the needles hurt")
    take(desk, between)

    assert last(desk, "do these needles hurt") == first


def test_the_same_question_again_is_simply_answered(desk: FrontDesk) -> None:
    """A phone that sends twice, or a patient who lost the answer."""
    assert last(desk, "do the needles hurt") == last(desk, "Do the needles hurt")


def test_another_question_of_the_same_topic_is_no_nagging(desk: FrontDesk) -> None:
    """`massage` behind `cupping` is asked for the first time."""
    text = last(desk, "do you do cupping", "do you offer massage")

    assert text.startswith("I'm sorry, that isn't in the clinic's guide either.")
    assert "484.222.0854" in text


def test_a_third_time_is_owned_up_to_in_other_words(desk: FrontDesk) -> None:
    """Three questions of one answer don't get the same words twice in a row."""
    asked = ("do the needles hurt", "are needles painful", "and do they sting")
    _, second, third = (last(desk, text) for text in asked)

    assert second != third
    assert third == "I'm sorry, this is as far as the guide goes. The clinic can tell you more; call or text 484.222.0854."


def test_who_wants_it_once_more_gets_it(desk: FrontDesk) -> None:
    """To have missed it is another thing than to ask for more."""
    text = last(desk, "do the needles hurt", "are needles painful", "sorry, do the needles hurt, say that again")

    assert "very fine" in text


def test_one_more_thing_that_is_not_named_is_owned_up_to(desk: FrontDesk) -> None:
    """`could it be my mattress` isn't answered with the causes as if it stood among them."""
    first, second = last(desk, "what causes si joint pain"), last(desk, "could it be my mattress")

    assert first not in second
    assert second.startswith("The guide doesn't name that in particular.")


def test_a_word_of_its_own_hears_that_there_is_no_more(desk: FrontDesk) -> None:
    """Asked for something else of the same answer, it says that this is all."""
    text = last(desk, "how often do i come", "how many visits would a nurse need")

    assert text.startswith("The guide says no more on that than this") or text.startswith("The guide isn't more exact")


def test_a_doctor_is_named_again_where_it_is_about_the_body(desk: FrontDesk) -> None:
    """`should I stop the zoloft first` must not hear only that this isn't in the guide either."""
    text = last(desk, "i take zoloft, can i come", "should i stop the zoloft first?")

    assert "without your doctor" in text
    assert "484.222.0854" in text


def test_another_question_is_not_told_that_nothing_is_more_exact(desk: FrontDesk) -> None:
    """Who asked for no figure has not asked for too much."""
    assert last(desk, "do the needles hurt", "are needles painful").startswith("What the guide says on this, in short:")
    assert "roughly" not in last(desk, "do you take insurance", "what about a superbill")


def test_a_number_asked_for_again_is_just_given(desk: FrontDesk) -> None:
    """No excuse stands before the clinic's number."""
    assert last(desk, "how do i reach the clinic", "what was the phone number").startswith("Call or text the clinic at 484")


@pytest.mark.parametrize("text", ["cant you just do it", "can you check for me"])
def test_what_cannot_be_done_from_here_is_said(desk: FrontDesk, text: str) -> None:
    """Who wants it done hears why not, and that somebody can call."""
    assert "I can't look that up or do it from here" in last(desk, "i need to cancel my appointment", text)


def test_times_cannot_be_seen_from_here(desk: FrontDesk) -> None:
    """A second question about an appointment gets no second copy of the first reply."""
    assert "can't see from here which times are free" in last(desk, "can i book an appointment", "today?")


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("can you check for me", True),
        ("could you see if aetna is taken", True),
        ("can u look it up", True),
        ("will you do that for me", True),
        ("can you see please", True),
        ("can you see a patient with twins", False),
        ("will you see my daughter", False),
        ("will you do it through clothes", False),
        ("can you do this with a cast on", False),
        ("can you look at my scan", False),
    ],
)
def test_only_a_wish_to_look_something_up_is_declined_as_one(text: str, wished: bool) -> None:
    """Whom they see and how they do it is asked of the treatment."""
    assert (FIND_OUT.search(text) is not None) is wished


def test_a_past_loss_is_no_end_of_the_guide(known: Content) -> None:
    """Behind an answer already given in short she is told whom to tell."""
    part = Part("A.", "answer", label="faq/pregnancy_safety", pregnant=True)

    (told,) = not_again([part], "i had a miscarriage last year", {"said": ["faq/pregnancy_safety+#"]}, known, "web")

    assert told.text == known.reply("said_after_loss", "web")


def test_what_the_guide_names_is_not_said_to_be_missing(known: Content) -> None:
    """`isn't in the guide either` is for what no fact speaks of."""
    part, state = Part("A.", "not_covered", label="not_covered/referral"), {"said": ["not_covered/referral"]}

    (named,) = not_again([part], "it shows arthritis", state, known, "web")
    (other,) = not_again([part], "and a note for work", state, known, "web")

    assert named.text == known.reply("said_not_known", "web")
    assert other.text == known.reply("said_not_covered_either", "web")
