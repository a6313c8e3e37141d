"""What an earlier or another state of a file says."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.content.draft import FaqDraft, read
from bot.content.load import ContentError, parse, topic_of
from bot.content.model import Content

UNSAID = frozenset("version intent id source placeholder references condition channel kind offer properties".split())
"""Keys of a content file whose values no patient reads and nobody at the front desk knows."""


def draft_of(file: str, text: str, number: int = 0) -> FaqDraft | None:
    """The question in a file's text; None where the text isn't a question (any more).

    Args:
        file: its name, such as `data/faq/location.yml`.
        text: what it held.
        number: which revision that was.
    """
    group, _, name = file.removeprefix("data/").partition("/")
    if group not in ("faq", "not_covered") or "/" in name:
        return None
    with tempfile.NamedTemporaryFile("w", suffix=".yml", encoding="utf-8") as written:
        written.write(text)
        written.flush()
        try:
            found = topic_of(file, parse(Path(written.name), file), group)
        except ContentError:
            return None
    return read(Content({found.label: found}, {}, {}, {}), found.label, number)


def said_in(text: str) -> list[str]:
    """The words that any content file holds, line by line and without its marks.

    Raises:
        ContentError: it isn't YAML.
    """
    try:
        return list(_said(YAML(typ="safe", pure=True).load(text)))
    except YAMLError as error:
        raise ContentError("", 1, "this isn't valid YAML.") from error


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            names_facts = key == "facts" and all(isinstance(fact, str) for fact in each or ())
            if key not in UNSAID and not names_facts:
                yield from _said(each)
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif value is not None:
        yield from (line.removeprefix("- ").strip() for line in str(value).splitlines() if line.strip())
