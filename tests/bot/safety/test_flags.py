"""What a red flag says in each channel."""

from __future__ import annotations

import pytest

from bot import safety
from bot.content.sms_text import length
from tests.reading_grade import grade

MOST = 306
"""Places in two joined text messages."""
HELPLINES = {"now": "911", "today": "call your", "crisis": "988"}


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_advice_says_what_to_do_and_that_nobody_watches(flags: safety.Safety, channel: str) -> None:
    """Each says first what to do, then that this chat can't help and nobody is watching it."""
    for flag in flags.flags:
        text = flag.advice(channel)
        assert "can't help in an emergency" in text, flag.id
        assert "obody watch" in text or "nobody is watching" in text, flag.id


def test_each_tier_names_its_help(flags: safety.Safety) -> None:
    """911, a call to the OB, midwife or doctor, or the crisis line; violence at home has a line of its own."""
    for flag in flags.flags:
        wanted = "799-7233" if flag.id == "violence_at_home" else HELPLINES[flag.tier]
        assert wanted.casefold() in flag.advice("web").casefold(), flag.id
    assert all("833-852-6262" in flag.advice("web") for flag in flags.flags if flag.id in ("despair", "suicide_self_harm"))


def test_advice_by_sms_fits(flags: safety.Safety) -> None:
    """Two text messages, no more."""
    assert {flag.id: length(flag.advice("sms")) for flag in flags.flags if length(flag.advice("sms")) > MOST} == {}


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_advice_is_easy_to_read(flags: safety.Safety, channel: str) -> None:
    """Eight years of school are enough."""
    assert {flag.id: grade(flag.advice(channel)) for flag in flags.flags if grade(flag.advice(channel)) > 8} == {}


def test_only_violence_at_home_is_not_restored(flags: safety.Safety) -> None:
    """Its reply names no one and no harm, and must not come back when the page is loaded anew."""
    (flag,) = [each for each in flags.flags if not each.restore]

    assert flag.id == "violence_at_home"
    assert not any(word in flag.advice("web").casefold() for word in ("violence", "abuse", "partner", "husband", "hurt"))


def test_a_crisis_in_doubt_names_its_line(flags: safety.Safety) -> None:
    """Who may be in despair reads of 988 beside the answer, short enough to go into its text message."""
    own = [flag for flag in flags.flags if flag.in_doubt]

    assert {flag.id for flag in own if flag.tier == "crisis"} == {"despair", "suicide_self_harm"}
    assert all(length(flag.word_in_doubt("sms")) <= 80 for flag in own)
    for flag in (each for each in own if each.tier == "crisis"):
        assert all("988" in flag.word_in_doubt(channel) for channel in ("web", "sms"))


MOST_WORDS = 140
"""Places of what meets a doubt: with the advice in short behind it, two joined text messages."""


def test_what_meets_a_doubt_fits_and_is_easy_to_read(flags: safety.Safety) -> None:
    """With the advice behind it; and every other danger that it may be is one."""
    for flag in flags.flags:
        assert length(flag.again) <= 160, flag.id
        for follow in flag.while_open:
            assert bool(follow.becomes) != bool(follow.words("web")), flag.id
            assert all(length(follow.words(channel)) <= MOST_WORDS for channel in ("web", "sms")), follow.words("sms")
            assert grade(follow.words("web")) <= 8 or not follow.says, follow.words("web")


def test_what_is_said_at_the_worst_fits_too(flags: safety.Safety) -> None:
    """As long and as easy as all advice, 911 in it, and no word on how little it may be."""
    for flag in (each.graver for each in flags.flags if each.graver):
        assert length(flag.advice("sms")) <= MOST, flag.id
        assert length(flag.again) <= 160, flag.id
        for channel in ("web", "sms"):
            text = flag.advice(channel)
            assert grade(text) <= 8, (flag.id, channel)
            assert "911" in text
            assert "can't help in an emergency" in text
        assert all(word not in text + flag.again for word in ("A little", "light", "milder")), flag.id


@pytest.mark.parametrize(
    ("kind", "text", "grave"),
    [
        ("bleeding", "my pajama bottoms are soaked red and im 31 wks", True),
        ("bleeding", "its running down my legs now and everything looks sparkly", True),
        ("bleeding", "filling a pad every 20 mins, getting woozy", True),
        ("bleeding", "im 10 weeks and spotting, no clots, not dizzy", False),
        ("bleeding", "just a little brown when i wipe", False),
        ("fever_with_pain", "fevers back 103.4 and im seeing things", True),
        ("fever_with_pain", "101 and my back hurts", False),
        ("preeclampsia", "my ribs on the right are killing me", True),
        ("preeclampsia", "headache and swollen hands", False),
        ("sick_newborn", "her lips look kinda blue-ish", True),
        ("sick_newborn", "my 9 day old is floppy like a rag doll", True),
        ("sick_newborn", "she has a temp of 100.6 and blue eyes", False),
        ("waters_broken", "theres kinda a greeny tint to it", True),
        ("waters_broken", "its clear", False),
        ("waters_broken", "what if its green", False),
    ],
)
def test_the_worst_of_a_danger_is_told_apart(flags: safety.Safety, kind: str, text: str, grave: bool) -> None:
    """What is little, denied or only feared is none of it."""
    assert flags.grave(kind, text) is grave
