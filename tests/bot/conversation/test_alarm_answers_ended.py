"""How an emergency ends, and what is said then."""

from __future__ import annotations

import pytest

from bot.conversation.alarm_settling import HELP_ARRANGED_TOPIC
from bot.conversation.live_answer import text_of
from bot.turn import FrontDesk
from tests.turns import take


@pytest.mark.parametrize(
    ("urgent", "text", "says"),
    [
        ("im 19 weeks with a sharp pain low on the left side and feel faint", "you got me wrong, that was my sister", "misread"),
        ("i overdosed on tylenol", "that was 12 years ago", "misread"),
        ("my chest hurts and i cant breathe", "no no its not an emergency", "misread"),
        ("i overdosed on tylenol", "false alarm, i counted again", "relieved_now"),
        ("lots of blood and clots 6 days after birth", "midwife checked me and says its normal", "seen_to"),
    ],
)
def test_who_is_in_no_danger_can_say_so(desk: FrontDesk, urgent: str, text: str, says: str) -> None:
    """One sentence ends it, and the words fit what ended it."""
    first = take(desk, urgent)
    reply = take(desk, text)

    assert (first.kind, reply.kind, reply.messages[0]["text"]) == ("emergency", "smalltalk", desk.content.reply(says, "web"))
    assert take(desk, "how long does a session take").messages[0]["text"].startswith("While the needles")


def test_a_question_beside_it_is_answered(desk: FrontDesk) -> None:
    """Who was misread and asks again needn't ask a third time."""
    take(desk, "my chest hurts and i cant breathe")
    reply = take(desk, "not an emergency. how long does a session take")

    assert (reply.kind, reply.topics) == ("answer", ["session_length"])
    assert reply.messages[0]["text"].startswith(desk.content.reply("misread_first", "web"))


def test_who_was_joking_about_death_keeps_the_number(desk: FrontDesk) -> None:
    """It is taken kindly and not argued with; the crisis line stays in sight, and what follows is answered behind it."""
    take(desk, "this pain makes me want to throw myself out the window jk")
    reply, later = take(desk, "JK means joking lol"), take(desk, "so where are you located")

    assert (reply.kind, reply.messages[0]["text"]) == ("emergency", desk.content.reply("misread_crisis", "web"))
    assert (later.topics, "988" in later.messages[0]["text"]) == (["location"], True)


@pytest.mark.parametrize("text", ["theyre here", "they told me he has to go to the hospital", "what do i do while i wait"])
def test_what_is_told_of_help_that_came_is_met_as_that(desk: FrontDesk, text: str) -> None:
    """The talk is not over with the call: never a menu, never outside what can be helped with."""
    take(desk, "my mom's face is drooping and she talks funny")
    take(desk, "ok calling 911")

    said = take(desk, text).messages[0]["text"]

    assert said in (desk.content.reply("helped_again", "web"), text_of(HELP_ARRANGED_TOPIC, desk.content, "web"))


def test_sleepy_long_behind_an_overdose_is_no_small_talk(desk: FrontDesk) -> None:
    """Messages after the advice it is what the advice warned of, and all of it comes again."""
    advice = take(desk, "took all my flexeril bc the back pain wont stop").messages[0]["text"]
    for text in ("like 12", "idk an hour ago", "dont want to make a fuss"):
        take(desk, text)

    assert [take(desk, text).messages[0]["text"] for text in ("im sleepy", "cant keep my eyes open")] == [advice, advice]


@pytest.mark.parametrize("text", ["just went again, on the floor", "heart still a bit fluttery tho", "it came back"])
def test_what_was_over_and_comes_back_is_urgent_again(desk: FrontDesk, text: str) -> None:
    """All the advice, not thanks for news of help that nobody called."""
    advice = take(desk, "blacked out on the loo this morning n my hearts been going like mad since. 24 weeks")
    take(desk, "its fine now")
    again = take(desk, text)

    assert (again.kind, again.topics) == ("emergency", advice.topics)


def test_what_is_said_when_a_danger_has_eased_speaks_of_no_help(desk: FrontDesk) -> None:
    """Nobody was called: it asks to have it looked at, and not to do as they say."""
    for text in ("blacked out on the loo this morning n my hearts been going like mad since. 24 weeks", "its fine now"):
        take(desk, text)
    reply = take(desk, "hm ok")

    assert "Do as they say" not in str(reply.messages[0]["text"])


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("seeing sparkly zigzags and my head is splitting, 36w", "they said come in. can you cancel my appointment tomorrow"),
        (
            "slid down the icy steps, 31 wks, tummys gone hard like a board",
            "ok labor ward wants me. is acupuncture ok after a fall",
        ),
        ("cant get my pee to start since yesterday and both legs are pins n needles", "right im making him go"),
        ("30 wks. shivers all nite and its sore under my ribs at the back", "ok called, dr wants a urine sample tomorrow"),
        ("baby hasnt moved since yesterday, 34 weeks", "ok ringing labor ward"),
    ],
)
def test_help_that_was_asked_ends_it(desk: FrontDesk, urgent: str, text: str) -> None:
    """However it is told, and whatever is asked of the clinic beside it."""
    assert take(desk, urgent).kind == "emergency"
    assert take(desk, text).kind != "emergency"
