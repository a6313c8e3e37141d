"""What a doctor was against is heard."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.conversation.doctors_word import AGAINST, NOT_ADVISED, heeded, without_booking
from bot.conversation.wording import Part
from bot.turn import FrontDesk
from tests.turns import last

PLAN = Part("A plan.", "answer", label="faq/integrative_care")
BOOK = Part("Book.", "handoff", label="faq/booking")
ADVICE = Part("They come first.", "not_covered", label="not_covered/doctors_advice")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and chiropractor? my midwife is against it", True),
        ("my ob said no", True),
        ("the midwife said avoid needles after 37", True),
        ("dr doesnt want me to", True),
        ("my doctor advised against it", True),
        ("my doctor said no problem", False),
        ("my ob said yes", False),
        ("my husband is against it", False),
        ("the nurse said not much", False),
    ],
)
def test_a_doctors_no_is_known(text: str, expected: bool) -> None:
    """Not a yes, nor what others are against."""
    assert (NOT_ADVISED.search(text) is not None) is expected


def test_the_answer_and_the_next_on_the_same_begin_with_it(known: Content) -> None:
    """`so do both?` is no reason to forget it; another answer is."""
    (told,), kept = heeded([PLAN], "and chiro? my midwife is against it", {}, known, "web")
    (again,), _ = heeded([PLAN], "so do both?", kept, known, "web")
    other, forgotten = heeded([BOOK], "how do i book", kept, known, "web")

    assert told.text == f"{known.reply('heed_the_doctor', 'web')} {PLAN.text}"
    assert again.text == told.text
    assert (other, forgotten) == ([BOOK], {AGAINST: []})
    refused, kept = heeded([ADVICE], "my midwife said no to that", {"said": ["faq/integrative_care#"]}, known, "web")
    assert (refused, kept) == ([ADVICE], {AGAINST: ["faq/integrative_care"]})
    assert heeded([PLAN], "and physio?", {}, known, "web") == ([PLAN], {AGAINST: []})


def test_a_doctors_word_is_no_booking() -> None:
    """Unless it is asked for, too."""
    assert without_booking([BOOK, ADVICE], "the midwife said avoid needles after 37. true?") == [ADVICE]
    assert without_booking([BOOK, ADVICE], "my ob said no. how do i cancel") == [BOOK, ADVICE]
    assert without_booking([BOOK], "can i come") == [BOOK]


def test_the_guides_own_word_is_not_denied(desk: FrontDesk) -> None:
    """Chiropractic care is in the guide; the midwife's word comes first."""
    said = last(desk, "what can i combine acupuncture with", "and chiropractor? my midwife is against it")

    assert "doesn't name" not in said
    assert "go by what they say" in said
