"""What is met in its own words while a danger is open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from bot import content, safety
from bot.conversation.alarm_follow_ups import LAST, FollowUps
from bot.conversation.alarm_state import Told
from bot.conversation.wording import Part, Wording
from bot.turn import FrontDesk
from tests.turns import last, take

ANSWER = Part("A.", "answer", ("evidence",), confidence=0.9)
PILLS = "took tylenol for my hip, then again, then again, think its about 20 since this morning"


def reading(known: content.Content, flags: safety.Safety) -> FollowUps:
    return FollowUps(flags, {flag.id: flag for flag in flags.flags}, Wording(known))


def told(text: str, urgent: str, since: int = 0) -> Told:
    return Told(text, urgent, since, "web", "")


@pytest.mark.parametrize(
    ("urgent", "text", "other"),
    [
        ("bleeding", "not blood, like water", "waters_broken"),
        ("bleeding", "thats not blood its tissue", ""),
        ("bleeding", "red and thin like water", ""),
        ("bleeding", "im not bloody joking", ""),
        ("bleeding", "its not bleeding its my waters", "waters_broken"),
        ("bleeding", "no blood now", ""),
        ("bleeding", "its not much blood", ""),
        ("bleeding", "its not bleeding anymore but i feel faint", ""),
        ("bleeding", "not bleeding heavily", ""),
        ("waters_broken", "actually theres a cord", "cord_prolapse"),
        ("waters_broken", "something is hanging out", "cord_prolapse"),
        ("waters_broken", "a foot is sticking out", "cord_prolapse"),
        ("waters_broken", "it ran down my leg", ""),
    ],
)
def test_what_shows_another_danger_changes_the_kind(
    known: content.Content, flags: safety.Safety, urgent: str, text: str, other: str
) -> None:
    """Corrected in so many words, or by the sign that clinches it; bleeding that only eased stays bleeding."""
    found = reading(known, flags).other_danger(replace(told(text, urgent), expecting=True))

    assert (found[1] if found else "") == other


def test_bleeding_is_waters_in_a_pregnancy_alone(known: content.Content, flags: safety.Safety) -> None:
    """Whoever isn't known to be pregnant keeps the graver advice."""
    assert reading(known, flags).other_danger(told("its not bleeding its my waters", "bleeding")) is None


def test_a_cord_that_hangs_out_is_for_911_at_once(desk: FrontDesk) -> None:
    """And stays so, whatever is asked of it; nobody is to push it back, or to drive."""
    take(desk, "waters went in the shower")
    cord = take(desk, "and theres like a loop of something hanging out. 37 wks")
    ride, push = (last(desk, text) for text in ("husband can drive me 20 min", "should i push it back in"))

    assert cord.topics == ["cord_prolapse"]
    assert str(cord.messages[0]["text"]).startswith("Please call 911 now")
    assert "don't drive" in ride
    assert push.startswith("No, don't push it back")


@pytest.mark.parametrize(
    ("urgent", "text", "word"),
    [
        ("water broke an hour ago, 38 wks", "it's green now", "call 911 now"),
        ("water broke an hour ago, 38 wks", "oh god the baby is coming", "call 911 this minute"),
        ("i want to kill myself", "what happens if i call", "Somebody listens"),
        ("bleeding, 9 weeks", "its only brown", "counts too"),
        (PILLS, "extra strengh ones", "liver"),
        (PILLS, "i feel fine though just a bit sick", "How you feel says little"),
        (PILLS, "not suicidal if thats what u mean!! it just hurt", "I believe you"),
        ("back pain comes n goes like every 6 min since dinner, 33 weeks", "cant talk thru them now", "911"),
        ("3 week old wont wake up to feed", "temp is 97", "rules nothing out"),
        ("my calf is hot and swollen on one side", "it hurts less when i rub it", "Please don't rub"),
        ("seeing zigzags and my head is splitting, 36w", "took my bp its 152/98 is that high", "140 over 90"),
        ("my husband hits me", "he's back", "You can close this now"),
        ("my husband hits me", "will you phone the police on him", "No. Nobody here calls"),
        ("my husband hits me", "what do they ask me if i ring", "you need give no name"),
    ],
)
def test_a_sign_or_a_doubt_is_taken_up(desk: FrontDesk, urgent: str, text: str, word: str) -> None:
    """Not met with the same words again."""
    take(desk, urgent)
    reply = take(desk, text)

    assert reply.kind == "emergency"
    assert word in str(reply.messages[0]["text"])


