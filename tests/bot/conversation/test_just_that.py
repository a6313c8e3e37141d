"""One thing asked is one thing said."""

from __future__ import annotations

from bot.content import Content
from bot.conversation.just_that import ONLY, said
from bot.conversation.repeats import SAID
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import last


def part(label: str, kind: str = "answer") -> Part:
    return Part("The answer.", kind, label=label)


def test_a_word_that_is_asked_about_is_what_is_told(known: Content) -> None:
    """Who asks what relaxin is gets no whole answer on pain in pregnancy."""
    parts, remembered = said([part("faq/pregnancy_si_pain")], "what is relaxin", {}, known, "web")

    assert parts[0].text == known.reply("word_relaxin", "web")
    assert remembered == {SAID: [ONLY + "word_relaxin"]}


def test_the_same_sentence_is_not_said_twice(known: Content) -> None:
    """Asking on about it hears that there is no more, and whom to ask."""
    before = {SAID: [ONLY + "word_relaxin"]}
    parts, _ = said([part("faq/pregnancy_si_pain")], "relaxin?", before, known, "web")

    assert parts[0].text == known.reply("only_again", "web")


def test_who_asks_on_whether_it_is_that_hears_whom_to_ask(known: Content) -> None:
    """A second `so is it my SI joint` gets neither the same sentence nor only that there is no more."""
    before = {SAID: ["faq/what_is_si_pain", ONLY + "pain_judge"]}
    parts, _ = said([part("faq/what_is_si_pain")], "so its my si joint", before, known, "web")

    assert parts[0].text == known.reply("do_what", "web")


def test_a_sentence_stands_for_its_answer(known: Content) -> None:
    """Behind `is it too late`, `at 37 weeks` asks for no whole answer either."""
    parts, _ = said([part("faq/right_for_me")], "i mean 37 weeks", {SAID: [ONLY + "late"]}, known, "web")

    assert parts[0].text == known.reply("stage", "web")


def test_the_topics_own_question_gets_its_answer(known: Content) -> None:
    """Nothing is cut from what was asked as a whole."""
    parts = [part("faq/pregnancy_si_pain")]

    assert said(parts, "why does my pelvis hurt", {}, known, "web") == (parts, {})


def test_an_answer_that_is_switched_off_stays_that(known: Content) -> None:
    """Its facts don't come back as sentences."""
    parts = [part("faq/pregnancy_si_pain", "not_covered")]

    assert said(parts, "what is relaxin", {}, known, "web") == (parts, {})


def test_danger_and_several_answers_are_left_alone(known: Content) -> None:
    """Neither advice nor one of two questions is put in other words."""
    danger = [part("emergency", "emergency")]
    two = [part("faq/pregnancy_si_pain"), part("faq/frequency")]

    assert said(danger, "what is relaxin", {}, known, "web") == (danger, {})
    assert said(two, "what is relaxin", {}, known, "web") == (two, {})


def test_the_whole_answer_is_still_new_behind_one_sentence(desk: FrontDesk) -> None:
    """A definition doesn't count as the answer given."""
    last(desk, "what is relaxin")

    assert last(desk, "why does my pelvis hurt in pregnancy").startswith("You are far from alone")
