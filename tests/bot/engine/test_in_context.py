"""Questions that say nothing by themselves, through the shipped brain."""

from __future__ import annotations

import asyncio
import secrets

import pytest

from bot.conversation.inbound import Inbound
from bot.turn import FrontDesk


def last_topics(desk: FrontDesk, *texts: str) -> list[str]:
    """What the reply to the last message of one conversation rests on."""

    async def talk() -> list[list[str]]:
        chat = f"web_{secrets.token_hex(4)}"
        return [(await desk.take(Inbound(chat, "web", f"m{at}", text))).topics for at, text in enumerate(texts)]

    return asyncio.run(talk())[-1]


@pytest.mark.parametrize(
    ("first", "then", "topics"),
    [
        ("what do the medical guidelines say", "from which year", ["guidelines"]),
        ("does acupuncture work in pregnancy", "any risks?", ["pregnancy_safety"]),
        ("is there research that it helps in pregnancy", "which ones? names please", ["references"]),
        ("why do i have pelvic pain in pregnancy", "and acupuncture really fixes that?", ["evidence_pregnancy"]),
    ],
)
def test_a_bare_question_is_about_the_last_answer(desk: FrontDesk, first: str, then: str, topics: list[str]) -> None:
    """A question without a word of its own is read with what was just answered."""
    assert last_topics(desk, first, then) == topics


@pytest.mark.parametrize(
    ("first", "then", "topics"),
    [
        ("31 weeks and my pelvis is on fire when i climb stairs", "do other women get that", ["pregnancy_si_pain"]),
        ("can you give me exercises for home", "which", ["not_covered/exercises_at_home"]),
        ("i dont want any pills", "so theres none in yours?", ["non_drug"]),
        ("what do you charge", "and for the first one", ["not_covered/price"]),
    ],
)
def test_a_short_question_is_read_with_the_message_before_it(desk: FrontDesk, first: str, then: str, topics: list[str]) -> None:
    """What means nothing sure by itself, nor with the title of the last answer, may with the patient's own last words."""
    assert last_topics(desk, first, then) == topics


def test_another_time_stays_with_the_booking(desk: FrontDesk) -> None:
    """After a wish for an appointment another day is still that wish, and what it costs is not."""
    assert last_topics(desk, "can i come in next tuesday", "or the day after if you're full") == ["booking"]
    assert last_topics(desk, "can i come in next tuesday", "and what does it cost on a sunday") == ["not_covered/price"]
    assert last_topics(desk, "where are you", "can i come in thursday", "or fri") == ["booking"]


@pytest.mark.parametrize(
    ("then", "topics"), [("and coming out", ["needles_pain"]), ("and bye", ["smalltalk"]), ("and thanks", ["smalltalk"])]
)
def test_what_goes_on_from_an_answer_is_a_courtesy_only_where_it_plainly_is(
    desk: FrontDesk, then: str, topics: list[str]
) -> None:
    """`and …` after an answer asks on; a farewell or thanks that begins so stays what it is."""
    assert last_topics(desk, "does it hurt going in", then) == topics


def test_why_after_what_was_only_told_asks_about_that(desk: FrontDesk) -> None:
    """Where nothing was answered yet, `why` is read with the patient's own last words."""
    topics = last_topics(desk, "33 weeks and my pelvis hurts when i climb stairs", "why is that")

    assert topics[0] in ("pregnancy_si_pain", "causes")


def test_who_told_of_a_pain_asks_about_that(desk: FrontDesk) -> None:
    """`can you help` after it is no question about what this chat can do."""
    assert last_topics(desk, "i have horrible pain at the back of my pelvis", "can you help") == ["right_for_me"]
    assert "right_for_me" in last_topics(desk, "My wife can hardly walk by evening. Can you help her, and where are you?")


@pytest.mark.parametrize(
    ("first", "then", "topics"),
    [
        ("is it safe in pregnancy", "at 36 weeks?", ["pregnancy_safety"]),
        ("does it work for si joint pain", "for my wife, she's 30 weeks", ["evidence_pregnancy"]),
        ("does it work for si joint pain", "im 32 weeks", ["evidence_pregnancy"]),
        ("what is the si joint", "and why does it hurt?", ["causes"]),
    ],
)
def test_an_answer_has_a_pregnant_version_and_a_why(desk: FrontDesk, first: str, then: str, topics: list[str]) -> None:
    """Asked or only told, by week or by whom; and the pain's why is its causes."""
    assert last_topics(desk, first, then) == topics


@pytest.mark.parametrize("then", ["who won the super bowl", "is it gonna rain tmrw", "tell me a joke"])
def test_what_is_none_of_ours_stays_that(desk: FrontDesk, then: str) -> None:
    """However short, and whatever was answered before."""
    assert last_topics(desk, "is acupuncture safe in pregnancy", then) == ["out_of_scope"]


def test_a_part_is_read_after_the_part_before_it(desk: FrontDesk) -> None:
    """In one message too, `does it work for that` after a question about pregnancy is about pregnancy."""
    topics = last_topics(desk, "is acupuncture safe in pregnancy, and does it really work for that?")

    assert topics == ["pregnancy_safety", "evidence_pregnancy"]


def test_a_pain_named_after_another_is_one_that_may_be_treated(desk: FrontDesk) -> None:
    """`and the SI joint?`, after migraines that are not, asks whether that is; it doesn't ask what it is."""
    assert last_topics(desk, "do you treat migraines", "and the SI joint?") == ["right_for_me"]


def test_what_is_told_and_then_pointed_at_is_read_together(desk: FrontDesk) -> None:
    """`can I still come` asks about the pacemaker told before it, beside another question too."""
    told = last_topics(desk, "I have a pacemaker. Can I still come? And where is the office?")
    assert told == ["not_covered/health_conditions", "location"]


@pytest.mark.parametrize("text", ["say that in simple words", "shorter please"])
def test_less_of_it_is_asked_of_the_last_answer(desk: FrontDesk, text: str) -> None:
    """Whatever such words are like by themselves."""
    assert last_topics(desk, "do you treat si pain if i am not pregnant", text) == ["non_pregnancy"]
