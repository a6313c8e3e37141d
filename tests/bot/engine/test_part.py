"""A piece of a message and what it was understood as."""

from __future__ import annotations

from bot.engine.part import MOST_GUESSES, Part, given
from bot.engine.topic_classifier import VERDICT


def test_a_given_part_is_sure() -> None:
    """What a part means is certain where nothing had to be understood, and nothing was guessed."""
    part = given("book me", "faq/booking", beside=True)

    assert (part.label, part.confidence, part.sure, part.beside) == ("faq/booking", 1.0, True, True)
    assert (part.guesses, part.doubt) == ([], False)


def test_a_part_tells_its_best_guesses_only() -> None:
    """Of the ranking the first few are kept, scores rounded."""
    ranking = [{"label": f"faq/{each}", "confidence": 0.123456} for each in "abcdef"]
    part = Part(
        "x", {"intent": {"confidence": None}, "intent_ranking": ranking, VERDICT: {"label": "faq/a", "outcome": "clarify"}}
    )

    assert part.guesses == [(f"faq/{each}", 0.1235) for each in "abcdef"[:MOST_GUESSES]]
    assert (part.confidence, part.sure) == (0.0, False)


def test_a_part_may_be_taken_for_another_topic() -> None:
    """What was refused is acted on as that topic; a doubt and the text stay."""
    verdict = {"label": "faq/a", "outcome": "refuse", "doubt": True}
    refused = Part("x", {"intent": {"name": "out_of_scope", "confidence": 0.4}, VERDICT: verdict})
    taken = refused.taken_for("smalltalk/about_me")

    assert (refused.refused, taken.refused, taken.sure) == (True, False, True)
    assert (taken.text, taken.label, taken.confidence, taken.doubt) == ("x", "smalltalk/about_me", 0.4, True)
    assert taken.believed() is taken


def test_a_part_may_say_more_of_its_message() -> None:
    """Rasa hears what the part says."""
    assert given("call?", "callback").saying("call? jo").parsed["text"] == "call? jo"
