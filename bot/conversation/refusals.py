"""Several questions in one message that the guide doesn't answer: where to ask is said once, behind the last."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from bot.conversation.wording import Part

SENTENCES = re.compile(r"(?<=[.!?])\s+(?=\S)")


def said_once(parts: list[Part]) -> list[Part]:
    """The parts; of refusals in a row each but the last without the sentences that the next one ends with as well."""
    following = [*parts[1:], None]
    return [_without_shared_end(part, after) if after else part for part, after in zip(parts, following)]


def _without_shared_end(part: Part, after: Part) -> Part:
    if not part.kind == after.kind == "not_covered":
        return part
    sentences, others = SENTENCES.split(part.text), SENTENCES.split(after.text)
    pairs = zip(reversed(sentences[1:]), reversed(others[1:]))
    shared = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return replace(part, text=" ".join(sentences[: len(sentences) - shared]), offer="") if shared else part
