"""Cutting a message into what it asks."""

from __future__ import annotations

import pytest

from bot.phrasebook.clauses import MOST_PIECES, Clauses, split


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (
            "how long is it and where are you, also do you take insurance",
            ("how long is it", "where are you", "do you take insurance"),
        ),
        ("does it hurt and is it safe in pregnancy", ("does it hurt", "is it safe in pregnancy")),
        ("what do you charge & do u take aetna", ("what do you charge", "do u take aetna")),
        ("do u take aetna and he also wants to know who does it", ("do u take aetna", "wants to know who does it")),
        ("where'd you get that and is it safe", ("where'd you get that", "is it safe")),
        ("cost? location? hours?", ("cost?", "location?", "hours?")),
        ("how much, how long, how often", ("how much", "how long", "how often")),
        ("price and address pls", ("price", "address")),
        ("price hours parking", ("price", "hours", "parking")),
        ("so first is it drug free, second does it work", ("is it drug free", "does it work")),
        ("tell me your number, and until when do you pick up", ("tell me your number", "until when do you pick up")),
        ("is it safe for her and is whoever does it trained", ("is it safe for her", "is whoever does it trained")),
        ("does it hurt and if i come today when will it help", ("does it hurt", "if i come today when will it help")),
        (
            "is it pill free? cause im on zoloft and idk if thats ok",
            ("is it pill free?", "cause im on zoloft and idk if thats ok"),
        ),
        ("my back is bad so do i have to book, if not where do i go", ("do i have to book", "if not where do i go")),
        ("does medicare pay and do doctors like it", ("does medicare pay", "do doctors like it")),
        ("im on blood thinners so is this ok but does it bruise", ("is this ok", "does it bruise")),
        ("tell me 1) cost 2) parking 3) is it safe", ("cost", "parking", "is it safe")),
        ("should i also see my pt", ("should i also see my pt",)),
        ("what about my hip, is it worth it", ("what about my hip, is it worth it",)),
        ("Also my hips, can they be done", ("Also my hips, can they be done",)),
        ("two things. one is it risky for her, two how far out are you", ("is it risky for her", "how far out are you")),
        ("tell me who treats me and whether it stings", ("tell me who treats me", "whether it stings")),
        ("tell me whether it stings, whether it helps", ("tell me whether it stings", "whether it helps")),
        ("what is pgp, and has needling been tried for it", ("what is pgp", "has needling been tried for it")),
        ("i'd love to know who treats me, where are you", ("i'd love to know who treats me", "where are you")),
        ("who is dr. smith", ("who is dr. smith",)),
        ("where are you, then get me in monday", ("where are you", "get me in monday")),
        ("ok 2 things. 1 is it safe 2 do you have parking", ("is it safe", "do you have parking")),
        ("do i need a note or can i just book", ("do i need a note", "can i just book")),
        ("what sets it off, and the needles, what do they do", ("what sets it off", "what do they do")),
        ("does it help and whered you read that", ("does it help", "whered you read that")),
        ("is it any use, and after how many days", ("is it any use", "after how many days")),
        ("need to know 1) is it safe 2) how long", ("is it safe", "how long")),
        ("tell me a joke then tell me how much it costs", ("tell me a joke", "tell me how much it costs")),
        ("Okay so 1. is it risky 2. who gave you that 3. parking", ("is it risky", "who gave you that", "parking")),
        ("state please: (a) the fee; (b) the street", ("the fee", "the street")),
        ("Is it any good? Cite a study please.", ("Is it any good?", "Cite a study please")),
        ("whats the street n phone", ("whats the street", "phone")),
        ("who treats me, and whereabouts are you", ("who treats me", "whereabouts are you")),
        ("how often do i come, and do y'all do bundles", ("how often do i come", "do y'all do bundles")),
        ("is it safe and you got parking", ("is it safe", "you got parking")),
        ("what will you do to me.. how long is it", ("what will you do to me", "how long is it")),
        ("hwo much is it nad how long dose it take", ("hwo much is it", "how long dose it take")),
        ("is it proven n is first tri any riskier", ("is it proven", "is first tri any riskier")),
        ("Might it be my chair, and is it lasting?", ("Might it be my chair", "is it lasting?")),
        ("might be late. how long is it", ("how long is it",)),
        ("my midwife wants the titles you cite, and is it safe", ("my midwife wants the titles you cite", "is it safe")),
        ("blood thinners ok? n do the needles sting", ("blood thinners ok?", "n do the needles sting")),
        ("do i eat first, and roughly how long is it", ("do i eat first", "roughly how long is it")),
        ("can you say the street, and if there is a car park?", ("can you say the street", "if there is a car park?")),
        ("prove it to me, then tell me where you are", ("prove it to me", "tell me where you are")),
        ("book me in and send over the street", ("book me in", "send over the street")),
        ("need to cancel my 4pm, also is there a fee", ("need to cancel my 4pm", "is there a fee")),
        ("im bringing my son if thats ok, how long is it", ("im bringing my son if thats ok", "how long is it")),
        ("do you see men, and is SI pain something you do", ("do you see men", "is SI pain something you do")),
        ("what's your street 🙏 do you take aetna", ("what's your street", "do you take aetna")),
        ("mom asks what she holds and whether it stings", ("mom asks what she holds", "whether it stings")),
        ("lol whats the weather. also wheres your office", ("lol whats the weather", "also wheres your office")),
        ("wheres ur place / whos the boss there", ("wheres ur place", "whos the boss there")),
        ("First: do you bill. Second: where are you.", ("First: do you bill", "Second: where are you")),
        ("Is it proven? I'd love to know about the risks too", ("Is it proven?", "I'd love to know about the risks too")),
        ("I'm not asking about the price. Where are you?", ("Where are you?",)),
        ("tell me who it is and whether one's plan is kept", ("tell me who it is", "whether one's plan is kept")),
        ("Is it pills? Or just a pin? And who does it?", ("Is it pills? Or just a pin?", "And who does it?")),
        ("Do you bill us? Or do we pay you first?", ("Do you bill us?", "Or do we pay you first?")),
        ("Who are you? And then how do I get there?", ("Who are you?", "how do I get there?")),
        ("how long is it. while i got you how big are they", ("how long is it", "how big are they")),
        ("who treats me? Last question, is it safe?", ("who treats me?", "is it safe?")),
        ("I'd like the studies. And what is the fee?", ("I'd like the studies", "And what is the fee?")),
    ],
)
def test_each_question_is_a_clause(text: str, asking: tuple[str, ...]) -> None:
    """Questions joined by words, commas or marks come apart in the order asked."""
    assert split(text).asking == asking


