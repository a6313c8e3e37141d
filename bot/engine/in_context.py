"""A question read after what stands before it: the last answer, the patient's last message, or the sentence before it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content import topics
from bot.engine.part import Part, given
from bot.engine.reader import Reader
from bot.phrasebook import follow_ups, particulars
from bot.phrasebook.bottom_line import asks_for_less
from bot.phrasebook.context import tells_of_pain
from bot.phrasebook.leaning import ABOUT_THE_PAIN, RIGHT_FOR_ME, also_treated, leaning
from bot.phrasebook.remark import LANGUAGES
from bot.phrasebook.staying import counts, stays_with
from bot.phrasebook.times import SPAN
from bot.understanding.judgement import EMERGENCY, OUT_OF_SCOPE

MOST_WORDS = 12
"""Of a question that is read with the message before it; a longer one speaks for itself."""
LEAST_STRANGE = 0.5
"""Confidence from which a message is none of ours whatever went before."""
LEAST_STRANGE_OF_BARE = 0.8
"""The same of one that says nothing by itself: `and for the first one`."""
LEAST_COURTEOUS = 0.9
"""Confidence from which `and bye` is a courtesy; `and running`, after an answer, is none."""
FRIENDLY = (topics.THANKS, topics.PRAISE)
"""Courtesies that may begin with `and` however unsure they are."""
LIKELY = 0.45
"""Confidence from which new words are more than the last question asked again."""


@dataclass(frozen=True)
class Context:
    """What went before a message: the label of what was answered last (`faq/…`, or empty), and what the patient said last."""

    topic: str = ""
    said: str = ""


NO_CONTEXT = Context()


def in_context(reader: Reader, parts: list[Part], context: Context) -> list[Part]:
    """Each part read after what stands before it: the last answer, then the parts in their order."""
    read: list[Part] = []
    topic = context.topic
    for part in parts:
        read.append(_after(reader, part, read[-1].text if read else "", Context(topic, context.said)))
        if read[-1].sure and read[-1].label.startswith("faq/"):
            topic = read[-1].label
    return read


def _after(reader: Reader, part: Part, before: str, context: Context) -> Part:
    """A follow-up (`why?`, `and when pregnant?`, `any risks?`, `which ones`) as the topic that it asks for."""
    if not before and counts(part.text, context.topic, context.said):
        return given(part.text, context.topic)
    if not before and context.topic and asks_for_less(part.text) and part.label != LANGUAGES:
        return given(part.text, context.topic)
    same = "" if before or part.label == EMERGENCY else stays_with(part.label if part.sure else "", part.text, context.topic)
    if same:
        return given(part.text, same, doubt=part.doubt)
    led = "" if part.label == EMERGENCY else particulars.led_to(part.label if part.sure else "", part.text)
    if led:
        return given(part.text, led, doubt=part.doubt)
    points_back = before != "" and follow_ups.points_back(part.text)
    if not part.sure or part.label == OUT_OF_SCOPE or points_back or _no_courtesy(part, context.topic):
        part = _read_with(reader, part, before, context.topic)
    unanswered = part.label in follow_ups.LABELS and not context.topic  # `why`, where something was told only
    if (not part.sure or part.label == OUT_OF_SCOPE or unanswered) and context.said and not before:
        part = _after_the_last_message(reader, part, context)
    if not part.sure:
        return part
    if part.label in follow_ups.LABELS:
        return given(part.text, follow_ups.resolved(part.label, context.topic, reader.like(context.topic)))
    if also_treated(part.label, part.text, before or context.said):
        return given(part.text, RIGHT_FOR_ME)
    # Who told of a pain and got no answer yet asks about that: `can you help her`.
    topic = context.topic or (ABOUT_THE_PAIN[0] if tells_of_pain(before or context.said) else "")
    label = leaning(part.label, part.text, topic, reader.like(topic))
    return part if label == part.label else given(part.text, label)


def _no_courtesy(part: Part, last_topic: str) -> bool:
    """Whether what is taken for small talk begins as a question that goes on from the last answer."""
    courtesy = part.label.startswith("smalltalk/") and part.label not in FRIENDLY
    return courtesy and part.confidence < LEAST_COURTEOUS and last_topic != "" and follow_ups.opened(part.text)


def _read_with(reader: Reader, part: Part, before: str, last_topic: str) -> Part:
    """A question that means nothing by itself, read once more in the ways that may give it a meaning."""
    ways = [way for way in _ways(reader, part.text, before, last_topic) if way != part.text]
    again = reader.understood(*ways) if ways else []
    meant = next((each for each in again if each.sure and each.ours), None)
    return Part(part.text, meant.parsed) if meant else part


def _ways(reader: Reader, text: str, before: str, last_topic: str) -> list[str]:
    """With the sentence before it; with the title of the last answer; or without the words that only tie it to what was said."""
    if before and follow_ups.refers(text):
        return [f"{before}. {text}"]
    if last_topic and follow_ups.bare(text):
        return [f"{text} {reader.title(last_topic)}"]
    plain = follow_ups.without_opening(text)
    only_a_time = SPAN.fullmatch(plain) is not None  # `or fri` is about no answer but one on booking
    if not last_topic or only_a_time or not follow_ups.opened(text):
        return [plain]
    return [plain, f"{plain} {reader.title(last_topic)}"]


def _after_the_last_message(reader: Reader, part: Part, context: Context) -> Part:
    """A short question that nothing was sure of, read with the message before it: `normal?` after `33 weeks and my hip hurts`.

    What is plainly none of ours stays that. Where together they only ask the last question again, but the new words are likely
    to ask something else, as `and for how long each time` after how often, it is asked which was meant.
    """
    least = LEAST_STRANGE_OF_BARE if follow_ups.bare(part.text) else LEAST_STRANGE
    strange = part.label == OUT_OF_SCOPE and part.confidence >= least
    if strange or len(part.text.split()) > MOST_WORDS:
        return part
    meant = reader.understood(f"{context.said}. {part.text}")[0]
    if not meant.sure or not meant.ours:
        return part
    if meant.label == context.topic != part.label and part.ours and part.confidence >= LIKELY:
        return part
    return Part(part.text, meant.parsed)
