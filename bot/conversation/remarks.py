"""A plain remark gets a human word, and a small question its own answer, where the reply would have missed them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.content import Content
from bot.conversation.just_that import ONLY
from bot.conversation.live_answer import words
from bot.conversation.repeats import answered_before
from bot.conversation.sympathy import tells_of_loss
from bot.conversation.wording import UNHEARD, Part, instead, only_answer
from bot.phrasebook import particulars
from bot.phrasebook.bottom_line import asks_for_less, asks_yes_or_no
from bot.phrasebook.remark import LANGUAGES, REMARK, Remark
from bot.phrasebook.remarks import ENGLISH_FIRST, remark
from bot.store import Snapshot

UNCLEAR, STRANGE = "unclear", 0.75
"""Confidence from which two words are about nothing of ours: `pizza place`."""
IN_A_WORD = "in_a_word_"
"""How the names of the shortest answers begin, before the topic."""


def met(parts: Sequence[Part], text: str, before: Snapshot, content: Content, channel: str) -> list[Part]:
    """The parts; where the message is only a remark, the word that meets it. What may be urgent keeps its word on when to call.

    Args:
        parts: what is to be said.
        text: what the patient said.
        before: the conversation as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    parts = _without_languages(parts, text)
    part, said = only_answer(parts), answered_before(before.state)
    if part is None or part.kind == "emergency" or tells_of_loss(text):
        return parts
    met_by = _in_a_word(part, text, said, content, channel) or _answered(part, text, said, before, content, channel)
    return instead(parts, part, met_by) if met_by else parts


def _without_languages(parts: Sequence[Part], text: str) -> list[Part]:
    """The parts without a word on languages, where a message that asks something else begins by agreeing on English."""
    others = [part for part in parts if part.label != LANGUAGES]
    agreed = any(not part.beside for part in others) and ENGLISH_FIRST.search(text)
    return others if agreed else list(parts)


def _in_a_word(part: Part, text: str, said: Sequence[str], content: Content, channel: str) -> Part | None:
    """The last answer in one sentence, for who asks for less of it or for a plain yes."""
    topic = next((name.removeprefix("faq/").removeprefix(f"{REMARK}{IN_A_WORD}") for name in said), "")
    name = f"{IN_A_WORD}{topic}"
    if len(said) != 1 or name not in content.replies or not (asks_for_less(text) or asks_yes_or_no(text)):
        return None
    return _worded(part, name, topic, content, channel)


def _answered(part: Part, text: str, said: Sequence[str], before: Snapshot, content: Content, channel: str) -> Part | None:
    previous = before.previous.text if before.previous else ""
    only_said = [name.removeprefix(ONLY) for name in said if name.startswith(ONLY)]
    found = remark(text, part.label, part.kind, [*said, *particulars.labels_of(only_said)], previous)
    if found is None or _too_much(found, part, said):
        return None
    answered = _worded(part, found.reply, found.topic, content, channel)
    if found.topic and f"{REMARK}{found.reply}" in said:
        answered = replace(answered, text=content.reply("only_again", channel))
    if found.reply == UNCLEAR:
        answered = replace(answered, kind=part.kind, topics=part.topics)
    return replace(answered, doubt=part.doubt and not found.settles)


def _too_much(found: Remark, part: Part, said: Sequence[str]) -> bool:
    """Whether the word was said just before, or two words are plainly about something else."""
    again = f"{REMARK}{found.reply}" in said
    return (again and part.kind not in UNHEARD and not found.topic) or (
        found.reply == UNCLEAR and (again or part.confidence >= STRANGE)
    )


def _worded(part: Part, name: str, topic: str, content: Content, channel: str) -> Part:
    """The part in these words, resting on a topic or on none."""
    subject = content.topics.get(topic) or content.topics.get(f"faq/{topic}")
    response = words(subject, channel) if subject else None
    kind = ("not_covered" if topic.startswith("not_covered/") else "answer") if topic else "smalltalk"
    kind = "handoff" if topic == "booking" else kind
    facts = response.facts if response and kind == "answer" else ()
    text = content.reply(name, channel)
    return replace(
        part, text=text, kind=kind, topics=(topic or "smalltalk",), facts=facts, offer="", choices=(), label=f"{REMARK}{name}"
    )