def test_a_story_is_no_question() -> None:
    """A wall of text with one question in it has one asking clause."""
    found = split("I had a fall two years ago and since then my hip is bad, doctors said si joint. will this do anything for me")

    assert found.asking == ("will this do anything for me",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hi! how long do needles stay in? thanks", ("how long do needles stay in?", True, True)),
        ("good morning, can i move my appt thx", ("can i move my appt", True, True)),
        ("where are you", ("where are you", False, False)),
        ("yo what do yall charge", ("what do yall charge", True, False)),
        ("Dear Sir or Madam, how long is it?", ("how long is it?", True, False)),
        ("hello there", ("hello there", False, False)),
        ("thanks", ("thanks", False, False)),
        ("and thanks", ("and thanks", False, False)),
    ],
)
def test_courtesies_are_taken_off_a_question(text: str, expected: tuple[str, bool, bool]) -> None:
    """A greeting or thanks beside a question is told apart; alone it stays the message."""
    found = split(text)

    assert (found.body, found.greeting, found.thanks) == expected


def test_no_message_has_endless_clauses() -> None:
    """However many questions a message holds, only the first few are looked at."""
    assert len(split("is it safe? " * 50).asking) == MOST_PIECES


def test_words_that_only_look_like_a_list_are_marked() -> None:
    """A short list is marked as one, so that `physical therapy and acupuncture` can still be one question."""
    assert split("physical therapy and acupuncture") == Clauses(
        "physical therapy and acupuncture",
        ("physical therapy", "acupuncture"),
        listed=True,
        pieces=("physical therapy and acupuncture",),
        wanted=("physical therapy", "acupuncture"),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("price. hours. address.", ("price", "hours", "address")),
        ("the doctor's name please and where to call", ("the doctor's name", "where to call")),
        ("address\nphone number\nhours", ("address", "phone number", "hours")),
        ("show me the works you rest on n ur mail", ("show me the works you rest on", "ur mail")),
        ("need directions from Devon and a phone number", ("need directions from Devon", "a phone number")),
        ("about the fee, then about parking, in that order", ("about the fee", "then about parking")),
        ("i want know the place and how many times and the price", ("i want know the place", "how many times", "the price")),
        ("my wife hurt her back and hip last year and since then she can hardly walk, stand or sleep at night", ()),
    ],
)
def test_things_wanted_in_a_row_are_told_apart(text: str, wanted: tuple[str, ...]) -> None:
    """What is wanted one after the other, without asking, is offered piece by piece; a story is not."""
    assert split(text).wanted == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("is it any good how often do i come where are you", ("is it any good", "how often do i come", "where are you")),
        ("what do i bring what happens first", ("what do i bring", "what happens first")),
        ("does it work when ur pregnant", ()),
        ("after how many weeks it is less", ()),
        ("my knees, hers and what is left", ("my knees", "hers", "what is left")),
        ("what should i bring will i be tired after", ("what should i bring", "will i be tired after")),
        ("do they hurt are they deep", ("do they hurt", "are they deep")),
        ("how many visits do i need to be rid of it", ()),
        ("does everybody get that or is it made for me", ()),
    ],
)
def test_questions_without_a_mark_between_them_come_apart(text: str, wanted: tuple[str, ...]) -> None:
    """Each must open as a question does, in a few words; a question with a question word in its middle stays whole."""
    assert split(text).wanted == wanted


def test_a_verb_in_the_middle_opens_no_question() -> None:
    """`and could hardly walk` tells something; only a verb with its subject asks."""
    assert split("I am having my second and could hardly walk with the first").asking == ()


def test_thanks_before_a_question_are_told_apart() -> None:
    """`thanks that helps. how …` is thanks first, then a question."""
    found = split("ok thanks that helps! how do i make an appt")

    assert (found.thanks_first, found.body) == (True, "how do i make an appt")


def test_what_is_only_told_is_kept_in_its_place() -> None:
    """Clauses that ask nothing may still be a wish, so they are kept in order."""
    assert split("need to cancel tmrw, is there a fee").pieces == ("need to cancel tmrw", "is there a fee")
