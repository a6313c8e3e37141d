"""A word of the guide that is asked about itself: `whats relaxin`, `SPD?`, `what do you mean by acute`."""

from __future__ import annotations

import re

from bot.content import topics
from bot.phrasebook.particular import (
    EVIDENCE,
    HELPS,
    NOT_KNOWN,
    OFTEN,
    PREGNANCY_PAIN,
    SOURCES,
    VISIT,
    WHAT_IS_SI,
    Particular,
    words,
)


def _meaning(of: str) -> re.Pattern[str]:
    """A word that is asked about itself: `whats relaxin`, `SPD?`, `what do you mean by acute`."""
    return words(
        rf"\b(?:wh?at(?:'?s| is| are| r|(?: \w+){{0,2}} does| do (?:you|u|they) mean by)|define|explain|understand|meaning of"
        rf"|what (?:the )?\w+ is|mean by)\W+(?:(?:an?|the|this|that|word|your)\W+)*(?:{of})\b(?! (?:needles?|treat\w*"
        rf"|help\w*))|\b(?:{of})\b\W+(?:mean\w*|stands? for)\b|\b(?:{of})\b.*\bwhat(?:'?s| is| does| do) (?:that|it"
        rf"|this)(?: mean| stand for)?\W*$|^\W*(?:{of})\W*$"
    )


OF_WORDS = (
    Particular(PREGNANCY_PAIN, "word_relaxin", _meaning("relaxin"), mistaken=(*NOT_KNOWN, topics.MEDICINES, HELPS)),
    Particular(OFTEN, "word_acute", _meaning("acute|chronic"), words(r"\bpain\b"), mistaken=(*NOT_KNOWN, WHAT_IS_SI)),
    Particular(OFTEN, "word_maintenance", _meaning("maintenance(?: sessions?)?"), mistaken=NOT_KNOWN),
    Particular(HELPS, "word_endorphins", _meaning("endorphins?"), mistaken=NOT_KNOWN),
    Particular(
        EVIDENCE, "word_vas", _meaning("vas(?: pain)?(?: score)?|disability index(?:es)?"), mistaken=(*NOT_KNOWN, SOURCES)
    ),
    Particular(EVIDENCE, "word_meta_analysis", _meaning("meta.?analysis"), mistaken=(*NOT_KNOWN, SOURCES)),
    Particular(VISIT, "word_palpation", _meaning("palpation"), mistaken=(*NOT_KNOWN, WHAT_IS_SI)),
    Particular(SOURCES, "word_nccih", _meaning("nccih"), mistaken=NOT_KNOWN),
    Particular(PREGNANCY_PAIN, "word_spd", _meaning("s\\.?p\\.?d|symphysis(?: pubis)?(?: dysfunction)?"), mistaken=NOT_KNOWN),
    Particular(
        *(PREGNANCY_PAIN, "word_girdle", words(r"\b(?:called|same as|another (?:name|word)|known as)\b.*\b(?:girdle|pgp)\b")),
    ),
)
