"""Another language that nobody understood: answered in it that English is what is spoken here, with the clinic's number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from bot.content import Content, topics
from bot.conversation.live_answer import text_of
from bot.conversation.wording import CONTACT, LANGUAGE, UNHEARD, Part
from bot.safety.everyday import ENGLISH
from bot.safety.language import SCRIPTS, language_of
from bot.safety.reading import plainly

TOPIC, FIRST, AGAIN, ADDRESS = "other_language/", "only_english_", "again_", "address_"
"""What the names of its wordings begin with, before the language: of a topic where there is one, else of fixed texts."""
COURTESIES = (topics.THANKS, topics.GOODBYE, topics.GREET, topics.PRAISE)
"""`gracias` is answered as `thanks` is."""
WHICH_LANGUAGES = topics.LANGUAGES
SAID_IN_IT = "not_english"
"""The key of a conversation's state under which it is counted how many replies in a row said so."""
MOST_WORDS = 8
"""Of a message that asks for the way; a longer one asks for more than that."""
_words = partial(re.compile, flags=re.I)
ASKS_WHERE: Mapping[str, re.Pattern[str]] = {
    "es": _words(r"\bdonde (?:queda|esta|estan|se (?:encuentra|ubica)\w*|es la cl\w+|es\W*$)|\bdireccion\b|\bubica\w+"),
    "fr": _words(r"\bou (?:etes|est la|se trouve\w*|vous trouv\w+)\b|\b(?:c'?est|vous etes) ou\b|\badresse\b"),
    "pt": _words(r"\bonde (?:fica\w*|e a|esta\w*|voces (?:fica\w*|esta\w*))\b|\bendereco\b"),
    "de": _words(r"\bwo (?:seid|sind|ist die|liegt|finde|befinde\w*)\b|\badresse\b"),
    "it": _words(r"\bdove (?:siete|si trova|vi trov\w+|e la)\b|\bindirizzo\b"),
    "pl": _words(r"\bgdzie (?:jest\w*|sie|znajd\w+)\b|\badres\b"),
    "tl": _words(r"\b(?:saan|nasaan) (?:po|kayo|ang|ba)\b|\baddress\b"),
    "ht": _words(r"\b(?:ki )?kote (?:nou|ou|klinik|li)\b|\badres\b"),
    "vi": _words(r"\bo dau\b|\bdia chi\b"),
    "zh": _words(r"在哪|哪里|哪儿|地址|怎么走"),
    "ko": _words(r"어디|주소|위치"),
    "ru": _words(r"\bгде (?:вы|клиника|наход\w+|это)|адрес|как (?:доехать|добраться)"),
    "ar": _words(r"أين|اين|وين|عنوان|موقع"),
    "hi": _words(r"(?:आप|क्लिनिक).*(?:कहाँ|कहां)|पता (?:क्या|बता)"),
}
"""Asks where the clinic is: an address needs no translation."""


def answered(parts: Sequence[Part], text: str, state: Mapping[str, Any], content: Content, channel: str) -> list[Part]:
    """The parts, or one in the language of the message where nothing of it was understood.

    Where that was said right before it comes in other words; who asks for the way gets the address.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    language = language_of(text)
    label = f"{TOPIC}{language}"
    first = _first(language, content, channel)
    if not first or not all(_unheard(part, text) for part in parts):
        return list(parts)
    address = f"{ADDRESS}{language}"
    if address in content.replies and _asks_where(text, language):
        facts = ("clinic-address", "clinic-phone")
        return [Part(content.reply(address, channel), "answer", ("location",), facts, confidence=1.0, label=label)]
    again = f"{AGAIN}{language}"
    words = content.reply(again, channel) if state.get(SAID_IN_IT, 0) % 2 and again in content.replies else first
    return [Part(words, "out_of_scope", ("out_of_scope",), offer=CONTACT, confidence=1.0, label=label)]


def remembered(parts: Sequence[Part], state: Mapping[str, Any]) -> dict[str, int]:
    """What the conversation is to remember: how many replies in a row were in another language."""
    spoken = any(LANGUAGE.fullmatch(part.label) for part in parts)
    return {SAID_IN_IT: state.get(SAID_IN_IT, 0) + 1 if spoken else 0}


def _first(language: str, content: Content, channel: str) -> str:
    """The whole sentence, by the topic that staff may edit or switch off, else by a fixed text; empty where there is none."""
    topic = content.topics.get(f"{TOPIC}{language}")
    if topic:
        return "" if topic.off else text_of(topic.label, content, channel)
    return content.reply(f"{FIRST}{language}", channel) if f"{FIRST}{language}" in content.replies else ""


def _asks_where(text: str, language: str) -> bool:
    asked, read = ASKS_WHERE.get(language), text if language in SCRIPTS else plainly(text)
    return asked is not None and len(text.split()) <= MOST_WORDS and asked.search(read) is not None


def _unheard(part: Part, text: str) -> bool:
    """Whether it answers nothing; whether somebody speaks it, asked in it without an English word, is answered in it, too."""
    if part.label == WHICH_LANGUAGES:
        return not ENGLISH & set(re.findall(r"[a-z]+", text.casefold()))
    return part.kind in UNHEARD or (part.kind == "smalltalk" and part.label not in COURTESIES)
