"""What tells who someone is never reaches the store or a log."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.privacy.mask import KINDS, mask, spans

PHONES = (
    """
4842220854|484-222-0854|484.222.0854|484 222 0854|484\u00a0222\u00a00854|(484) 222-0854|(484)2220854|484222 0854|1-484-222-0854
+1 484 222 0854|+14842220854|+1 (484) 222-0854|+44 20 7946 0958|+353861234567|484 - 222 - 0854|484\u2013222\u20130854
484\u2011222\u20110854|484/222/0854|222-0854|\u0664\u0668\u0664-\u0662\u0662\u0662-\u0660\u0668\u0665\u0664
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
EMAILS = (
    "jane@example.org|Jane.Doe+baby@mail.example.co.uk|j_d-1@x.io|jané@exämple.org|jane @ example.org|JANE%X@EXAMPLE.ORG".split(
        "|"
    )
)
AROUND = ["{}", "call me on {}", "{}.", "my number is {}, thanks!", "({})", "tel:{}", "line one\n{}\nline two", "#{} please"]
KEPT = (
    """
i am 24 weeks and 3 days|it hurts 7 out of 10|20-30 minutes|1–3 sessions a week|the 2017 guideline|see you at 10.30 on 12/05/2024
my L5-S1 since 2019-2022|@ home it is worse|a @ b|over 380 women|500 mg ibuprofen 3 times|141 West Wayne Ave, Wayne, PA|call 911
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("phone", PHONES)
def test_phone_is_masked(phone: str) -> None:
    """A phone number in any usual spelling goes, and the words around it stay."""
    assert mask(f"please call {phone}, after noon") == "please call [phone], after noon"


@pytest.mark.parametrize("email", EMAILS)
def test_email_is_masked(email: str) -> None:
    """An e-mail address goes, and the words around it stay."""
    assert mask(f"write to {email}, please") == "write to [email], please"


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("private", "masked"), [("484.222.0854", "[phone]"), ("jane@example.org", "[email]")])
def test_masking_leaves_what_is_around(private: str, masked: str, around: str) -> None:
    """Wherever in a message it stands, it goes alone."""
    assert mask(around.format(private)) == around.format(masked)


@pytest.mark.parametrize("text", ["call484-222-0854", "484-222-0854ok", "ring 4842220854thanks"])
def test_phone_without_spaces_is_masked(text: str) -> None:
    """A number run into its neighbouring word goes too."""
    masked = mask(text)

    assert "[phone]" in masked
    assert "0854" not in masked


def test_everything_in_a_message_is_masked() -> None:
    """Each of several numbers and addresses goes."""
    text = "jane@example.org or bob@example.org, 484-222-0854 or 610 222 0000"

    assert mask(text) == "[email] or [email], [phone] or [phone]"


def test_every_kind_is_listed() -> None:
    """What takes masks out of a text elsewhere knows each of them by the one list."""
    text = "I'm Jane Miller, born 3/4/1990, ssn 123-45-6789, jane@example.org, 484-222-0854, I live at 12 Oak St"

    assert {span.kind for span in spans(text)} == set(KINDS)


@pytest.mark.parametrize("text", KEPT)
def test_other_words_stay(text: str) -> None:
    """Weeks, doses, years, addresses and emergency numbers are no phone numbers: what a patient asks stays readable."""
    assert mask(text) == text


@settings(deadline=None)
@given(st.text(st.characters(blacklist_categories=("L", "N", "Cs"), blacklist_characters="@")))
def test_text_without_letters_and_digits_stays(text: str) -> None:
    """Where there is nothing to read there is nothing to mask."""
    assert mask(text) == text


@settings(deadline=None)
@given(
    st.lists(st.sampled_from("im jen Jane Doe 12 oak st dob 3/4/91 484-222-0854 my name is , . a@b.co born 1990 dr id".split()))
)
def test_stretches_are_apart_and_in_order(words: list[str]) -> None:
    """What is found doesn't overlap, whatever stands beside what, and masking twice is masking once."""
    text = " ".join(words)
    found = spans(text)

    assert all(first.end <= second.start for first, second in zip(found, found[1:]))
    assert mask(mask(text)) == mask(text)


@settings(deadline=None)
@given(st.text("0123456789+-. ()@abc\n", max_size=60))
def test_masking_twice_is_masking_once(text: str) -> None:
    """What was masked once holds nothing that would be masked again."""
    assert mask(mask(text)) == mask(text)


@settings(deadline=None)
@given(st.from_regex(r"[2-9][0-9]{2}[ .-]?[2-9][0-9]{2}[ .-]?[0-9]{4}", fullmatch=True), st.sampled_from(AROUND))
def test_no_north_american_number_survives(phone: str, around: str) -> None:
    """No number a United States patient could type is kept."""
    assert phone[-4:] not in mask(around.format(phone))
