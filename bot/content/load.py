"""Read `data/` into dataclasses, keeping the line of everything that may need mending."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.cyaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.content.model import Content, Example, Fact, Reference, Response, Topic
from bot.content.properties import properties_of

TOPIC_FOLDERS = ("faq", "not_covered", "smalltalk", "follow_up", "other_language", "nlu")
MOST_FILES = 4096
"""How many read files are remembered: fewer than a clinic has, and each load would read all of them anew."""


class ContentError(Exception):
    """A file under `data/` can't be read; the message names file, line and reason."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


def load(folder: Path) -> Content:
    """The content in `folder`.

    Raises:
        ContentError: a file is missing, isn't YAML, or lacks a part without which it can't be understood.
    """
    facts, references, vocabulary = _grounds(folder)
    topics: dict[str, Topic] = {}
    for group in TOPIC_FOLDERS:
        for name, document in _documents(folder, group):
            topic = topic_of(name, document, group)
            topics[topic.label] = topic
    replies: dict[str, Any] = {}
    places: dict[str, tuple[str, int]] = {}
    for name, document in _documents(folder, "replies"):
        found = _replies(name, document)
        replies.update(found)
        places.update({key: (name, found.lc.key(key)[0] + 1) for key in found})
    _refuse_strays(folder, topics)
    return Content(
        topics=topics,
        facts=facts,
        references=references,
        replies=replies,
        allowed_names=frozenset(vocabulary.get("allowed_names", ())),
        shipped_topics=tuple(vocabulary.get("shipped_topics", ())),
        reply_places=places,
    )


def _grounds(folder: Path) -> tuple[dict[str, Fact], dict[str, Reference], dict[str, Any]]:
    """What answers rest on: facts, the works they cite, and the vocabulary."""
    facts: dict[str, Fact] = {}
    references: dict[str, Reference] = {}
    vocabulary: dict[str, Any] = {}
    for name, document in _documents(folder, "facts"):
        for fact in _facts(name, document):
            if fact.id in facts:
                raise ContentError(name, fact.line, f"the fact {fact.id!r} already stands in {facts[fact.id].file}.")
            if fact.placeholder and fact.placeholder in (other.placeholder for other in facts.values()):
                raise ContentError(name, fact.line, f"{{{fact.placeholder}}} already stands for another fact: keep one.")
            facts[fact.id] = fact
        for each in _list(name, document, "references"):
            reference = _reference(name, each)
            if reference.id in references:
                raise ContentError(name, each.lc.line + 1, f"the reference {reference.id!r} already stands: keep one.")
            references[reference.id] = reference
        vocabulary.update({key: document[key] for key in ("allowed_names", "shipped_topics") if key in document})
    return facts, references, vocabulary


def phrases(folder: Path) -> dict[str, list[str]]:
    """Every phrasing under a folder of Rasa's NLU files, by the intent it is filed under.

    Raises:
        ContentError: a file is broken.
    """
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.yml")):
        name = str(path.relative_to(folder))
        for block in _list(name, parse(path, name), "nlu"):
            found.setdefault(block["intent"], []).extend(each.text for each in _examples(name, block, block["intent"]))
    return found


def _documents(folder: Path, group: str) -> Iterator[tuple[str, Any]]:
    paths = sorted((folder / group).glob("*.yml"))
    if not paths:
        raise ContentError(f"data/{group}", 0, "the folder is missing or holds no .yml file.")
    for path in paths:
        yield f"data/{group}/{path.name}", parse(path, f"data/{group}/{path.name}")