def test_the_words_on_violence_name_nothing(flags: safety.Safety) -> None:
    """Who looks over her shoulder sees none of it."""
    (flag,) = [each for each in flags.flags if not each.restore]
    said = " ".join(follow.words(channel) for follow in flag.while_open for channel in ("web", "sms")).casefold()

    assert not any(word in said for word in ("violence", "abuse", "husband", "partner", "hurt", "police", " he ", " him"))


def test_who_does_not_want_to_talk_of_it_gets_the_answer(known: content.Content, flags: safety.Safety) -> None:
    """Behind the word that help is there without talking."""
    text = "i dont want to talk about that, does acupuncture help pelvic pain"
    (part,) = reading(known, flags).met([ANSWER], told(text, "suicide_self_harm"))

    assert (part.kind, "988" in part.text, part.text.endswith("A.")) == ("answer", True, True)


@pytest.mark.parametrize(
    ("urgent", "heard", "text", "stays"),
    [
        ("allergic_reaction", "stroke_and_seizure", "voice sounds funny", True),
        ("sick_newborn", "sick_newborn", "he took half an oz, still wont feed", True),
        ("bleeding", "bleeding", "we had sex and now im soaking pads", False),
        ("violence_at_home", "violence_at_home", "its fine, he only grabs me", False),
        ("ectopic", "chest_and_breath", "i fainted in the shower", False),
        ("allergic_reaction", "suicide_self_harm", "voice sounds funny", False),
    ],
)
def test_a_danger_heard_anew_is_only_met_where_it_is_the_same(
    known: content.Content, flags: safety.Safety, urgent: str, heard: str, text: str, stays: bool
) -> None:
    """And never where it grows."""
    flag = next(each for each in flags.flags if each.id == heard)

    assert reading(known, flags).stays(flag, told(text, urgent)) == stays


@pytest.mark.parametrize("since", [LAST, LAST + 1])
def test_long_after_nothing_follows(known: content.Content, flags: safety.Safety, since: int) -> None:
    """An ordinary message is one again."""
    found: Any = reading(known, flags).of(told("temp is 97", "sick_newborn", since))

    assert found is None


@pytest.mark.parametrize(
    ("first", "later", "kind"),
    [
        ("im spotting a bit, 10 weeks", "im soaking a pad an hour now", "bleeding"),
        ("im 35 weeks and my water broke", "theres kinda a greeny tint to it. do i call you", "waters_broken"),
        ("bad headache and seeing spots, 34 weeks pregnant", "and my ribs on the right are killing me", "preeclampsia"),
        ("my 9 day old wont wake to feed", "and her lips look kinda blue-ish", "sick_newborn"),
    ],
)
def test_a_worse_sign_brings_the_advice_for_the_worst(
    desk: FrontDesk, flags: safety.Safety, first: str, later: str, kind: str
) -> None:
    """All of it, and its short words from then on, whatever is made light of behind it."""
    take(desk, first)
    reply, behind = take(desk, later), last(desk, "is that serious or just a little")
    worst = next(flag.graver for flag in flags.flags if flag.id == kind)

    assert worst is not None
    assert (reply.kind, reply.topics) == ("emergency", [kind])
    assert str(reply.messages[0]["text"]) == worst.advice("web")
    assert worst.again in behind
