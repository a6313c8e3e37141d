"""Sources, and how far they go."""

from __future__ import annotations

import pytest

from bot.phrasebook.particulars_of_research import OF_RESEARCH, OF_SOURCES


def found(text: str) -> str:
    return next((each.reply for each in (*OF_SOURCES, *OF_RESEARCH) if each.asked(text)), "")


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("name of the journal?", "sources_journals"),
        ("was the guide written by a doctor", "sources_signed"),
        ("who wrote your guide", "sources_signed"),
        ("where can i read the guide", "sources_read"),
        ("could you email me the papers", "sources_send"),
        ("were both sides studied", "studies_sides"),
        ("one side or both", "studies_sides"),
        ("is there less evidence then", "studies_weaker"),
        ("for what", "studies_with_what"),
        ("im not really convinced", "studies_unconvinced"),
        ("why do you say few", "safety_generally"),
        ("are any points off limits", "safety_points"),
        ("is there some point they shouldnt needle when pregnant", "safety_points"),
        ("were they pregnant", "studies_women"),
        ("in that trial were all the women pregnant", "studies_women"),
        ("proof?", "studies_more"),
        ("which ones", "safety_which"),
        ("is there any research on harm", "safety_review"),
        ("is it good for stress", "helps_stress"),
        ("do you work with meridians", "helps_qi"),
    ],
)
def test_what_is_asked_of_the_sources(text: str, reply: str) -> None:
    """Each has its own sentence."""
    assert found(text) == reply


@pytest.mark.parametrize(
    "text",
    [
        "who wrote that study",
        "can the doctor write me a note for it",
        "can i see the practitioner",
        "both sides hurt",
        "i have a stress fracture, will it help",
        "convince me",
        "are there studies",
        "are you pregnant",
        "is there evidence that it works",
        "which ones are covered",
    ],
)
def test_what_is_not_asked_of_them(text: str) -> None:
    """A study's author, a note and one's own pain are other questions."""
    assert found(text) == ""