def parse(path: Path, name: str) -> Any:
    """One YAML file as ruamel's mappings, which know their lines.

    Raises:
        ContentError: it isn't UTF-8, isn't YAML, or isn't a mapping.
    """
    try:
        document = _document(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ContentError(name, 1, "the file isn't UTF-8 text.") from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ContentError(name, line, f"this isn't valid YAML ({error.problem}).") from error
    except YAMLError as error:
        raise ContentError(name, 1, "this isn't valid YAML.") from error
    if not isinstance(document, dict):
        raise ContentError(name, 1, "the file must hold `key: value` lines.")
    return document


class _LineKeeper(RoundTripConstructor):
    """Makes mappings that know their lines from what libyaml read, which keeps no comments."""

    comment_handling = None


@lru_cache(maxsize=MOST_FILES)
def _document(text: str) -> Any:
    """Most files are as they were at the last load; libyaml reads the others 10 times faster than ruamel's own scanner."""
    reader = YAML(typ="rt")
    reader.Reader, reader.Scanner, reader.Parser, reader.Constructor = None, None, CParser, _LineKeeper
    return reader.load(text)


def _facts(name: str, document: Any) -> Iterator[Fact]:
    for each in _list(name, document, "facts"):
        _need(name, each, "id", "says", "source")
        yield Fact(
            id=each["id"],
            says=str(each["says"]),
            source=each["source"],
            section=str(each.get("section", "")),
            references=tuple(each.get("references", ())),
            placeholder=each.get("placeholder", ""),
            value=str(each.get("value", "")),
            hours={str(key): str(value) for key, value in _mapping(name, each, "hours").items()},
            file=name,
            line=each.lc.line + 1,
            who=str(each.get("who", "")),
            since=str(each.get("since", "")),
        )


def _reference(name: str, each: Any) -> Reference:
    _need(name, each, "id", "authors", "title")
    unknown = sorted(set(each) - set(Reference.__dataclass_fields__))
    if unknown:
        raise ContentError(name, each.lc.line + 1, f"a reference has no `{unknown[0]}:`: mend or remove it.")
    values = {key: str(value) for key, value in each.items() if key != "verified"}
    return Reference(**values, verified=each.get("verified") in (True, "yes"))  # YAML 1.2 reads `no` as a word


def _replies(name: str, document: Any) -> Any:
    _need(name, document, "replies")
    replies = _mapping(name, document, "replies")
    for key, wordings in replies.items():
        if not isinstance(wordings, dict) or not all(isinstance(wordings.get(each, ""), str) for each in ("text", "sms")):
            raise ContentError(name, replies.lc.key(key)[0] + 1, f"the reply {key} must hold `text:` in words.")
        if "text" not in wordings:
            raise ContentError(name, replies.lc.key(key)[0] + 1, f"the reply {key} has no `text:`.")
    return replies


def _refuse_strays(folder: Path, topics: Mapping[str, Topic]) -> None:
    """Rasa reads every YAML file below the folder; what only Rasa would read must neither teach nor answer for a topic."""
    read = {f"data/{group}" for group in TOPIC_FOLDERS}
    for path in sorted(each for each in folder.rglob("*") if each.suffix in (".yml", ".yaml")):
        name = f"data/{path.relative_to(folder).as_posix()}"
        if name.rsplit("/", 1)[0] in read and path.suffix == ".yml":
            continue
        document = parse(path, name)
        if "nlu" in document:
            raise ContentError(name, document.lc.key("nlu")[0] + 1, "ways of asking belong in a .yml file of a topic's folder.")
        for key in _mapping(name, document, "responses"):
            if key.removeprefix("utter_") in topics:
                line = document["responses"].lc.key(key)[0] + 1
                raise ContentError(name, line, f"{key} already stands in {topics[key.removeprefix('utter_')].file}: keep one.")


def topic_of(name: str, document: Any, group: str) -> Topic:
    """The topic in a file as `parse` read it. Raises ContentError."""
    stem = Path(name).stem
    label = stem if group == "nlu" else f"{group}/{stem}"
    examples = [example for block in _list(name, document, "nlu") for example in _examples(name, block, label)]
    wordings = _mapping(name, document, "responses")
    for key in wordings:
        if key != f"utter_{label}":
            raise ContentError(name, wordings.lc.key(key)[0] + 1, f"the answer is called {key}; it must be utter_{label}.")
    responses = [_response(name, each) for each in _list(name, wordings, f"utter_{label}")]
    return Topic(
        label,
        name,
        tuple(examples),
        tuple(responses),
        _mapping(name, document, "reviewed"),
        off=document.get("off") is True,
        replaces=str(document.get("replaces") or ""),
        properties=properties_of(_mapping(name, document, "properties"), _line(document, "properties")),
    )


def _examples(name: str, block: Any, label: str) -> Iterator[Example]:
    _need(name, block, "intent", "examples")
    if block["intent"] != label:
        line = block.lc.value("intent")[0] + 1
        raise ContentError(name, line, f"the intent is called {block['intent']}; it must be {label}, as the file is.")
    first = block.lc.value("examples")[0] + 2
    for offset, text in enumerate(str(block["examples"]).splitlines()):
        if text.strip():
            if not text.startswith("- "):
                raise ContentError(name, first + offset, "each way of asking begins with `- `.")
            yield Example(text[2:].strip(), first + offset)


def _response(name: str, each: Any) -> Response:
    _need(name, each, "text")
    metadata = _mapping(name, each, "metadata")
    _list(name, metadata, "facts")
    return Response(
        text=str(each["text"]).strip(),
        channel=each.get("channel", ""),
        condition=tuple(each.get("condition", ())),
        metadata=metadata,
        line=each.lc.line + 1,
    )


def _list(name: str, mapping: Any, key: str) -> Any:
    return _shaped(name, mapping, key, list, "a list, each entry behind a `- `")


def _mapping(name: str, mapping: Any, key: str) -> Any:
    return _shaped(name, mapping, key, dict, "`key: value` lines")


def _shaped(name: str, mapping: Any, key: str, shape: type, what: str) -> Any:
    """What stands under the key, empty where nothing does."""
    value = mapping.get(key)
    if value is not None and not isinstance(value, shape):
        raise ContentError(name, mapping.lc.key(key)[0] + 1, f"`{key}:` must hold {what}.")
    return shape() if value is None else value


def _line(mapping: Any, key: str) -> int:
    return int(mapping.lc.key(key)[0]) + 1 if key in mapping else 1


def _need(name: str, mapping: Any, *keys: str) -> None:
    for key in keys:
        if not isinstance(mapping, dict) or not mapping.get(key):
            line = mapping.lc.line + 1 if hasattr(mapping, "lc") else 1
            raise ContentError(name, line, f"`{key}:` is missing.")
