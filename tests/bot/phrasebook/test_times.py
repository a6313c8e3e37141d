"""Times to call, as people write them."""

from __future__ import annotations

import pytest

from bot.phrasebook import times


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("tmrw after 5", "tomorrow after 5"),
        ("any morning but friday", "any morning but friday"),
        ("call me tomorrow after 5 on", "tomorrow after 5"),
        ("mon or tues between 9 and 11am", "mon or tues between 9 and 11am"),
        ("i am free today at 3:30", "today at 3:30"),
        ("asap please", "asap"),
        ("after work", "after work"),
    ],
)
def test_a_time_is_found(text: str, when: str) -> None:
    """The words for it are cut out of the message as they stand, `tomorrow` in full."""
    found = times.span(text)

    assert found is not None
    assert times.tidy(text[slice(*found)]) == when


@pytest.mark.parametrize("text", ["", "jen", "484 555 0123", "i have 2 kids", "about my hip", "after 30 weeks", "on and on"])
def test_what_is_no_time_is_left(text: str) -> None:
    """Figures and small words alone make no time."""
    assert times.span(text) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("mon is a holiday make it tues", "tues"),
        ("no make it 11", "11"),
        ("oh can u change it to 6", "6"),
        ("mornings then", "mornings"),
        ("my doctor said to make it tuesday for my hip", ""),
        ("make it 484 555 0123", ""),
        ("it hurts on tuesdays", ""),
        ("i cant make it at 3", ""),
        ("dont move it to friday", ""),
        ("i cant do 10 make it 11", "11"),
        ("that wont work, make it 6", "6"),
        ("my back wont make it to noon", ""),
    ],
)
def test_a_time_puts_another_right(text: str, when: str) -> None:
    """What comes last is meant; a story with a day in it puts nothing right."""
    assert times.corrected(text) == when


@pytest.mark.parametrize(
    ("told", "right", "meant"),
    [
        ("tomorrow 10am", "11", "tomorrow 11"),
        ("tomorrow after 5", "friday", "friday after 5"),
        ("at lunch", "not today", "at lunch, not today"),
        ("mornings", "11", "11"),
        ("mon or tues", "wed", "wed"),
        ("any day but friday", "friday", "friday"),
        ("next monday 10am", "tomorrow", "tomorrow"),
        ("next thursday at 10", "11", "next thursday at 11"),
        ("friday at 3", "monday after 4", "monday after 4"),
    ],
)
def test_what_is_not_put_right_stays(told: str, right: str, meant: str) -> None:
    """Who moves the hour still means the day."""
    assert times.put_right(told, right) == meant


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("before my husband is home", True),
        ("when she gets home", True),
        ("call once the kids sleep", True),
        ("noon", True),
        ("dont tell him when he picks up", False),
        ("let it ring", False),
    ],
)
def test_a_time_may_be_told_without_a_clock(text: str, tells: bool) -> None:
    """By what happens then."""
    assert times.tells_when(text) is tells


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("sat am", "sat am"),
        ("mon-wed before 10a. billing", "mon-wed before 10a"),
        ("call me, eve", "eve"),
        ("call me, Eve", ""),
        ("at nite", "at nite"),
        ("idk wednesdayish", "wednesdayish"),
        ("its about my appointment tomorrow", ""),
        ("before my appointment on friday", "before my appointment on friday"),
        ("im a nurse on nights, so only between 3pm and 5pm", "only between 3pm and 5pm"),
        ("any night", "any night"),
    ],
)
def test_a_time_to_call_is_told_from_other_times(text: str, when: str) -> None:
    """When a visit is, or when somebody works, nobody asked to be called."""
    found = times.span(text)

    assert (text[found[0] : found[1]] if found else "") == when


@pytest.mark.parametrize(
    ("text", "when"),
    [("before 5", "before 5"), ("asap", "asap"), ("mornings", ""), ("before 5 i hurt most", ""), ("my hip", "")],
)
def test_a_time_of_the_clock_alone_is_no_reason(text: str, when: str) -> None:
    """A part of the day may be one."""
    assert times.only(text) == when


def test_an_hour_goes_with_the_day_told_before() -> None:
    """And takes the place of another hour."""
    assert times.put_right("tomorrow", "between 12 and 1") == "tomorrow between 12 and 1"
    assert times.put_right("til 5", "before 4") == "before 4"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("its mike. half seven tomorrow evening", "half seven tomorrow evening"),
        ("call Jo half seven this evening", "half seven this evening"),
        ("quarter to four on fri", "quarter to four on fri"),
        ("tuesday the week after", "tuesday the week after"),
        ("the tuesday AFTER next please", "tuesday AFTER next"),
        ("weekday eves", "weekday eves"),
        ("I'm over from London til the 14th", "til the 14th"),
        ("work before 4, cell after", "work before 4, cell after"),
        ("night shift nurse with si pain", ""),
        ("it began after the 2nd pregnancy", ""),
    ],
)
def test_a_time_is_known_however_it_is_told(text: str, when: str) -> None:
    """In the patient's words and whole; a shift that somebody works is none."""
    found = times.span(text)

    assert (times.tidy(text[found[0] : found[1]]) if found else "") == when


def test_days_left_out_take_the_place_of_fewer() -> None:
    """And other days are left out as well."""
    assert times.put_right("any day but wednesday", "not wednesday or friday") == "any day but wednesday or friday"
    assert times.put_right("any day but monday", "not friday") == "any day but monday, not friday"
    assert times.put_right("any day", "not friday") == "any day, not friday"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("she is out friday", "not friday"),
        ("he is away monday", "not monday"),
        ("im not in on wed", "not wed"),
        ("she works fridays", "not fridays"),
        ("im at work tues and thurs", "not tues and thurs"),
        ("call friday", ""),
        ("friday she is free", ""),
        ("im off tuesdays", ""),
        ("im out", ""),
        ("she is out friday but call anyway", ""),
    ],
)
def test_a_day_on_which_nobody_is_there_is_left_out(text: str, right: str) -> None:
    """It is never passed on as the time to call; a day off may be either."""
    assert times.excluded(text) == right


@pytest.mark.parametrize(
    ("told", "right", "whole"),
    [
        ("between 9 and 11:30", "not friday", "between 9 and 11:30, not friday"),
        ("friday", "not friday", "not friday"),
        ("friday", "not friday, any day except friday between 9 and 11", "not friday, any day except friday between 9 and 11"),
    ],
)
def test_what_is_left_out_never_stands_beside_itself(told: str, right: str, whole: str) -> None:
    """`friday, not friday` says nothing."""
    assert times.put_right(told, right) == whole


def test_several_times_in_a_row_are_one() -> None:
    """With what says which is when."""
    assert times.only("days: 9 to 5. nights after 8") == "days: 9 to 5. nights after 8"
    assert times.only("days: my hip. nights: my back") == ""
