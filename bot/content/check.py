"""What `data/` must be before it may train or serve: each refusal names file, line and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.content import contact, grounding, hours, topics
from bot.content.complaint import BEYOND_STAFF, Complaint, complaint
from bot.content.model import KINDS, Content, Response, Topic, fill
from bot.content.sms_text import JOINED, MOST_SEGMENTS, OTHER_LETTERS, fold, length, segments, unsupported

FEWEST_EXAMPLES = 8
FEWEST_EXAMPLES_SHIPPED = 40
MARKUP = re.compile(r"[\[\](){}]|^\s*/")
NEEDED_REPLIES = ("first_contact", "document_title")
FILLED_LATER = ("numbers", "turns", "days", "callback_days", "time", "day", "name")
NEVER_ANSWERED = topics.LOOK_ALIKE
"""The label of phrases that are no topic and have no answer: they only teach what danger is not."""
OF_THE_GUIDE = "data/replies/particulars.yml"
"""The sentences that answer in place of a topic: they may say no more than the facts do."""
Said = tuple[str, Complaint]
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend."""

    file: str
    line: int
    what: str = ""
    """The sentence of a developer, who mends it in the file; empty where the complaint's own serves as well."""
    complaint: Complaint = BEYOND_STAFF
    """What staff are told."""


def check(content: Content) -> list[Problem]:
    """Every problem of the content, in the order of the files; none means it may be published."""
    missing = [name for name in NEEDED_REPLIES if name not in content.replies]
    if missing:
        return [Problem("data/replies", 0, f"the reply {name} is missing: add it with its `text:`.") for name in missing]
    problems = [*_facts(content), *_shared_examples(content), *_replies(content)]
    for topic in content.topics.values():
        problems += _examples(topic, content)
        problems += _variants(topic)
        problems += _properties(topic, content)
        for response in topic.responses:
            problems += [Problem(topic.file, response.line, *said) for said in _response(topic, response, content)]
    return sorted(set(problems))


def _properties(topic: Topic, content: Content) -> Iterator[Problem]:
    for name in topic.properties.unread:
        what = f"`properties:` can't hold `{name}:` with that value: bot/content/properties.py says what may stand there."
        yield Problem(topic.file, topic.properties.line, what)
    if topic.properties.again and topic.properties.again not in content.replies:
        yield Problem(topic.file, topic.properties.line, f"no file in data/replies/ has the reply {topic.properties.again}.")


def gone(content: Content) -> list[Problem]:
    """Labels that lead nowhere, in code or in a topic's properties: what was meant for a topic that was renamed meets none.

    Patients are answered all the same, so this keeps no content from being served: whoever develops and trains mends it.
    """
    there = {*content.topics, *(topic.replaces for topic in content.topics.values())}
    problems = [
        Problem(topic.file, topic.properties.line, f"`{name}: {label}` leads to no topic: name one that is there.")
        for topic in content.topics.values()
        for name, label in topic.properties.leads.items()
        if label not in there
    ]
    for label, line in topics.lines().items():
        if label not in there:
            what = f"no topic is called {label}: change its name here too, or say `replaces: {label}` in what took its place."
            problems.append(Problem(topics.FILE, line, what))
    return sorted(problems)


def _facts(content: Content) -> Iterator[Problem]:
    for fact in content.facts.values():
        for reference in fact.references:
            if reference not in content.references:
                yield Problem(fact.file, fact.line, f"the fact {fact.id} cites {reference}, which isn't in references.yml.")
        if fact.source not in ("document", "clinic", "guidance"):
            yield Problem(fact.file, fact.line, f"the source of {fact.id} must be document, clinic or guidance.")
        if fact.hours:
            try:
                hours.read(fact.hours)
            except ValueError as error:
                yield Problem(fact.file, fact.line, f"the hours of {fact.id} can't be read: {error}.")
        if bool(fact.placeholder) != bool(fact.value):
            yield Problem(fact.file, fact.line, f"{fact.id} needs both a placeholder and its value, or neither.")
        elif against := contact.unfit(fact.placeholder, fact.value):
            yield Problem(fact.file, fact.line, "", against)


def _replies(content: Content) -> Iterator[Problem]:
    values = content.placeholders()
    for name, wordings in content.replies.items():
        for channel in wordings:
            text = content.reply(name, channel)
            for placeholder in PLACEHOLDER.findall(text):
                if placeholder not in FILLED_LATER:
                    yield Problem(*content.reply_places[name], f"{{{placeholder}}} has no fact with that placeholder.")
            if OTHER_LETTERS.search(text) and segments(text) > MOST_SEGMENTS:
                room = MOST_SEGMENTS * JOINED["UCS-2"]
                yield Problem(*content.reply_places[name], f"too long for a text message ({len(text)} of {room} characters).")
            if channel == "sms":
                yield from (Problem(*content.reply_places[name], *said) for said in _sms(fill(text, values), content))
            if content.reply_places[name][0] == OF_THE_GUIDE:
                found = grounding.complaints(fill(text, values), list(content.facts.values()), content.allowed_names)
                yield from (Problem(*content.reply_places[name], "", each) for each in found)


