"""One particular that a question may ask of an answer, and the sentence that says just that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.content import topics

MOST_WORDS = 16
"""Of a message that asks for one particular; a longer one tells a story in which such words may mean anything."""
words = partial(re.compile, flags=re.I)


@dataclass(frozen=True)
class Particular:
    """What is asked, the answer it belongs to, and the name of the sentence that says it."""

    label: str
    reply: str
    """Empty where the answer itself says it."""
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    mistaken: tuple[str, ...] = ()
    """The labels that such a question is taken for; what nothing is sure of counts as mistaken too."""
    behind: bool = False
    """Whether the sentence needs the answer right before it."""
    most: int = MOST_WORDS

    def asked(self, text: str) -> bool:
        """Whether a message asks for it."""
        short = len(text.split()) <= self.most
        return short and self.words.search(text) is not None and not (self.unless and self.unless.search(text))


WHAT_IS_SI, PREGNANCY_PAIN = topics.WHAT_IS_SI_PAIN, topics.PREGNANCY_SI_PAIN
VISIT, NEEDLES, HELPS = topics.WHAT_TO_EXPECT, topics.NEEDLES_PAIN, topics.HOW_ACUPUNCTURE_HELPS
EVIDENCE, IN_PREGNANCY, SOURCES = topics.EVIDENCE, topics.EVIDENCE_PREGNANCY, topics.REFERENCES
SAFETY, SUITS, OFTEN, COMBINED = topics.PREGNANCY_SAFETY, topics.RIGHT_FOR_ME, topics.FREQUENCY, topics.INTEGRATIVE_CARE
NOT_KNOWN = (topics.OTHER, topics.STUDY_DETAILS, "out_of_scope")
