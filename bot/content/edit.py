"""Write drafts into the files that Rasa reads: only what changed changes, comments and order stay."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString, LiteralScalarString

from bot.content.draft import PREGNANT, FaqDraft
from bot.content.model import Fact

LINE_WIDTH = 112
EMPTY = 'version: "3.1"\n'
EMPTY_FACTS = "# What the clinic itself says, and since when.\nfacts: []\n"
WORDINGS = (("web", "", False), ("sms", "sms", False), ("pregnant_web", "", True), ("pregnant_sms", "sms", True))
"""Field of the draft, channel and whether it is for pregnancy, in the order they stand in a file."""


def with_draft(text: str | None, draft: FaqDraft, before: FaqDraft | None, replaced: str | None = None) -> str:
    """A topic's file with the draft in it.

    Args:
        text: the file as it stands, or None for a new one.
        draft: what it is to say.
        before: what it says now; only differences are written.
        replaced: the file of the subject whose place a new one takes: its properties come along.
    """
    document = _loaded(text or EMPTY)
    before = before or FaqDraft(group=draft.group, topic=draft.topic)
    key = f"utter_{draft.label}"
    responses = document.setdefault("responses", CommentedMap()).setdefault(key, CommentedSeq())
    for field, channel, pregnant in WORDINGS:
        if getattr(draft, field) != getattr(before, field):
            _put_wording(responses, getattr(draft, field), channel, pregnant, draft)
    if draft.facts != before.facts:
        for response in responses:
            response.setdefault("metadata", CommentedMap())["facts"] = _flow(draft.facts)
    if draft.title != before.title or not text:
        _put_title(_plain(responses), draft.title)
    if draft.reviewed != before.reviewed or not text:
        document["reviewed"] = _flow_map({key: _words(value) for key, value in asdict(draft.reviewed).items()})
    _put_marks(document, draft)
    if not text and replaced and "properties" in (subject := _loaded(replaced)):
        document["properties"] = subject["properties"]
    if draft.phrases != before.phrases:
        _put_phrases(document, draft.label, draft.phrases)
    return _dumped(document)


def with_phrases(text: str, label: str, phrases: Sequence[str]) -> str:
    """A topic's file with these ways of asking, and no other change."""
    document = _loaded(text)
    _put_phrases(document, label, phrases)
    return _dumped(document)


def with_fact(text: str | None, fact: Fact) -> str:
    """A file of facts with one more: a clinic fact says who at the clinic said so, and since when."""
    document = _loaded(text or EMPTY_FACTS)
    facts = document.setdefault("facts", CommentedSeq())
    entry = CommentedMap(id=fact.id, says=_words(fact.says), source=fact.source)
    entry.update({key: _words(value) for key, value in (("who", fact.who), ("since", fact.since)) if value})
    if not facts:
        facts.fa.set_block_style()
    facts.append(entry)
    return _dumped(document)


def with_hours(text: str | None, fact: Fact) -> str:
    """A file of facts with the fact of the clinic's hours in it, in the place where it stood before."""
    document = _loaded(text or EMPTY_FACTS)
    if all(each.get("id") != fact.id for each in document.get("facts") or ()):
        document = _loaded(with_fact(text, fact))
    found = next(each for each in document["facts"] if each["id"] == fact.id)
    told = {"says": _words(fact.says), "source": fact.source, "who": _words(fact.who), "since": _words(fact.since)}
    found.update(told)
    found["hours"] = CommentedMap({key: _words(value) for key, value in fact.hours.items()})
    return _dumped(document)


def with_contact_details(text: str, values: Mapping[str, str]) -> str:
    """A file of facts with new values for its placeholders, in the facts' own sentences too."""
    document = _loaded(text)
    for fact in document.get("facts") or ():
        new = values.get(fact.get("placeholder", ""))
        if new is not None and new != str(fact["value"]):
            fact["says"] = _words(str(fact["says"]).replace(str(fact["value"]), new))
            fact["value"] = _words(new)
    return _dumped(document)


def _put_wording(responses: Any, words: str, channel: str, pregnant: bool, draft: FaqDraft) -> None:
    found = [each for each in responses if each.get("channel", "") == channel and bool(each.get("condition")) == pregnant]
    if not words:
        for each in found:
            responses.remove(each)
    elif found:
        found[0]["text"] = _folded(words)
    else:
        entry = CommentedMap()
        if pregnant:
            entry["condition"] = _flow([_flow_map(dict(each)) for each in PREGNANT])
        if channel:
            entry["channel"] = channel
        entry["text"] = _folded(words)
        entry["metadata"] = _flow_map({"facts": _flow(draft.facts)})
        if channel and not pregnant:
            responses.append(entry)
        else:
            responses.insert(0 if not pregnant else len(responses), entry)


def _plain(responses: Any) -> Any:
    return next(each for each in responses if not each.get("channel") and not each.get("condition"))


def _put_title(response: Any, title: str) -> None:
    metadata = response.setdefault("metadata", CommentedMap())
    if "title" in metadata:
        metadata["title"] = _words(title)
    else:
        metadata.insert(0, "title", _words(title))


def _put_marks(document: Any, draft: FaqDraft) -> None:
    for key, value in (("off", True if not draft.on else None), ("replaces", draft.replaces or None)):
        if value is None:
            document.pop(key, None)
        elif document.get(key) != value:
            document[key] = value


def _put_phrases(document: Any, label: str, phrases: Sequence[str]) -> None:
    examples = LiteralScalarString("".join(f"- {phrase}\n" for phrase in phrases))
    blocks = document.get("nlu")
    if blocks:
        blocks[0]["examples"] = examples
        del blocks[1:]
    else:
        document["nlu"] = CommentedSeq([CommentedMap(intent=label, examples=examples)])


def _folded(words: str) -> Any:
    """Long words as a folded block, broken where a person would break the line."""
    if "\n" in words or len(words) <= LINE_WIDTH - 20:
        return _words(words)
    block, column = FoldedScalarString(words), 0
    places, last = [], -1
    for index, character in enumerate(words):
        column += 1
        if character == " " and words[index - 1 : index] != " " and words[index + 1 : index + 2] != " ":
            last = index
        if column > LINE_WIDTH and last > 0:
            places.append(last)
            column, last = index - last, -1
    block.fold_pos = places
    return block


def _words(text: str) -> Any:
    """Quoted, so that nothing people type is read as YAML."""
    return DoubleQuotedScalarString(text)


def _flow(values: Sequence[Any]) -> CommentedSeq:
    sequence = CommentedSeq(values)
    sequence.fa.set_flow_style()
    return sequence


def _flow_map(values: Mapping[str, Any]) -> CommentedMap:
    mapping = CommentedMap(values)
    mapping.fa.set_flow_style()
    return mapping


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.preserve_quotes, yaml.width = True, 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _loaded(text: str) -> Any:
    return _yaml().load(text)


def _dumped(document: Any) -> str:
    stream = io.StringIO()
    _yaml().dump(document, stream)
    return stream.getvalue()
