"""Wishes for a call that need no classifier."""

from __future__ import annotations

import pytest

from bot.phrasebook import call_wishes


@pytest.mark.parametrize(
    "text",
    [
        "610 555 0181",
        "(484)5550132 cell",
        "my number is 484-555-0123",
        "+1 610.555.0181 thanks",
        "call her then 610 555 0190 Linda",
        "six one zero 555 01 23",
        "u can call me at 484 555 0150 im Nadia but dont say whats it about if my husband picks up",
    ],
)
def test_a_number_alone_is_one(text: str) -> None:
    """With the few words that people put around it, and with whom to call on it."""
    assert call_wishes.asks_for_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "is 610 555 0181 your number",
        "please dont call me at 610 555 0120 again",
        "48455501",
        "my card is 4111 1111 1111 1111",
        "call me",
        "call my doctor at 610 555 0123",
        "call my midwife 610 555 0123",
    ],
)
def test_what_is_more_or_less_than_a_number_is_none(text: str) -> None:
    """A question about one, too few digits, too many."""
    assert not call_wishes.asks_for_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "im on nights so call Kim 6105550163 between 3 and 5pm",
        "call me. O'Malley 484-555-0102 ext 12, mon-wed before 10a. billing q",
        "please call Fay 610-555-0145 before my appointment on friday, not friday tho",
        "Bill 610-555-0150",
        "610-555-0150 bill",
        "ok Lee 610 555 0158 tonight",
        "484 555 0133 - Will - weekday mornings",
        "Harold Jenkins 610-555-0161, any weekday morning",
    ],
)
def test_who_is_to_be_called_may_be_told_with_the_number(text: str) -> None:
    """By name, in any order, with the time and the reason."""
    assert call_wishes.asks_for_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "my bill 610-555-0100",
        "Dr Smith 610-555-0100",
        "Dana 610-555-0100 is my old number",
        "call Kim 610-555-0100, my chest is tight",
        "call Kim 610-555-0100, how much is it",
    ],
)
def test_a_word_beside_a_number_is_not_yet_a_name(text: str) -> None:
    """A doctor, a bill, danger and questions begin no request."""
    assert not call_wishes.asks_for_call(text)


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("call me kim 610-555-0143 i feel very wrong and faint", "i feel very wrong and faint"),
        ("call kim 610 555 0143 cant feel my legs", "cant feel my legs"),
        ("call me. 610 555 0143. my waters broke", "my waters broke"),
        ("my face droops, can someone call me at (610) 555-0143", "my face droops"),
        ("call me. O'Malley 484-555-0123 ext 12, mon-wed before 10a. billing q", "billing q"),
        ("call my mom Linda 610 555 0143 tomorrow", ""),
        ("484 555 0123 thanks", ""),
    ],
)
def test_what_is_said_beside_a_wish_is_told_apart_from_it(text: str, beside: str) -> None:
    """Who, when and the number are left out, so that danger in the rest is heard however short it is."""
    assert call_wishes.beside(text) == beside


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Please have Dr McLees call Linda Fairchild at home 610-555-0150. Thursday", True),
        ("Can you ring me? Name's Siobhan. Number is +44 7700 900123", True),
        ("Owen Price. 610-555-0151 days, 610-555-0152 nights", True),
        ("cell is 267.555.0109 work is 610-555-0180 x 22", True),
        ("its under Fran Beasley 610-555-0128", True),
        ("ok then new one. Fran Beasley, 610-555-0128, today if poss, 2nd request", True),
        ("need call back asap my back is killing me lol. Ed Kowalczyk 484-555-0135", True),
        ("can i give you two numbers", True),
        ("can i give you two reasons", False),
        ("need call back, he is killing me. Ann 484-555-0135", False),
        ("Dr Smith, 610-555-0101, today", False),
        ("my insurance is Aetna 4845550123, today", False),
        ("can you ring me? does it hurt? 610-555-0101", False),
    ],
)
def test_a_call_asked_for_in_plain_words_is_known(text: str, wished: bool) -> None:
    """With two numbers, a foreign one, or much said beside it; but not where something is asked, or a danger may be told."""
    assert call_wishes.asks_for_call(text) is wished


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ill just text you tomorrow", True),
        ("i can ring them", True),
        ("call me", False),
        ("i'll call me a cab", False),
        ("i want a call", False),
        ("ill take a call at 5", False),
    ],
)
def test_who_will_call_is_told_apart_from_who_will_be_called(text: str, expected: bool) -> None:
    """By who does it."""
    assert call_wishes.calls_them(text) == expected


@pytest.mark.parametrize(
    "text",
    "can my mom ring u back abt tuesday|can my husband call you|my mom will call you|may i call you"
    "|she'll ring you|can we text them"
    "|my older sister wants to call you".split("|"),
)
def test_who_may_call_the_clinic_wishes_no_call(text: str) -> None:
    """Whoever it is that calls."""
    assert call_wishes.calls_them(text)


@pytest.mark.parametrize(
    "text",
    "can you call my mom|can someone ring me|my mom wants you to call her|will you call me|she can call me|call us".split("|"),
)
def test_who_is_to_be_called_is_no_caller(text: str) -> None:
    """The clinic calls."""
    assert not call_wishes.calls_them(text)


@pytest.mark.parametrize(
    "text", "then why call them again|ok but why call|why should i call|so why do i have to ring you".split("|")
)
def test_what_a_call_is_for_is_asked(text: str) -> None:
    """That wishes none."""
    assert call_wishes.asks_why(text)


@pytest.mark.parametrize(
    "text", "why not call me|call me|why does it hurt|why wont you call me back|why call it si pain".split("|")
)
def test_another_why_asks_nothing_of_the_kind(text: str) -> None:
    """A wish that begins with it stays one."""
    assert not call_wishes.asks_why(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok take a new one then. Nadia 610-555-0138 tomorrow lunch",
        "Ana 610 555 0127 too",
        "can you reach my husband to book it for me, he handles the calendar. Greg 484 555 0151 lunchtimes",
        "I need to speak with somebody about my back, name's Bob Tuesday, number 6 1 0 5 5 5 0 1 5 5, weekends",
        "i'm Ruthanne Okafor-Bell and my cell is 215.555.0106 but work is 610.555.0161 ext 22, call work till 5",
        "call me half seven",
    ],
)
def test_a_wish_with_a_number_is_not_turned_away(text: str) -> None:
    """However it is said."""
    assert call_wishes.asks_for_call(text)


@pytest.mark.parametrize(
    "text",
    [
        "can you call my OB instead? Dr Feldman 610 555 0165",
        "i called work 610 555 0165",
        "I need to speak with somebody about my back",
        "is 610 555 0165 your number",
        "take a new approach",
    ],
)
def test_a_number_alone_makes_no_wish(text: str) -> None:
    """Nor does a wish to speak without one, which has its own answer."""
    assert not call_wishes.asks_for_call(text)
