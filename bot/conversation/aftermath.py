"""After an emergency: no offers until the patient says that help is arranged; what belongs to it gets the advice once more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.content import Content
from bot.conversation.form_state import without_form
from bot.conversation.heeded import agrees, guesses, no_news, seen_to
from bot.conversation.live_words import text_of
from bot.conversation.wording import CONTACT, Part, Wording
from bot.safety import Safety
from bot.safety.language import language_of
from bot.understanding.leaning import ABOUT_ME

URGENT = "urgent"
"""The key of a conversation's state under which the id of what was urgent stays until help is arranged."""
SINCE = "urgent_since"
"""The key under which it is counted how many messages have been answered since the advice was given."""
LANGUAGE = "urgent_language"
"""The key under which the language stays that it was told in: `no hablo ingles` says it again, `7` says nothing of it."""
HELP_ARRANGED = "help_arranged"
"""What the metadata `offer:` of an answer says that settles an emergency."""
HELP_ARRANGED_TOPIC = "smalltalk/help_arranged"
RELIEVED = "smalltalk/relieved"
WHAT_YOU_KNOW = "what_you_know"
"""`will he see this`, after the advice on violence, is answered by that advice, which says how to leave no trace."""
THANKS = ("smalltalk/thanks", "smalltalk/praise")
DESPAIR = "despair"
"""After this, with the number said twice, a question about the treatment is answered: to be met by it again and again hardens."""
UNNAMED = "emergency"
"""The id of what sounded urgent to the classifier alone: often it was, and nobody can say what."""
NEAR = 3
"""Messages after the advice of which one that doesn't plainly ask about something else belongs to the emergency."""
OF_ITS_OWN = 5
"""Words from which a message may ask about something else: `is it normal`, `so how often`, `i have a plan` go on."""
PLAIN = 0.85
"""Confidence from which it does."""
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
        self._flags, self._sentences = {flag.id: flag for flag in safety.flags}, safety.sentences

    def after(self, parts: list[Part], text: str, state: dict[str, Any], channel: str) -> tuple[list[Part], dict[str, Any]]:
        """The parts as they may go out, and what the conversation is to remember of an emergency.

        Args:
            parts: the brain's answer.
            text: what the patient said.
            state: the conversation's, as it stood before this message.
            channel: `web` or `sms`.
        """
        language = _language(text, state)
        said, remembered = self._after(parts, text, state, channel, language)
        return said, {**remembered, **({LANGUAGE: language if remembered[URGENT] else ""} if language else {})}

    def _after(
        self, parts: list[Part], text: str, state: dict[str, Any], channel: str, language: str
    ) -> tuple[list[Part], dict[str, Any]]:
        urgent, since = state.get(URGENT, ""), state.get(SINCE, 0)
        alarms = [part.topics[0] for part in parts if part.kind == "emergency"]
        if alarms and alarms[0] == UNNAMED and urgent in self._flags:  # what it is about is known already
            return [self._advice(urgent, language, channel, self._opening(parts, urgent))], _remembered(urgent, 0)
        if alarms:
            return [self._spoken(part, language) for part in parts if part.kind == "emergency"], _remembered(alarms[0], 0)
        if not urgent:
            return [self._not_relieved(part, channel) for part in parts], _remembered("", 0)
        settling = self._settling(parts, text, urgent)
        if settling:
            return [self._settled(settling, channel)], _remembered("", 0)
        if no_news(text) or self._is_crisis(urgent):
            parts = [replace(part, offer="", label="", kind="clarify") if part.label == RELIEVED else part for part in parts]
        if any(part.offer == HELP_ARRANGED for part in parts):
            settled = [replace(part, doubt=False) if part.offer == HELP_ARRANGED else part for part in parts]
            return settled, _remembered("", 0)
        if since < NEAR and not all(_speaks_for_itself(part, text, urgent) for part in parts):
            return [self._again(parts, language, urgent, channel)], _remembered(urgent, since + 1)
        quiet = [replace(part, offer="", choices=() if part.kind == "handoff" else part.choices) for part in parts]
        asked_to_book = any(part.kind == "handoff" for part in parts)
        if asked_to_book:
            return [self._advice(urgent, language, channel), *quiet], _remembered(urgent, since + 1)
        return self._reminding(quiet, urgent, since, channel, language), _remembered(urgent, since + 1)

    def _not_relieved(self, part: Part, channel: str) -> Part:
        """`it's long ago`, where nothing was urgent, is what a patient tells of herself."""
        return replace(part, text=text_of(ABOUT_ME, self._content, channel), offer="") if part.label == RELIEVED else part

    def _reminding(self, parts: list[Part], urgent: str, since: int, channel: str, language: str) -> list[Part]:
        """The answers behind a word that the danger comes first; without where it has no name or must draw no eye."""
        flag = self._flags.get(urgent)
        answers = any(part.kind in ("answer", "not_covered") for part in parts)
        if not flag or not flag.restore or since >= NEAR or not answers:
            return parts
        word = self._content.reply(f"still_urgent_first_{'crisis' if self._is_crisis(urgent) else 'help'}", channel)
        return [replace(parts[0], text=flag.spoken(f"{word} {parts[0].text}", language)), *parts[1:]]

    def _settling(self, parts: list[Part], text: str, urgent: str) -> str:
        """The topic of what settles it; empty where nothing does. After words of despair `i will do it` is no such thing.

        The patient says to follow the advice, or what was understood for nothing sure is most like good news: what is said to
        that still sends to a doctor.
        """
        if self._is_crisis(urgent):
            return ""
        if agrees(text) and all(part.kind in ("smalltalk", "clarify", "out_of_scope", "handoff") for part in parts):
            return HELP_ARRANGED_TOPIC
        if seen_to(text) and all(part.kind in ("smalltalk", "clarify", "out_of_scope") for part in parts):
            return RELIEVED
        likeliest = [[label for label, _ in part.guesses if label != UNNAMED][:1] for part in parts]
        unsure = all(part.kind in ("clarify", "out_of_scope") for part in parts)
        return RELIEVED if unsure and likeliest == [[RELIEVED]] and not no_news(text) else ""

    def _is_crisis(self, urgent: str) -> bool:
        flag = self._flags.get(urgent)
        return flag is not None and flag.tier == "crisis"

    def _settled(self, label: str, channel: str) -> Part:
        """What is said where help is arranged or the danger has passed."""
        return Part(text_of(label, self._content, channel), "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)

    def _again(self, parts: list[Part], language: str, urgent: str, channel: str) -> Part:
        """The advice once more; who says thanks for it hears only that it matters."""
        flag = self._flags.get(urgent)
        if flag and flag.restore and not self._is_crisis(urgent) and all(part.label in THANKS for part in parts):
            thanked = flag.spoken(self._content.reply("still_urgent_thanks", channel), language)
            return Part(thanked, "emergency", (urgent,), confidence=1.0)
        return self._advice(urgent, language, channel, self._opening(parts, urgent))

    def _opening(self, parts: list[Part], urgent: str) -> str:
        """What is said before the advice that is given once more; nothing before a reply that is to draw no eye."""
        flag = self._flags.get(urgent)
        if flag and not flag.restore:
            return ""
        if self._is_crisis(urgent):
            return "still_urgent_crisis"
        return "still_urgent_call" if all(part.kind == "smalltalk" for part in parts) else "still_urgent"

    def _advice(self, urgent: str, language: str, channel: str, opening: str = "") -> Part:
        flag = self._flags.get(urgent)
        advice = self._wording.advice(flag, channel, language) if flag else self._unnamed(urgent, channel, language)
        if language or not opening:
            return advice
        return replace(advice, text=f"{self._content.reply(opening, channel)} {advice.text}")

    def _unnamed(self, urgent: str, channel: str, language: str) -> Part:
        unnamed = Part(text_of(UNNAMED, self._content, channel), "emergency", (urgent,), confidence=1.0)
        return self._spoken(unnamed, language)

    def _spoken(self, part: Part, language: str) -> Part:
        """What has no name, behind a sentence in the patient's language."""
        sentence = self._sentences.get(language)
        return replace(part, text=f"{sentence} {part.text}") if sentence else part


def urgent_state(state: dict[str, Any], topic: str, text: str) -> dict[str, Any]:
    """The state of a conversation in which something is urgent now: no form goes on.

    Args:
        state: as it stood before.
        topic: the id of what is urgent.
        text: what the patient said.
    """
    language = _language(text, state)
    return {**without_form(state), **_remembered(topic, 0), **({LANGUAGE: language} if language else {})}


def _language(text: str, state: dict[str, Any]) -> str:
    return language_of(text) or str(state.get(LANGUAGE, ""))


def _remembered(urgent: str, since: int) -> dict[str, Any]:
    return {URGENT: urgent, SINCE: since}


def _speaks_for_itself(part: Part, text: str, urgent: str) -> bool:
    """Whether it answers something else than the emergency; where nobody knows what that was, a courtesy is one."""
    if part.kind == "handoff" or part.offer not in ("", CONTACT, WHAT_YOU_KNOW):
        return True
    if part.kind == "smalltalk":
        return part.beside or (urgent == UNNAMED and not guesses(text))
    if part.kind not in ("answer", "not_covered"):
        return False
    if part.confidence < PLAIN:
        return False
    about = {topic.split("/")[-1] for topic in part.topics}
    if about & OUTSIDE:
        return True
    return len(text.split()) >= OF_ITS_OWN and (urgent in (UNNAMED, DESPAIR) or not about & OF_THE_BODY)
