"""What a question asks in particular, where the guide has a word on just that: `which journal`, `whats relaxin`, `same day?`.

Each belongs to an answer. A short message of such words leads to it, and behind it stands a sentence that says only this much.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.phrasebook.particulars_of_a_visit import OF_A_VISIT
from bot.phrasebook.particulars_of_research import OF_RESEARCH, OF_SOURCES
from bot.phrasebook.particulars_of_the_person import OF_THE_PERSON
from bot.phrasebook.particulars_of_words import OF_WORDS

PARTICULARS = (*OF_WORDS, *OF_A_VISIT, *OF_SOURCES, *OF_RESEARCH, *OF_THE_PERSON)
"""The first that holds counts."""


def led_to(label: str, text: str) -> str:
    """The label of the answer that a message asks something particular of; empty where it asks for nothing of the kind.

    Args:
        label: what it is understood as, empty where that isn't sure.
        text: the message.
    """
    found = (each for each in PARTICULARS if each.mistaken and label in ("", *each.mistaken) and each.asked(text))
    return next((each.label for each in found), "")


def asked_of(label: str, text: str, told: Sequence[str]) -> str:
    """The name of the sentence that says just what is asked of this answer; empty where its own words are to be said.

    Args:
        label: the answer's.
        text: the message.
        told: the labels of the answers right before it.
    """
    found = (each for each in PARTICULARS if each.label == label and each.asked(text))
    return next((each.reply for each in found if not each.behind or label in told), "")


def labels_of(replies: Sequence[str]) -> list[str]:
    """The labels of the answers that these sentences belong to."""
    return [each.label for each in PARTICULARS if each.reply and each.reply in replies]
