"""What ends an emergency, and the words to that: help on its way, good news, or that there was none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.content import Content, topics
from bot.conversation.alarm_denied import denies
from bot.conversation.alarm_explained import UNNAMED, explains, meant_a_question, seen_by_midwife, without_question
from bot.conversation.alarm_help import (
    AMBULANCE,
    agrees,
    asks_meanwhile,
    called,
    calling_now,
    credible,
    drives,
    planned,
    without_aside,
)
from bot.conversation.alarm_mistake import means_otherwise, says_no_emergency
from bot.conversation.alarm_news import no_news, relieves, seen_to
from bot.conversation.alarm_over import ended
from bot.conversation.alarm_plan import reached
from bot.conversation.alarm_state import Told
from bot.conversation.live_answer import text_of
from bot.conversation.wording import ANSWERING, UNHEARD, Part
from bot.safety.flags import RedFlag

HELP_ARRANGED = "help_arranged"
"""What the metadata `offer:` of an answer says that settles an emergency."""
HELP_ARRANGED_TOPIC = topics.HELP_ARRANGED
RELIEVED = topics.RELIEVED
OF_CALLING = frozenset(
    (*(label.removeprefix("faq/") for label in (topics.CONTACT, topics.BOOKING)), topics.INDUCING_LABOUR, topics.HOURS)
)
"""`ok ill call`, `ringing labor ward` sound like these and ask for nothing."""
BUT = re.compile(r"\bbut\b(?= (?:what|how|where|when|do|can|is|are|i (?:want|wanted|only|just) )\b)", re.I)
"""`not an emergency but what does it cost` takes nothing back."""
OF_A_PREGNANCY = frozenset("bleeding ectopic preterm_labour waters_broken baby_moving_less postpartum head_injury".split())
LOST_NOW = re.compile(
    r"^\W*(?:we|i|she)(?:'ve| have| has)? (?:just )?(?:lost|miscarried) ?(?:it|him|her|them|the baby)?\W*$"
    r"|\b(?:scan|ultrasound|doctor|dr|hospital|er)\b.{0,30}\bno heart ?beat\b",
    re.I,
)
"""The baby is lost: `i lost my first this way` is what she fears."""


@dataclass(frozen=True)
class End:
    """How an emergency ended: what is said to that, and whether somebody may be on the way to help."""

    parts: list[Part]
    help_comes: bool = True


class Settling:
    """Reads what settles an emergency out of what was said and understood."""

    def __init__(self, content: Content, flags: Mapping[str, RedFlag]) -> None:
        self._content, self._flags = content, flags

    def end(self, parts: list[Part], told: Told) -> End | None:
        """How the emergency is settled; None where it goes on.

        After words of despair only help that was reached settles it, and after those on violence nothing. Where the classifier
        hears an alarm in the message itself, it must say plainly that there is none, or who was called.

        Args:
            parts: the brain's answer.
            told: what the patient said, and what is urgent.
        """
        flag = self._flags.get(told.urgent)
        rest = [part for part in parts if part.kind != "emergency"]
        if flag and not flag.restore:
            return None
        if flag and flag.tier == "crisis":
            return self._helped_in_crisis(rest, told) if len(rest) == len(parts) else None
        over = ended(told.text, told.urgent)
        if over:
            return self.over(over, rest, told)
        if len(rest) < len(parts):
            return self._against_an_alarm(rest, told)
        if told.urgent in OF_A_PREGNANCY and LOST_NOW.search(told.text):
            return End([self._word("lost", told)])
        if agrees(told.text) and not (told.urgent in AMBULANCE and drives(told.text)):
            return self._helped(rest, told)
        if flag and flag.tier == "today" and planned(told.text):
            return End(self._behind(rest, "planned", told) or [self._word("planned", told)])
        return self._ended(rest, told, flag)

    def _ended(self, rest: list[Part], told: Told, flag: RedFlag | None) -> End | None:
        """The end where there was none after all, or it was seen to, or is over."""
        otherwise = means_otherwise(told.text, told.urgent) and not no_news(BUT.sub("", told.text))
        asked = told.urgent == UNNAMED and meant_a_question(told.text) and any(part.kind in ANSWERING for part in rest)
        denied = denies(told.text, told.urgent, told.past) and not told.planned
        if otherwise or asked or denied or explains(told.text, told.urgent, told.expecting):
            return self._misread(rest, told)
        if seen_to(without_question(told.text)) or seen_by_midwife(told.text, told.urgent):
            return End(self._asked(rest, "seen_to_first", told) or [self._word("seen_to", told)], help_comes=False)
        if self._good_news(rest, told):
            word = self._word("relieved_now", told) if flag and flag.tier == "now" else self._topic(RELIEVED, told)
            return End([replace(word, label=RELIEVED)])
        return None

    def _helped_in_crisis(self, rest: list[Part], told: Told) -> End | None:
        if reached(told.text):
            return End(self._behind(rest, "crisis_reached_first", told) or [self._word("crisis_reached", told)])
        return self._helped(rest, told) if calling_now(told.text) else None

    def over(self, name: str, parts: list[Part], told: Told) -> End:
        """A warm word to whoever is in good hands or home again, before the answer to what was asked.

        Args:
            name: what bot/conversation/alarm_over.py made of it.
            parts: what was understood, without alarms.
            told: what the patient said.
        """
        asked = self._asked(parts, f"over_{name}_first", told, contact=True)
        return End(asked or [self._word(f"over_{name}", told)], help_comes=False)

    def _against_an_alarm(self, rest: list[Part], told: Told) -> End | None:
        if called(told.text):
            return self._helped([], told)
        plainly = says_no_emergency(told.text) and not no_news(told.text)
        return self._misread(rest, told) if plainly or explains(told.text, told.urgent, told.expecting) else None

    def _misread(self, rest: list[Part], told: Told) -> End:
        """An apology, and the answer to what was asked; nobody is warned again of what never had a name."""
        name = "misread_unnamed" if told.urgent == UNNAMED else "misread"
        return End(self._asked(rest, f"{name}_first", told) or [self._word(name, told)], help_comes=False)

    def _asked(self, rest: list[Part], name: str, told: Told, contact: bool = False) -> list[Part]:
        """What was asked of the clinic, a call or a visit too, behind a word and without another on when to call.

        The word is a part of its own: an answer that comes again is worded anew. `contact`: whether its number counts, too.
        """
        asked = [part for part in rest if part.kind in (*ANSWERING, "handoff") and (contact or "contact" not in part.topics)]
        if not asked:
            return []
        word = Part(self._content.reply(name, told.channel), "smalltalk", beside=True, confidence=1.0)
        return [word, *(replace(part, doubt=False) for part in asked)]

    def _helped(self, parts: list[Part], told: Told) -> End:
        """Who was called is glad news; who will be is told to do it at once."""
        if asks_meanwhile(told.text):
            return End([self._word("helped_meanwhile", told)])
        asked = self._behind(parts, "helped_first", told)
        reached = called(told.text) or calling_now(told.text)
        return End(asked or [self._topic(HELP_ARRANGED_TOPIC, told) if reached else self._word("agreed", told)])

    def _good_news(self, parts: list[Part], told: Told) -> bool:
        """Whether it tells that the danger is over, and is understood as that or, where for nothing sure, most like it."""
        if not self.may_be_good_news(told):
            return False
        likeliest = [[label for label, _ in part.guesses if label != "emergency"][:1] for part in parts]
        unsure = all(part.kind in UNHEARD for part in parts)
        return any(part.label == RELIEVED for part in parts) or (unsure and likeliest == [[RELIEVED]])

    def may_be_arranged(self, told: Told) -> bool:
        """Whether words understood as help on its way may be that: after despair only the plainest, after violence none."""
        flag = self._flags.get(told.urgent)
        if flag and not flag.restore:
            return False
        return calling_now(told.text) if flag and flag.tier == "crisis" else credible(told.text)

    def may_be_good_news(self, told: Told) -> bool:
        """Whether words that were understood as good news may be some: never after despair or violence."""
        flag = self._flags.get(told.urgent)
        silent = flag is not None and (flag.tier == "crisis" or not flag.restore)
        return not silent and not no_news(told.text) and relieves(told.text, told.urgent)

    def _behind(self, parts: list[Part], name: str, told: Told) -> list[Part]:
        """What else was asked for, behind a word; nothing where nothing was."""
        aside = without_aside(told.text) != told.text  # then a visit is spoken of, not whom to call
        asked = [part for part in parts if part.kind in ANSWERING and not OF_CALLING & set(part.topics)]
        asked = asked or [part for part in parts if aside and part.kind == "handoff"]
        if not asked:
            return []
        return [replace(asked[0], text=f"{self._content.reply(name, told.channel)} {asked[0].text}"), *asked[1:]]

    def _topic(self, label: str, told: Told) -> Part:
        return Part(text_of(label, self._content, told.channel), "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)

    def _word(self, name: str, told: Told) -> Part:
        return Part(self._content.reply(name, told.channel), "smalltalk", ("smalltalk",))
