"""Remarks and small questions that are known by their words, whatever they are taken for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrasebook.remark import LEAD, Remark, words
from bot.phrasebook.remarks_of_doubt import DOUBTS
from bot.phrasebook.remarks_of_feeling import FEELINGS
from bot.phrasebook.remarks_on_the_chat import ABOUT_THE_CHAT, JOKES
from bot.phrasebook.small_questions import SMALL_QUESTIONS
from bot.phrasebook.small_questions_of_a_visit import OF_A_VISIT
from bot.phrasebook.small_questions_of_the_body import OF_THE_BODY

REMARKS = (*FEELINGS, *DOUBTS, *JOKES, *ABOUT_THE_CHAT, *OF_THE_BODY, *OF_A_VISIT, *SMALL_QUESTIONS)
"""The first that holds counts."""
ENGLISH_FIRST = words(rf"{LEAD}(?:in )?english(?: (?:is )?(?:ok|okay|fine|good|please|pls|then))*\s*[.!,;:-]")
"""`ok english. do you take pregnant women`: which languages are spoken is not what is asked."""


def remark(text: str, label: str, kind: str, said: Sequence[str], previous: str) -> Remark | None:
    """The remark that a message is; None for none.

    Args:
        text: what the patient said.
        label: what it was taken for.
        kind: the kind of reply to that.
        said: the labels of the last reply's parts.
        previous: what the patient said before.
    """
    return next((each for each in REMARKS if each.holds(text, label, kind, said, previous)), None)
