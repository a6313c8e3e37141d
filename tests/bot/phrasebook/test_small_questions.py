"""Small questions that no topic answers."""

from __future__ import annotations

import pytest

from bot.phrasebook.remark import ABOUT_ME, CONDITIONS
from tests.bot.phrasebook.test_remarks import named

ANSWERED = ("faq/frequency",)


@pytest.mark.parametrize(
    ("text", "kind", "said", "name"),
    [
        ("and the hip?", "out_of_scope", ANSWERED, "of_the_hip"),
        ("what about my left hip", "clarify", ANSWERED, "of_the_hip"),
        ("what about my hip replacement", "clarify", ANSWERED, ""),
        ("my hip", "clarify", (), ""),
        ("fewer then?", "out_of_scope", ANSWERED, "depends_on_her"),
        ("same for my sister in law and her kids?", "out_of_scope", ANSWERED, ""),
        ("how about my mum shes 82", "clarify", ANSWERED, "for_another"),
        ("should i come while its flared up or wait til its less sore", "clarify", (), "while_bad"),
        ("who can diagnose it", "clarify", ANSWERED, "who_finds_out"),
        ("who decides how often", "clarify", ANSWERED, ""),
        ("are mornings or evenings best", "clarify", (), "time_of_day"),
        ("my back hurts day and night", "clarify", (), ""),
        ("i have both si pain and a bad disc", "clarify", (), "other_pain_too"),
        ("what if i become pregnant, if i get pregnant", "clarify", (), "if_pregnant"),
        ("if i am pregnant is it safe", "clarify", (), ""),
        ("can i scroll while they're in", "clarify", ("faq/session_length",), "during_a_session"),
        ("can i talk to someone", "clarify", ("faq/contact",), ""),
        ("how is it different from dry needling", "clarify", (), "not_compared"),
        ("by how much", "clarify", ("faq/evidence",), "no_figures"),
        ("by how much", "clarify", ("faq/frequency",), ""),
        ("and them?", "out_of_scope", ANSWERED, "unclear"),
        ("and them?", "out_of_scope", (), ""),
        ("how do i fix my car", "out_of_scope", ANSWERED, ""),
    ],
)
def test_a_small_question_is_known_by_its_words(text: str, kind: str, said: tuple[str, ...], name: str) -> None:
    """Only where nothing better was understood, and some only behind what they go on from."""
    assert named(text, kind, kind, said) == name


def test_a_hip_alone_is_more_than_another_condition() -> None:
    """The pain may spread there."""
    assert named("and hips", CONDITIONS, "not_covered", ANSWERED) == "of_the_hip"
    assert named("and knees", CONDITIONS, "not_covered", ANSWERED) == ""
    assert named("my hip aches at night", ABOUT_ME, "smalltalk", ANSWERED) == ""
