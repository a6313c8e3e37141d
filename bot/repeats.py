"""What a patient has just been told is not told again as if for the first time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.live_words import text_of
from bot.understanding.leaning import ABOUT_ME
from bot.wording import CONTACT, Part

SAID = "said"
"""The key of a conversation's state under which it is kept which answers the last reply gave."""


def not_again(parts: list[Part], state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts; a reply that only says what the last one said owns up to it.

    Who asks `how thin` behind what is known of the needles hears in short that this is all that the guide says; who asks on about
    what the guide doesn't cover hears that there is nothing more.

    Args:
        parts: what is to be said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    main = [part for part in parts if not part.beside]
    if len(main) != 1 or _name(main[0]) not in state.get(SAID, ()):
        return parts
    again = _again(main[0], content, channel)
    return [again if part is main[0] else part for part in parts]


def remembered(parts: list[Part]) -> dict[str, list[str]]:
    """What the conversation is to remember of this reply."""
    return {SAID: [_name(part) for part in parts if not part.beside and part.kind != "emergency"]}


def _name(part: Part) -> str:
    """The answer by its label; that for a pregnant patient is another one."""
    return f"{part.label}+" if part.pregnant and part.kind == "answer" else part.label


def _again(part: Part, content: Content, channel: str) -> Part:
    if part.kind == "answer":
        in_short = text_of(part.label, content, "sms", part.pregnant) or part.text  # a text message says it in fewer words
        return replace(part, text=f"{content.reply('said_answer', channel)} {in_short}", offer=CONTACT)
    if part.kind == "not_covered":
        return replace(part, text=content.reply("said_not_covered", channel))
    if part.label == ABOUT_ME:
        return replace(part, text=content.reply("said_about_me", channel))
    return part
