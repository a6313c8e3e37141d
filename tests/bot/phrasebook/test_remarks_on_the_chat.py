"""Jokes, and remarks on this chat."""

from __future__ import annotations

import pytest

from bot.phrasebook.remark import ABOUT_ME, BOOKING, CONDITIONS, LANGUAGES
from tests.bot.phrasebook.test_remarks import named

NOT_COVERED = ("not_covered/men",)


@pytest.mark.parametrize(
    ("text", "label", "said", "name"),
    [
        ("well the needles wont fit through the phone haha", "not_covered/telehealth", ("not_covered/telehealth",), "a_joke"),
        ("do you do video haha", "not_covered/telehealth", ("not_covered/telehealth",), ""),
        ("id marry you just kidding", "out_of_scope", NOT_COVERED, "a_joke"),
        ("jk is my doctor, can i bring him", "out_of_scope", NOT_COVERED, ""),
        ("do you get tired", "not_covered/other", (), "only_a_program"),
        ("are you lonely in there", "out_of_scope", (), "only_a_program"),
        ("do you like pregnant patients", "not_covered/other", (), ""),
        ("hello?", "smalltalk/greet", NOT_COVERED, "still_here"),
        ("u still there", "smalltalk/greet", NOT_COVERED, "still_here"),
        ("hello", "smalltalk/greet", NOT_COVERED, ""),
        ("hello?", "smalltalk/greet", (), ""),
        ("is anyone there to let me in on sunday", "clarify", NOT_COVERED, ""),
        ("so what do you even treat", CONDITIONS, ("not_covered/other_conditions",), "what_i_am_for"),
        ("what can you help with then", CONDITIONS, ("out_of_scope",), "what_i_am_for"),
        ("what do you do for migraines", CONDITIONS, ("not_covered/other_conditions",), ""),
        ("you told me it was just for pregnant women", "smalltalk/complaint", (), "not_only_pregnancy"),
        ("is it only for pregnant women", "faq/non_pregnancy", (), ""),
        ("i mean the last chat", ABOUT_ME, (), "other_chat"),
        ("the other side hurts", ABOUT_ME, (), ""),
        ("whats this guide", "clarify", (), "what_guide"),
        ("what does the guide say about sleep", "clarify", (), ""),
        ("what guidelines", "faq/guidelines", (), ""),
        ("is this the right number", "clarify", (), "this_is"),
        ("is this a good place for my hip", "faq/right_for_me", (), ""),
        ("english is fine", LANGUAGES, (), "english_welcome"),
        ("my english very bad sorry", "out_of_scope", (), "english_welcome"),
        ("do you speak english", LANGUAGES, (), ""),
        ("i dont speak very good english", "out_of_scope", (), "english_welcome"),
        ("my moms english isnt good, can someone help", LANGUAGES, (), ""),
        ("it was about my twins", ABOUT_ME, (), "go_on_about"),
        ("about 6 weeks now", ABOUT_ME, (), ""),
        ("no idea what that is", "smalltalk/unsure", ("not_covered/insurance",), "the_clinic_explains"),
        ("no idea what that is on my leg", "smalltalk/unsure", ("faq/causes",), ""),
        ("my doula recommended it", ABOUT_ME, NOT_COVERED, "kind_of_them"),
        ("my ob told me to rest", ABOUT_ME, NOT_COVERED, ""),
        ("dr put me on bed rest", ABOUT_ME, (), "on_bed_rest"),
        ("is bedrest good for it", ABOUT_ME, (), ""),
    ],
)
def test_a_remark_on_the_chat_is_known_by_its_words(text: str, label: str, said: tuple[str, ...], name: str) -> None:
    """And what only sounds like it is left to the answer."""
    kind = {"faq": "answer", "smalltalk": "smalltalk", "not_covered": "not_covered"}.get(label.split("/")[0], label)

    assert named(text, label, kind, said) == name


@pytest.mark.parametrize(
    ("text", "previous", "name"),
    [
        ("under Kim Ross", "i have to cancel tomorrow", "tell_them_to_cancel"),
        ("its the 3pm one", "need to reschedule", "tell_them_to_cancel"),
        ("ok thanks", "i have to cancel tomorrow", ""),
        ("is there a fee", "i have to cancel tomorrow", ""),
        ("my hip hurts too much", "i have to cancel tomorrow", ""),
        ("under Kim Ross", "can i book for tomorrow", ""),
    ],
)
def test_whose_visit_is_cancelled_is_for_the_clinic(text: str, previous: str, name: str) -> None:
    """Nothing told here reaches it."""
    assert named(text, BOOKING, "handoff", (BOOKING,), previous) == name
