"""Feelings that meet a human word."""

from __future__ import annotations

import pytest

from bot.phrasebook.remark import ABOUT_ME, LABOUR
from bot.phrasebook.remarks import remark
from tests.bot.phrasebook.test_remarks import named

ANSWERED = ("faq/evidence",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("im still a bit nervous ngl", "fine_to_be_nervous"),
        ("kind of scared", "fine_to_be_nervous"),
        ("im scared of him", ""),
        ("scared im dying", ""),
        ("im worried the baby isnt moving", ""),
        ("scared to go home", ""),
        ("sorry i ask too many questions", "ask_away"),
        ("hope i dont bother you", "ask_away"),
        ("sorry, stupid question", "no_silly_question"),
        ("this might be a dumb one", "no_silly_question"),
        ("dumb question, can i wear leggings", ""),
        ("oops sorry my toddler did that", "no_harm"),
        ("sorry wrong number", "no_harm"),
        ("i have a cat", ""),
        ("had acupuncture for migraines and it didnt do a thing", "sorry_it_failed"),
        ("pt was a waste of money", "sorry_it_failed"),
        ("tylenol did nothing for my headache", ""),
        ("i can hardly stand up straight today", "hurts_to_move"),
        ("i cant stand for long", ""),
        ("thats better", "glad"),
        ("makes me feel hopeful", ""),
        ("im so relieved", "glad"),
        ("im not happy", ""),
        ("feeling better now", "glad"),
        ("what makes it better", ""),
        ("lol sorry i have 100 questions", "ask_away"),
        ("can i ask more questions", ""),
        ("im scared of everything this pregnancy lol", "scared_of_all"),
        ("everything i read on google scares me", "scared_of_all"),
        ("everything about my husband scares me", ""),
        ("my si joint pain is so bad i cried at work. am i being a baby about it", "no_weakness"),
        ("is it a baby thing", ""),
        ("my boss rolled his eyes", "unkind_of_them"),
        ("he laughed at me and hit me", ""),
        ("my eyes rolled back", ""),
        ("ok sry phone dying thx", "leaving_now"),
        ("my mom is dying", ""),
        ("lol of course u dont know", "cant_know"),
        ("of course i dont know", ""),
        ("ok. im not panicking. im panicking a little", "fine_to_be_nervous"),
        ("that was a joke lol", "glad"),
        ("its no joke", ""),
        ("he says it's all voodoo", "doubted_by_another"),
        ("my aunt thinks needles are quackery", "doubted_by_another"),
        ("she said monday", ""),
        ("my midwife doesnt believe in it", "doubted_by_another"),
        ("tried it last year and it did nothing", "sorry_it_failed"),
        ("im pretty sceptical tbh", "own_doubt"),
        ("i dont believe in this", "own_doubt"),
        ("i dont trust him", ""),
    ],
)
def test_a_feeling_is_known_by_its_words(text: str, name: str) -> None:
    """Where the message only tells; fear of somebody or of death, and pain of another kind, are never met by it."""
    assert named(text, said=ANSWERED) == name


def test_what_to_say_to_a_doubter_is_told() -> None:
    """Behind her doubt, or her doctor's advice; whom to tell at the desk is another question."""
    asked = "what should i tell my husband"

    assert named(asked, "out_of_scope", "out_of_scope", ("remark/doubted_by_another",)) == "what_to_tell_them"
    assert named("what can i say to her", "clarify", "clarify", ("not_covered/doctors_advice",)) == "what_to_tell_them"
    assert named(asked, "out_of_scope", "out_of_scope", ("faq/booking",)) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("im afraid it could set me off", "fear_of_labour"),
        ("i dont want it yet, is it too early", "fear_of_labour"),
        ("scared about breastfeeding", ""),
        ("does it turn a breech baby", ""),
    ],
)
def test_fear_of_labour_hears_what_is_known_of_safety(text: str, name: str) -> None:
    """Who wishes for it, or asks of other things, doesn't."""
    assert named(text, LABOUR, "not_covered") == name


def test_who_asks_after_losses_is_understood() -> None:
    """Figures of another kind are none of it."""
    assert named("did anyone miscarry", "not_covered/study_details", "not_covered") == "asked_of_loss"
    assert named("how old were they", "not_covered/study_details", "not_covered") == ""
    assert named("how old were they", ABOUT_ME) == ""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("oops dog jumped on my pregnant belly", "clarify"),
        ("sorry the dog bit my belly", "clarify"),
        ("im scared of what i might do", "clarify"),
        ("terrified of hurting her", "clarify"),
        ("im frightened i cant see right", "clarify"),
        ("i have no one lol", "clarify"),
        ("i wish it would all stop haha", "clarify"),
        ("cannot walk since the epidural", "smalltalk/about_me"),
        ("cant get up and i leak pee", "smalltalk/about_me"),
        ("i can barely walk since the fall", "smalltalk/about_me"),
    ],
)
def test_what_may_be_grave_gets_no_light_word(text: str, label: str) -> None:
    """A comforting word is for nerves before a visit and a cat on the keys."""
    assert remark(text, label, label.split("/")[0], ["faq/booking"], "") is None
