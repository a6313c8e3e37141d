"""After an emergency: no offers until the patient says that help is arranged; what belongs to it gets the advice once more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.conversation.form_state import without_form
from bot.conversation.heeded import guesses, no_news, relieves, waits
from bot.conversation.live_words import text_of
from bot.conversation.misread import means_otherwise
from bot.conversation.settling import HELP_ARRANGED, RELIEVED, Settling
from bot.conversation.wording import CONTACT, Part, Wording
from bot.safety import Safety
from bot.safety.spanish import is_spanish
from bot.understanding.leaning import ABOUT_ME

URGENT = "urgent"
"""The key of a conversation's state under which the id of what was urgent stays until help is arranged."""
SINCE = "urgent_since"
"""The key under which it is counted how many messages have been answered since the advice was given."""
HELPED = "helped"
"""The key under which it is counted how many messages have been answered since help was on its way."""
WHAT_YOU_KNOW = "what_you_know"
"""`will he see this`, after the advice on violence, is answered by that advice, which says how to leave no trace."""
THANKS, GOODBYE = ("smalltalk/thanks", "smalltalk/praise"), "smalltalk/goodbye"
TOLD = ("out_of_scope", "clarify")
DESPAIR = "despair"
"""After this, with the number said twice, a question about the treatment is answered: to be met by it again and again hardens."""
UNNAMED = "emergency"
"""The id of what sounded urgent to the classifier alone: often it was, and nobody can say what."""
NEAR = 3
"""Messages after the advice of which one that doesn't plainly ask about something else belongs to the emergency."""
OF_ITS_OWN = 5
"""Words from which a message may ask about something else: `is it normal`, `so how often`, `i have a plan` go on."""
PLAIN, LIKELY = 0.85, 0.6
"""Confidence from which it does, right behind the advice and later."""
OUTSIDE = frozenset("location practitioner price insurance hours parking gift_cards telehealth references".split())
"""Topics that have nothing to do with a body: plainly asked about, in however few words, they are answered."""
OF_THE_BODY = frozenset(
    """pregnancy_safety pregnancy_si_pain causes what_is_si_pain right_for_me how_soon_relief integrative_care non_pregnancy
    personalised_plan contact aftercare health_conditions medicines other_conditions exercises_at_home eating_and_preparation
    cancellation_policy inducing_labour privacy needle_safety other""".split()
)
"""Topics that `should i wait`, `is it safe` and `can needles help` sound like while they ask about the danger."""


