"""What ends an emergency, and the words to that: help on its way, good news, or that there was none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.content import Content
from bot.conversation.heeded import agrees, called, guesses, no_news, relieves, seen_to
from bot.conversation.live_words import text_of
from bot.conversation.misread import means_otherwise
from bot.conversation.wording import Part
from bot.safety.flags import RedFlag

HELP_ARRANGED = "help_arranged"
"""What the metadata `offer:` of an answer says that settles an emergency."""
HELP_ARRANGED_TOPIC = "smalltalk/help_arranged"
RELIEVED = "smalltalk/relieved"
ANSWERING = ("answer", "not_covered")
OF_CALLING = frozenset({"contact", "booking"})
"""`ok ill call` sounds like these and asks for nothing."""
UNSURE = ("clarify", "out_of_scope")


class Settling:
    """Reads what settles an emergency out of what was said and understood."""

    def __init__(self, content: Content, flags: Mapping[str, RedFlag]) -> None:
        self._content, self._flags = content, flags

    def words(self, parts: list[Part], text: str, urgent: str, channel: str) -> list[Part]:
        """What is said where the emergency is settled; nothing where it goes on.

        After words of despair good news settles nothing, nor does a word that may mean the deed: only help that was reached.

        Args:
            parts: the brain's answer, without an alarm.
            text: what the patient said.
            urgent: the id of what is urgent.
            channel: `web` or `sms`.
        """
        flag = self._flags.get(urgent)
        crisis = flag is not None and flag.tier == "crisis"
        if called(text) if crisis else agrees(text):
            return self._behind(parts, "helped_first", channel) or [self._topic(HELP_ARRANGED_TOPIC, channel)]
        if crisis or (flag and not flag.restore):
            return []
        if means_otherwise(text, urgent) and not no_news(text):
            return self._behind(parts, "misread_first", channel) or [self._word("misread", channel)]
        if seen_to(text) and all(part.kind in ("smalltalk", *UNSURE) for part in parts):
            return [self._word("seen_to", channel)]
        if self._good_news(parts, text):
            return [self._word("relieved_now", channel) if flag and flag.tier == "now" else self._topic(RELIEVED, channel)]
        return []

    def _good_news(self, parts: list[Part], text: str) -> bool:
        """Whether it tells that the danger is over, and is understood as that or, where for nothing sure, most like it."""
        if no_news(text) or guesses(text) or not relieves(text):
            return False
        likeliest = [[label for label, _ in part.guesses if label != "emergency"][:1] for part in parts]
        unsure = all(part.kind in UNSURE for part in parts)
        return any(part.label == RELIEVED for part in parts) or (unsure and likeliest == [[RELIEVED]])

    def _behind(self, parts: list[Part], name: str, channel: str) -> list[Part]:
        """What else was asked for, behind a word; nothing where nothing was."""
        asked = [part for part in parts if part.kind in ANSWERING and not OF_CALLING & set(part.topics)]
        if not asked:
            return []
        return [replace(asked[0], text=f"{self._content.reply(name, channel)} {asked[0].text}"), *asked[1:]]

    def _topic(self, label: str, channel: str) -> Part:
        return Part(text_of(label, self._content, channel), "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)

    def _word(self, name: str, channel: str) -> Part:
        return Part(self._content.reply(name, channel), "smalltalk", ("smalltalk",))
