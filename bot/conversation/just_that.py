"""A question that asks for one thing gets the sentence that says just that, not the whole answer that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.conversation.repeats import SAID, answered_before
from bot.conversation.wording import CONTACT, Part, instead, only_answer
from bot.phrasebook import particulars

KINDS = ("answer", "not_covered", "smalltalk")
AGAIN = {"pain_judge": "do_what"}
"""What is said for the second time instead; for any other sentence that there is no more."""
ONLY = "only/"
"""How the name of such a sentence begins among what the last replies gave."""


def said(
    parts: list[Part], text: str, state: Mapping[str, Any], content: Content, channel: str
) -> tuple[list[Part], dict[str, Any]]:
    """The parts, and what the conversation is to remember of them; nothing where nothing is asked in particular.

    The answer itself doesn't count as given then. A second question of the same thing hears that there is no more.

    Args:
        parts: what is to be said.
        text: what the patient said.
        state: the conversation's, as it stood before this message.
        content: where the words come from.
        channel: `web` or `sms`.
    """
    part = only_answer(parts)
    if part is None or part.kind not in KINDS or _is_off(part):
        return parts, {}
    only_said = [name.removeprefix(ONLY) for name in state.get(SAID, ()) if name.startswith(ONLY)]
    told = [*answered_before(state), *particulars.labels_of(only_said)]
    name = particulars.asked_of(part.label, text, told)
    if not name:
        return parts, {}
    again = ONLY + name in state.get(SAID, ())
    words = content.reply(AGAIN.get(name, "only_again") if again else name, channel)
    only = replace(part, text=words, offer=CONTACT if again else part.offer)
    remembered = list(dict.fromkeys((*state.get(SAID, ()), ONLY + name)))
    return instead(parts, part, only), {SAID: remembered}


def _is_off(part: Part) -> bool:
    """Whether it stands for an answer that the clinic has switched off."""
    return part.label.startswith("faq/") and part.kind != "answer"
