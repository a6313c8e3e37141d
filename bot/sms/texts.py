"""Every text that can go out by text message, as it goes out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content import Content
from bot.content.model import Response, Topic, fill
from bot.content.sms_text import OTHER_LETTERS, fold
from bot.safety import Safety

WEB_ONLY = ("document_title", "greeting", "store_down", "link_", "error_")
"""How the names of fixed texts begin that no phone gets, unless they have wording for text messages."""


def every_text(content: Content, safety: Safety) -> Iterator[tuple[str, str]]:
    """Name and folded words of each answer's wordings, each fixed text that has one for text messages, each red flag's advice."""
    values = content.placeholders()
    for label, topic in content.topics.items():
        for number, response in enumerate(_by_text(topic)):
            yield f"{label}#{number + 1}" if number else label, fold(fill(response.text, values))
    for name, wordings in content.replies.items():
        text = content.reply(name, "sms")
        if not OTHER_LETTERS.search(text) and ("sms" in wordings or not name.startswith(WEB_ONLY)):
            yield f"reply/{name}", fold(text)
    for flag in safety.flags:
        yield f"red_flag/{flag.id}", fold(flag.advice("sms"))


def in_other_letters(content: Content) -> Iterator[tuple[str, str]]:
    """Name and words of each fixed text that goes out in letters of its own, and so in the dear alphabet."""
    for name in content.replies:
        text = content.reply(name, "sms")
        if OTHER_LETTERS.search(text):
            yield f"reply/{name}", text


def _by_text(topic: Topic) -> list[Response]:
    own = [response for response in topic.responses if response.channel == "sms"]
    return own or [response for response in topic.responses if not response.channel]
