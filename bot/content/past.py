"""One question as an earlier revision of its file had it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.content.draft import FaqDraft, read
from bot.content.load import ContentError, parse, topic_of
from bot.content.model import Content


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
