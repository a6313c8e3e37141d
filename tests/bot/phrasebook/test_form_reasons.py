"""Reasons to call, wherever in the form they come."""

from __future__ import annotations

import pytest

from bot.phrasebook import form_reasons


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("about insurance", "about insurance"),
        ("my back", "my back"),
        ("its about the receipt", "about the receipt"),
        ("my name is Rob", ""),
        ("about insurance?", ""),
        ("about 5", ""),
        ("jen", ""),
    ],
)
def test_a_message_may_be_a_reason_alone(text: str, why: str) -> None:
    """Whatever was asked for."""
    assert form_reasons.alone(text) == why


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("I want to know whether someone my age can have it", True),
        ("just wanted to ask about price", True),
        ("I want to know, is it safe?", False),
        ("is it safe", False),
        ("I have SI pain and want to know if you take Medicare", False),
    ],
)
def test_a_reason_may_say_that_it_is_one(text: str, led: bool) -> None:
    """A question mark makes a question of it."""
    assert form_reasons.is_led_to(text) is led


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("shes 81 and has a bad hip and pain over the si", True),
        ("my back hurts at night", True),
        ("does my back need rest", False),
        ("i sent it to them", False),
        ("my hip", False),
    ],
)
def test_what_is_told_of_the_body_is_worth_passing_on(text: str, told: bool) -> None:
    """What asks is not told."""
    assert bool(form_reasons.of_the_body(text)) is told


@pytest.mark.parametrize(
    ("text", "why", "rest"),
    [
        ("no. why: low back pain", "low back pain", "no."),
        ("no the reason is si joint and time is anytime", "si joint", "no the and time is anytime"),
        ("change why to shoulder tension", "shoulder tension", ""),
        ("no reason is needed", "", "no reason is needed"),
        ("the reason is wrong", "", "the reason is wrong"),
        ("why is my number there", "", "why is my number there"),
    ],
)
def test_a_reason_said_to_be_the_reason_is_taken(text: str, why: str, rest: str) -> None:
    """And nothing that is only said of it."""
    left = form_reasons.without_said(text)

    assert (form_reasons.said_to_be(text), " ".join(left.replace("the  ", "the ").split())) == (why, rest)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("hip pain after baby", "hip pain after baby"),
        ("You forget pain. My low back pain", "My low back pain"),
        ("does it help hip pain", ""),
        ("needles for hip pain", ""),
        ("call me back", ""),
        ("the back one", ""),
        ("hip", ""),
        ("si, gracias", ""),
        ("si yes", ""),
    ],
)
def test_a_few_words_of_the_body_are_a_reason(text: str, why: str) -> None:
    """Where they ask nothing and aren't said of the call."""
    assert form_reasons.bare(text) == why