class Aftermath:
    """What an emergency changes in the answers that follow it."""

    def __init__(self, content: Content, safety: Safety, wording: Wording) -> None:
        self._content, self._wording = content, wording
        self._flags = {flag.id: flag for flag in safety.flags}
        self._settling = Settling(content, self._flags)

    def after(self, parts: list[Part], text: str, state: dict[str, Any], channel: str) -> tuple[list[Part], dict[str, Any]]:
        """The parts as they may go out, and what the conversation is to remember of an emergency.

        Args:
            parts: the brain's answer.
            text: what the patient said.
            state: the conversation's, as it stood before this message.
            channel: `web` or `sms`.
        """
        urgent, since = state.get(URGENT, ""), state.get(SINCE, 0)
        alarms = [part.topics[0] for part in parts if part.kind == "emergency"]
        near = urgent != "" and since < NEAR
        if alarms and not (near and alarms[0] == UNNAMED):
            return [part for part in parts if part.kind == "emergency"], _remembered(alarms[0], 0)
        if not urgent:
            return self._helped(parts, text, state.get(HELPED, 0), channel)
        settled = self._settling.words([part for part in parts if part.kind != "emergency"], text, urgent, channel)
        if settled:
            return settled, _remembered("", 0, helped=1)
        if alarms:  # what it is about is known already
            return [self._again(parts, text, urgent, since, channel)], _remembered(urgent, 0)
        if not self._settles(text, urgent):
            parts = [replace(part, offer="", label="", kind="clarify") if part.label == RELIEVED else part for part in parts]
        if any(part.offer == HELP_ARRANGED for part in parts):
            settled = [replace(part, doubt=False) if part.offer == HELP_ARRANGED else part for part in parts]
            return settled, _remembered("", 0, helped=1)
        return self._going_on(parts, text, urgent, since, channel)

    def _settles(self, text: str, urgent: str) -> bool:
        """Whether words that are like good news may be some."""
        return not no_news(text) and not self._is_crisis(urgent) and relieves(text)

    def _helped(self, parts: list[Part], text: str, helped: int, channel: str) -> tuple[list[Part], dict[str, Any]]:
        """Without an emergency; what is told of help that came is met as that, and not as a question nobody understood.

        `it's long ago`, where nothing was urgent, is what a patient tells of herself.
        """
        about_me = text_of(ABOUT_ME, self._content, channel)
        parts = [replace(part, text=about_me, offer="") if part.label == RELIEVED else part for part in parts]
        near = 0 < helped <= NEAR
        if near and (waits(text) or all(part.kind in TOLD or part.label in (ABOUT_ME, RELIEVED) for part in parts)):
            parts = [Part(self._content.reply("helped_again", channel), "smalltalk", ("smalltalk",))]
        return parts, _remembered("", 0, helped=helped + 1 if near else 0)

    def _going_on(self, parts: list[Part], text: str, urgent: str, since: int, channel: str) -> tuple[list[Part], dict[str, Any]]:
        remembered = _remembered(urgent, since + 1)
        if since < NEAR and not all(self._speaks_for_itself(part, text, urgent, since) for part in parts):
            return [self._again(parts, text, urgent, since, channel)], remembered
        quiet = [replace(part, offer="", choices=() if part.kind == "handoff" else part.choices) for part in parts]
        if any(part.kind == "handoff" for part in parts):  # asked to book
            return [self._advice(urgent, text, channel), *quiet], remembered
        return self._reminding(quiet, urgent, since, channel), remembered

    def _reminding(self, parts: list[Part], urgent: str, since: int, channel: str) -> list[Part]:
        """The answers behind a word that the danger comes first; without where it has no name or must draw no eye."""
        flag = self._flags.get(urgent)
        answers = any(part.kind in ("answer", "not_covered") for part in parts)
        if not flag or not flag.restore or since >= NEAR or not answers:
            return parts
        word = self._content.reply(f"still_urgent_first_{'crisis' if self._is_crisis(urgent) else 'help'}", channel)
        return [replace(parts[0], text=f"{word} {parts[0].text}"), *parts[1:]]

    def _is_crisis(self, urgent: str) -> bool:
        flag = self._flags.get(urgent)
        return flag is not None and flag.tier == "crisis"

    def _again(self, parts: list[Part], text: str, urgent: str, since: int, channel: str) -> Part:
        """In short what has to be done and why; who says thanks for it hears only that it matters."""
        flag = self._flags.get(urgent)
        advice = self._advice(urgent, text, channel)
        if is_spanish(text):
            return advice
        if flag is None:
            return replace(advice, text=self._said("still_urgent_unnamed", channel, "if_misread"))
        if not flag.restore:
            return replace(advice, text=flag.again)
        if self._is_crisis(urgent):
            soft = means_otherwise(text, urgent)
            return replace(
                advice, text=self._said("misread_crisis", channel) if soft else self._crisis(flag.again, since, channel)
            )
        if all(part.label in THANKS for part in parts):
            return replace(advice, text=self._said("still_urgent_thanks", channel))
        opening = "still_urgent_call" if all(part.kind == "smalltalk" for part in parts) else "still_urgent"
        return replace(advice, text=f"{self._said(opening, channel)} {flag.again} {self._said('if_misread', channel)}")

    def _crisis(self, again: str, since: int, channel: str) -> str:
        return again if since else f"{self._said('still_urgent_crisis', channel)} {again}"

    def _said(self, name: str, channel: str, *more: str) -> str:
        return " ".join(self._content.reply(each, channel) for each in (name, *more))

    def _advice(self, urgent: str, text: str, channel: str) -> Part:
        flag = self._flags.get(urgent)
        return self._wording.advice(flag, channel, is_spanish(text)) if flag else self._unnamed(urgent, channel)

    def _unnamed(self, urgent: str, channel: str) -> Part:
        return Part(text_of(UNNAMED, self._content, channel), "emergency", (urgent,), confidence=1.0)

    def _speaks_for_itself(self, part: Part, text: str, urgent: str, since: int) -> bool:
        """Whether it answers something else than the emergency; where nobody knows what that was, a courtesy is one."""
        flag = self._flags.get(urgent)
        if part.kind == "handoff" or part.offer not in ("", CONTACT, WHAT_YOU_KNOW):
            return True
        if flag and not flag.restore:  # the less is said of it the better
            return part.kind in ("answer", "not_covered") and part.confidence >= LIKELY or part.label == GOODBYE
        if part.kind == "smalltalk":
            return part.beside or (flag is None and not guesses(text))
        if part.kind not in ("answer", "not_covered") or part.confidence < (LIKELY if since else PLAIN):
            return False
        about = {topic.split("/")[-1] for topic in part.topics}
        return bool(about & OUTSIDE) or _asks_of_its_own(text, urgent, since, about)


def urgent_state(state: dict[str, Any], topic: str) -> dict[str, Any]:
    """The state of a conversation in which something is urgent now: no form goes on.

    Args:
        state: as it stood before.
        topic: the id of what is urgent.
    """
    return {**without_form(state), **_remembered(topic, 0)}


def _remembered(urgent: str, since: int, helped: int = 0) -> dict[str, Any]:
    return {URGENT: urgent, SINCE: since, HELPED: helped}


def _asks_of_its_own(text: str, urgent: str, since: int, about: set[str]) -> bool:
    """Whether it is long enough to ask about something else, and later or plainly about another subject than the body."""
    return len(text.split()) >= OF_ITS_OWN and (urgent in (UNNAMED, DESPAIR) or since > 0 or not about & OF_THE_BODY)