def _examples(topic: Topic, content: Content) -> Iterator[Problem]:
    shipped = topic.group == "faq" and topic.name in content.shipped_topics
    fewest = FEWEST_EXAMPLES_SHIPPED if shipped else FEWEST_EXAMPLES
    if len(topic.examples) < fewest:
        line = topic.examples[0].line if topic.examples else 1
        yield Problem(topic.file, line, "", complaint("too_few", count=len(topic.examples), fewest=fewest))
    for example in topic.examples:
        if MARKUP.search(example.text):
            yield Problem(topic.file, example.line, "", complaint("marked_phrase", phrase=example.text))


def _shared_examples(content: Content) -> Iterator[Problem]:
    seen: dict[str, tuple[Topic, int]] = {}
    for topic in content.topics.values():
        for example in topic.examples:
            key = normalised(example.text)
            if key in seen:
                first, line = seen[key]
                where = "here" if first is topic else f"in {first.file}"
                what = f"{example.text!r} already stands {where}, line {line}: keep one."
                yield Problem(topic.file, example.line, what, complaint("twice", title=content.called(first.label)))
            else:
                seen[key] = (topic, example.line)


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """What two phrasings share when they differ only in case, punctuation and spacing."""
    return " ".join(re.findall(r"\w+", text.casefold())) or text.strip()


def _variants(topic: Topic) -> Iterator[Problem]:
    """Rasa prefers a plain wording of the channel to a conditional one without channel, so variants come in pairs."""
    if topic.label == NEVER_ANSWERED:
        return
    if not topic.responses:
        yield Problem(topic.file, 1, f"there is no answer: add `responses:` with utter_{topic.label}.")
        return
    if not any(not response.channel and not response.condition for response in topic.responses):
        yield Problem(topic.file, topic.responses[0].line, "a plain answer without channel or condition is missing.")
    if topic.group == "faq" and not topic.title:
        what = "the answer has no title: add `title:` to its metadata."
        yield Problem(topic.file, topic.responses[0].line, what, complaint("no_title"))
    sms = [response.condition for response in topic.responses if response.channel == "sms"]
    for response in topic.responses:
        if response.condition and not response.channel and sms and response.condition not in sms:
            what = "this variant needs an SMS wording with the same condition."
            yield Problem(topic.file, response.line, what, complaint("no_pregnant_sms"))


def _response(topic: Topic, response: Response, content: Content) -> Iterator[Said]:
    """A developer's sentence and the complaint of each problem."""
    unknown = [each for each in response.facts if each not in content.facts]
    for each in unknown:
        yield f"the answer cites the fact {each}, which no file in data/facts/ has.", complaint("unknown_fact")
    if topic.group == "faq" and not response.facts:
        yield "the answer cites no fact: add `facts: [...]` to its metadata.", complaint("no_fact")
    if response.metadata.get("kind", "answer") not in KINDS:
        yield f"kind must be one of {', '.join(KINDS)}.", BEYOND_STAFF
    values = content.placeholders()
    for name in PLACEHOLDER.findall(response.text):
        if name not in values:
            what = f"{{{name}}} has no fact with that placeholder; patients would see it as it stands."
            yield what, complaint("unknown_detail", name=f"{{{name}}}")
    text = fill(response.text, values)
    if not unknown:
        cited = [content.facts[each] for each in response.facts]
        yield from (("", each) for each in grounding.complaints(text, cited, content.allowed_names))
    if "sms" in (response.channel, topic.label) or (not response.channel and not _has_sms(topic)):
        offer = content.replies.get("offer_contact", {})
        added = " " + fill(offer.get("sms", ""), values) if response.metadata.get("offer") == "contact" else ""
        yield from _sms(text if values.get("clinic_phone", "") in text else text + added, content)


def _has_sms(topic: Topic) -> bool:
    return any(response.channel == "sms" for response in topic.responses)


def _sms(text: str, content: Content) -> Iterator[Said]:
    first = fold(content.reply("first_contact", "sms"))
    if unsupported(text):
        # By their codes where they can't be seen.
        yield "", complaint("unsupported", letters=repr(unsupported(text))[1:-1])
    if segments(f"{first}\n{fold(text)}") > MOST_SEGMENTS:
        taken, room = length(text), MOST_SEGMENTS * JOINED["GSM-7"] - length(first) - 1
        what = f"too long for a text message ({taken} of {room} characters): shorten it, or add a `channel: sms` wording."
        yield what, complaint("too_long", length=taken, most=room)
