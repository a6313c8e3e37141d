"""What whoever calls is to know."""

from __future__ import annotations

import pytest

from bot.phrasebook.form_notes import asks_for_contact, by_text, heed, note, to_add


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("484 555 0190 TEXT ONLY", "TEXT ONLY"),
        ("610 555 0105 cell only no voicemail", "cell only no voicemail"),
        ("610-555-0133 text is better than call tho", "text is better than call tho"),
        ("I'd like you to call me but im deaf so text only", "im deaf so text only"),
        ("my husband doesnt know im coming, will u call the house phone", "my husband doesnt know im coming"),
        ("dont leave a message please", "dont leave a message please"),
        ("not the house phone", "not the house phone"),
        ("she speaks only spanish", "she speaks only spanish"),
        ("text me at 484 555 0123", "text me"),
        ("484 555 0123", ""),
        ("can i text you", ""),
        ("jen", ""),
    ],
)
def test_what_is_to_be_heeded_is_kept_in_the_patients_words(text: str, told: str) -> None:
    """Without the number that it came with."""
    assert heed(text) == told


def test_a_note_may_be_put_in_so_many_words() -> None:
    """`Say …` is no part of it."""
    assert note("say it's about my hip") == "about my hip"
    assert note("yes but say no voicemail") == "no voicemail"


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("please text me instead of calling", True),
        ("text only pls", True),
        ("im deaf, text me", True),
        ("can you text me", True),
        ("no texting, its a landline", False),
        ("can i text you", False),
        ("text me the address", False),
        ("don't text me", False),
    ],
)
def test_a_text_is_wished_instead_of_a_call(text: str, wished: bool) -> None:
    """Not where it is forbidden, offered, or something is asked for that can be answered here."""
    assert by_text(text) is wished


@pytest.mark.parametrize(
    "text",
    [
        "I'd like you to call me but im deaf so text only",
        "please text me instead of calling",
        "im deaf, text me",
        "484 555 0190 TEXT ONLY",
        "could somebody there text me back",
        "no call, just text",
        "text only please",
        "can someone call me about insurance",
        "just have them call me at the number in the email",
        "dont leave a message please",
        "my husband doesnt know im coming, will u call the house phone",
    ],
)
def test_a_wish_to_be_reached_is_heard(text: str) -> None:
    """By text, or with how a call is not to be made."""
    assert asks_for_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "my ex wont text me back",
        "should i text him first",
        "why did you text me",
        "could you not text me please",
        "do not contact me by text",
        "I need to cancel, please text me back",
        "can i text u instead of calling im deaf and do u have an interpreter",
        "Got a missed call from this number around noon and no voicemail, are you the roofers?",
        "text me your prices",
        "will you call me on friday or do i need to call",
    ],
)
def test_other_talk_of_texts_begins_nothing(text: str) -> None:
    """Somebody else's texts, a refusal, or something else that is wanted."""
    assert not asks_for_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "no message",
        "no messages please",
        "no voicemail",
        "do you call the cell",
        "could you call us about the bleeding",
        "can you call me at once im bleeding",
        "please text back the price",
        "can someone call me about my contractions",
    ],
)
def test_what_only_names_a_way_or_a_danger_begins_nothing(text: str) -> None:
    """What the classifier makes of it counts."""
    assert not asks_for_contact(text)


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("yes but say josh will pick up", "josh will pick up"),
        ("say night shift nurse with si pain", "night shift nurse with si pain"),
        ("can you add no voicemail", "no voicemail"),
        ("say that", ""),
        ("what does it say about pain?", ""),
    ],
)
def test_what_is_to_be_added_under_the_summary_is_known(text: str, added: str) -> None:
    """In the patient's words."""
    assert to_add(text) == added


def test_who_will_text_the_clinic_wishes_no_text_from_it() -> None:
    """`I might text instead` begins no request."""
    assert (by_text("i might text instead"), by_text("text me instead")) == (False, True)
