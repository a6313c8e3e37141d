"""A question as a form carries it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request

from bot.console.access import text, texts
from bot.content.draft import TEXTS, FaqDraft
from bot.content.sms_text import fold, length, segments
from bot.content.wholesome import one_line


def from_form(request: Request, before: FaqDraft | None) -> FaqDraft:
    """What was typed, over the question as it stands; sign-off and on/off have forms of their own."""
    known = before or FaqDraft()
    number = text(request, "number")
    wordings: dict[str, Any] = {name: text(request, name) for name in TEXTS}
    return replace(
        known,
        **{**wordings, "title": one_line(wordings["title"])},
        facts=tuple(dict.fromkeys(each for each in texts(request, "facts") if each)),
        phrases=tuple(phrases(text(request, "phrases"))),
        replaces=text(request, "replaces") if text(request, "subject") else known.replaces,
        number=int(number) if number.isdecimal() else 0,
    )


def phrases(typed: str) -> list[str]:
    """Ways of asking, one a line; a dash or bullet before one is left out, and what stands twice is taken once."""
    lines = (one_line(line).lstrip("-•* ").strip() for line in typed.split("\n"))
    return list(dict.fromkeys(line for line in lines if line))


def counted(sms: str, first_line: str) -> dict[str, int]:
    """How many text messages a wording takes, alone and behind the line that a first text begins with."""
    alone, first = fold(sms), fold(f"{first_line}\n{sms}")
    texts = {"texts": segments(alone) if alone else 0, "first_texts": segments(first)}
    return {"characters": length(alone), "first_characters": length(first), **texts}


def needs_approval(draft: FaqDraft, before: FaqDraft | None) -> bool:
    """Whether saving would change at once what patients read: a new question is not asked for before it is published."""
    if before is None:
        return False
    return any(getattr(draft, name) != getattr(before, name) for name in (*TEXTS, "facts", "replaces"))
