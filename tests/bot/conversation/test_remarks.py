"""Remarks that meet a human word, in whole conversations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content import Content
from bot.conversation.remarks import met
from bot.conversation.wording import Part
from bot.store import Snapshot
from bot.turn import FrontDesk
from tests.turns import last, take

TOLD = Part("A.", "smalltalk", ("smalltalk",), label="smalltalk/about_me")
LOST = Part("B.", "out_of_scope", ("out_of_scope",), label="out_of_scope")
LANGUAGES = Part("C.", "not_covered", ("not_covered/languages",), label="not_covered/languages")
SAFE = Part("D.", "answer", ("pregnancy_safety",), label="faq/pregnancy_safety")
BEHIND = Snapshot(state={"said": ["faq/non_pregnancy#"]})


def test_a_remark_keeps_its_word_on_when_to_call(known: Content) -> None:
    """What may be urgent is never said away; a joke taken back is."""
    doubted = replace(LOST, doubt=True, when="Call.")

    (nervous,) = met([doubted], "still a bit nervous", BEHIND, known, "web")
    (joked,) = met([doubted], "that was a joke im not really dying", BEHIND, known, "web")

    assert (nervous.label, nervous.doubt, nervous.when) == ("remark/fine_to_be_nervous", True, "Call.")
    assert (joked.label, joked.doubt) == ("remark/glad", False)


def test_an_alarm_and_a_loss_stay(known: Content) -> None:
    """A joke isn't heard in either."""
    alarm = Part("911.", "emergency", ("emergency",), label="emergency")

    assert met([alarm], "lol just kidding", BEHIND, known, "web") == [alarm]
    assert met([TOLD], "we lost the baby, sorry im a worrier", BEHIND, known, "web") == [TOLD]


def test_languages_are_no_part_of_another_question(known: Content) -> None:
    """`ok english. is it safe` asks one thing."""
    assert met([LANGUAGES, SAFE], "ok english. is it safe", BEHIND, known, "web") == [SAFE]
    assert met([LANGUAGES, SAFE], "do you speak spanish? is it safe", BEHIND, known, "web") == [LANGUAGES, SAFE]


@pytest.mark.parametrize("text", ["so yes?", "say it simpler", "shorter please", "english please"])
def test_the_last_answer_in_a_word(known: Content, text: str) -> None:
    """For who asks for less, or for a plain yes."""
    (part,) = met([LOST], text, BEHIND, known, "web")

    assert (part.kind, part.topics, part.text[:4]) == ("answer", ("non_pregnancy",), "Yes,")
    assert met([TOLD], "yes", BEHIND, known, "web") == [TOLD]


def test_two_words_about_something_else_stay_refused(known: Content) -> None:
    """Plainly none of ours; a scrap that nobody understood is asked for once."""
    (asked,) = met([LOST], "and them?", BEHIND, known, "web")

    assert (asked.label, asked.kind) == ("remark/unclear", "out_of_scope")
    assert met([replace(LOST, confidence=0.9)], "pizza place", BEHIND, known, "web") == [replace(LOST, confidence=0.9)]
    assert met([LOST], "and them?", Snapshot(state={"said": ["remark/unclear"]}), known, "web") == [LOST]


def test_the_answer_once_more_stays_short(desk: FrontDesk) -> None:
    """In whole turns: the yes is said as a yes."""
    asked = "do you treat si pain if i am not pregnant"

    assert last(desk, asked, "can you say that simpler").startswith("Yes, it is used")
    assert last(desk, asked, "so thats a yes?").startswith("Yes, it is used")


def test_who_cancels_hears_that_it_is_told_nobody(desk: FrontDesk) -> None:
    """No free times for who doesn't want any."""
    assert "tell them yourself" in last(desk, "i need to cancel my appointment tomorrow", "its under Kim Ross")


def test_an_open_emergency_hears_no_joke(desk: FrontDesk) -> None:
    """Nor do words behind one that was just settled."""
    take(desk, "I have chest pain")

    assert "fair enough" not in last(desk, "lol just kidding")
    assert "so glad" not in last(desk, "im better now")


def test_the_same_small_question_again_hears_that_there_is_no_more(known: Content) -> None:
    """Neither the same sentence nor the whole answer beside it."""
    before = Snapshot(state={"said": ["remark/clicking"]})
    pain = Part("E.", "answer", ("what_is_si_pain",), label="faq/what_is_si_pain")

    (part,) = met([pain], "it doesnt hurt just clicks", before, known, "web")

    assert part.text == known.reply("only_again", "web")


def test_a_question_of_a_study_stands_behind_its_own_sentence(known: Content) -> None:
    """`any babies hurt in it`, behind `were they pregnant`."""
    before = Snapshot(state={"said": ["only/studies_women"]})

    (part,) = met([SAFE], "any babies hurt in it?", before, known, "web")

    assert part.label == "remark/babies_in_study"


def test_a_week_behind_an_answer_belongs_to_it(desk: FrontDesk) -> None:
    """`38w` isn't met by a list of what could be asked."""
    assert "generally safe" in last(desk, "is acupuncture safe", "38w")
