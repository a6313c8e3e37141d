"""After an emergency: no offers until the patient says that help is arranged; what belongs to it is answered by that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.content import Content, topics
from bot.conversation.alarm_asked import CHANGES, at_another_door, met_by
from bot.conversation.alarm_explained import UNNAMED
from bot.conversation.alarm_follow_ups import FollowUps
from bot.conversation.alarm_help import waits
from bot.conversation.alarm_mistake import joking, takes_back
from bot.conversation.alarm_news import guesses, returns, worsens
from bot.conversation.alarm_over import ILLNESS, ended
from bot.conversation.alarm_plan import LIFELINE, PLANNED, kept
from bot.conversation.alarm_questions import ASSENTS, asks_of_something_else, astray, opening
from bot.conversation.alarm_settling import HELP_ARRANGED, RELIEVED, Settling
from bot.conversation.alarm_state import (
    BESIDE,
    EASED,
    EXPECTING,
    GRAVE,
    HELPED,
    LANGUAGE,
    SETTLED,
    SINCE,
    URGENT,
    Told,
    remembered_as,
    told_of,
    urgent_state,
)
from bot.conversation.form_state import BROKEN_OFF
from bot.conversation.live_answer import text_of
from bot.conversation.outcome import Outcome
from bot.conversation.wording import ANSWERING, CONTACT, UNHEARD, Part, Reply, Wording
from bot.phrasebook.leaning import ABOUT_ME
from bot.safety import Safety
from bot.safety.flags import RedFlag

WHAT_YOU_KNOW = "what_you_know"
"""`will he see this`, after the advice on violence, is answered by that advice, which says how to leave no trace."""
THANKS, GOODBYE = (topics.THANKS, topics.PRAISE), topics.GOODBYE
DESPAIR = "despair"
"""After this, with the number said twice, a question about the treatment is answered: to be met by it again and again hardens."""
NEAR, FAR = 3, 8
"""Messages after the advice of which one that doesn't plainly ask about something else belongs to the emergency; and one that
nobody understands."""
PLAIN, LIKELY = 0.85, 0.6
"""Confidence from which it does, right behind the advice and later."""
CRISIS_TOLD = 2
"""Answers behind a crisis that begin with the number: after these no more behind despair, which it would harden, and every
second one behind thoughts of suicide."""


class AlarmAnswers:
    """What an emergency changes in the answers that follow it."""

    def __init__(self, content: Content, safety: Safety, wording: Wording) -> None:
        self._content, self._wording = content, wording
        self._flags, self._sentences = {flag.id: flag for flag in safety.flags}, safety.sentences
        self._grave, self._check = safety.grave, safety.check
        self._follow_ups = FollowUps(safety, self._flags, wording)
        self._settling = Settling(content, self._flags)

    def after(self, parts: list[Part], text: str, state: dict[str, Any], channel: str) -> tuple[list[Part], dict[str, Any]]:
        """The parts as they may go out, and what the conversation is to remember of an emergency.

        Args:
            parts: the brain's answer.
            text: what the patient said.
            state: the conversation's, as it stood before this message.
            channel: `web` or `sms`.
        """
        told = told_of(text, state, channel)
        said, remembered = self._after(parts, told, state)
        if state.get(BESIDE):
            said, remembered[BESIDE] = self._beside(said, told, remembered, str(state[BESIDE]))
        if state.get(BROKEN_OFF):
            remembered[BROKEN_OFF] = remembered[URGENT] != ""
            said = said if remembered[URGENT] else self._with_the_form(said, channel)
        said, remembered = kept(said, remembered, state, self._content, channel)
        settled = told.urgent if not remembered[URGENT] else ""
        if settled or state.get(SETTLED):
            remembered[SETTLED] = settled or state[SETTLED]
        remembered |= {GRAVE: state[GRAVE]} if state.get(GRAVE) == remembered[URGENT] != "" else {}
        remembered |= {EXPECTING: True} if state.get(EXPECTING) and remembered[URGENT] else {}
        return said, {**remembered, **({LANGUAGE: told.language if remembered[URGENT] else ""} if told.language else {})}

    def urgent(self, advice: Reply, text: str, state: dict[str, Any], channel: str) -> Outcome:
        """The advice on a danger that was just told, behind a word on a graver one that the patient may still be in.

        Args:
            advice: what the danger's own file says.
            text: what the patient said.
            state: the conversation's, as it stood before this message.
            channel: `web` or `sms`.
        """
        if state.get(PLANNED) and LIFELINE not in advice.messages[0]["text"]:
            advice = self._wording.after("planned_in_sight", advice, channel)
        told = told_of(text, state, channel)
        flag, before = self._flags[advice.topics[0]], self._flags.get(told.urgent)
        worst = self._follow_ups.worst(told) if flag.tier != "crisis" else None
        if before and worst:
            return Outcome(self._wording.reply([worst], channel)[0], {**urgent_state(state, before.id, text), GRAVE: before.id})
        if before and self._follow_ups.stays(flag, told):
            met = self._wording.reply(self._follow_ups.met([], told), channel)[0]
            return Outcome(met, urgent_state(state, before.id, text))
        if before is None or before.tier != "now" or before.id == flag.id or told.since >= NEAR:
            return Outcome(advice, {**self._as_told(state, flag, text, told), **({BESIDE: ""} if state.get(BESIDE) else {})})
        parts = [replace(self._advice(told), text=before.again), self._wording.advice(flag, channel, told.language)]
        lesser = flag.tier == "today"
        remembered = urgent_state(state, before.id if lesser else flag.id, text)
        return Outcome(self._wording.reply(parts, channel)[0], {**remembered, BESIDE: "" if lesser else before.id})

    def _as_told(self, state: dict[str, Any], flag: RedFlag, text: str, told: Told) -> dict[str, Any]:
        """The state with what is urgent now, at its worst where it is or was told so."""
        worst = self._grave(flag.id, text) or (told.grave and told.urgent == flag.id)
        return {**urgent_state(state, flag.id, text), GRAVE: flag.id if worst else ""}

    def is_over(self, text: str, state: Mapping[str, Any]) -> bool:
        """Whether words in which a danger may be heard only tell how the known one ended: the name of an illness is no sign."""
        known = str(state.get(URGENT) or state.get(SETTLED) or "")
        flag = self._flags.get(known)
        bodily = known != "" and (flag is None or (flag.restore and flag.tier != "crisis"))
        return bodily and ended(text, known) != "" and self._check(ILLNESS.sub(" it ", text)) is None

    def _after(self, parts: list[Part], told: Told, state: Mapping[str, Any]) -> tuple[list[Part], dict[str, Any]]:
        over = self.is_over(told.text, state)
        turned = self._follow_ups.turned(told, over)
        if turned:
            return turned
        alarms = [part.topics[0] for part in parts if part.kind == "emergency"]
        near = told.urgent != "" and told.since < (FAR if told.urgent in self._flags else _reach(told))
        if over and not told.urgent:
            rest = [part for part in parts if part.kind != "emergency"]
            return self._settling.over(ended(told.text, str(state[SETTLED])), rest, told).parts, remembered_as("", 0)
        if alarms and not (near and alarms[0] == UNNAMED):
            return [self._spoken(part, told) for part in parts if part.kind == "emergency"], remembered_as(alarms[0], 0)
        if not told.urgent:
            return self._helped(parts, told, state)
        end = self._settling.end(parts, told)
        if end:
            eased = told.urgent if any(part.label == RELIEVED for part in end.parts) else ""
            return end.parts, {**remembered_as("", 0, helped=int(end.help_comes)), EASED: eased}
        met = self._follow_ups.met(parts, told)
        if met:
            return met, remembered_as(told.urgent, told.since + 1)
        if alarms:  # what it is about is known already
            return [self._again(parts, told)], remembered_as(told.urgent, 0)
        parts = [self._as_it_may_be(part, told) for part in parts]
        if any(part.offer == HELP_ARRANGED for part in parts):
            settled = [replace(part, doubt=False) if part.offer == HELP_ARRANGED else part for part in parts]
            return settled, remembered_as("", 0, helped=1)
        return self._going_on(parts, told), remembered_as(told.urgent, told.since + 1)

    def _beside(self, parts: list[Part], told: Told, remembered: dict[str, Any], before: str) -> tuple[list[Part], str]:
        """The advice on a danger behind a word on the one it was told behind, as long as both are near."""
        flag = self._flags.get(before)
        if flag is None or remembered[URGENT] != told.urgent or remembered[SINCE] > NEAR:
            return parts, ""
        advised = [replace(part, text=f"{flag.again} {part.text}") if part.kind == "emergency" else part for part in parts]
        return advised, before

    def _with_the_form(self, parts: list[Part], channel: str) -> list[Part]:
        """That the request for a call which the danger broke off was not sent; who asks for a call begins anew anyway."""
        if any(part.kind == "handoff" for part in parts):
            return parts
        word = self._content.reply("callback_broken_off", channel)
        return [*parts[:-1], replace(parts[-1], text=f"{parts[-1].text} {word}")]

    def _as_it_may_be(self, part: Part, told: Told) -> Part:
        """What is only like good news, or like help that came, is nothing that anybody understood."""
        if part.offer != HELP_ARRANGED:
            return part
        holds = self._settling.may_be_good_news if part.label == RELIEVED else self._settling.may_be_arranged
        return part if holds(told) and not met_by(told.text, told.urgent) else replace(part, offer="", label="", kind="clarify")

    def _helped(self, parts: list[Part], told: Told, state: Mapping[str, Any]) -> tuple[list[Part], dict[str, Any]]:
        """Without an emergency; what is told of help that came is met as that, and not as a question nobody understood.

        `it's long ago`, where nothing was urgent, is what a patient tells of herself.
        """
        helped, eased = state.get(HELPED, 0), self._flags.get(state.get(EASED, ""))
        about_me = text_of(ABOUT_ME, self._content, told.channel)
        parts = [replace(part, text=about_me, offer="") if part.label == RELIEVED else part for part in parts]
        near = 0 < helped <= NEAR
        if near and eased and (returns(told.text) or self._follow_ups.of(replace(told, urgent=eased.id))):
            return [self._wording.advice(eased, told.channel, told.language)], {**remembered_as(eased.id, 0), EASED: ""}
        if near and (waits(told.text) or all(part.kind in UNHEARD or part.label in (ABOUT_ME, RELIEVED) for part in parts)):
            word = self._content.reply("eased_again" if eased else "helped_again", told.channel)
            parts = [Part(word, "smalltalk", ("smalltalk",))]
        return parts, remembered_as("", 0, helped=helped + 1 if near else 0)

    def _going_on(self, parts: list[Part], told: Told) -> list[Part]:
        if self._belongs(parts, told):
            return [self._again(parts, told)]
        quiet = [replace(part, offer="", choices=() if part.kind == "handoff" else part.choices) for part in parts]
        asked_to_book = any(part.kind == "handoff" for part in parts)
        return [self._advice(told), *quiet] if asked_to_book else self._reminding(quiet, told)

    def _belongs(self, parts: list[Part], told: Told) -> bool:
        """Whether what was said belongs to the danger: asked of help, told of its course, or nothing that speaks for itself.

        A visit is no answer to a danger that was named, but one that is booked may be called off.
        """
        named = told.urgent in self._flags
        if told.since < FAR and named and not any(part.kind == "handoff" and CHANGES.search(told.text) for part in parts):
            booking = not self._is_crisis(told.urgent) and any("booking" in part.topics for part in parts)
            assents = ASSENTS.fullmatch(told.text) is not None and not self._is_crisis(told.urgent)
            if booking or assents or met_by(told.text, told.urgent) or returns(told.text):
                return True
        told_only = all(part.kind in UNHEARD or part.label == ABOUT_ME for part in parts)
        near = told.since < (FAR if told_only and told.urgent != UNNAMED else _reach(told))
        return near and not all(self._speaks_for_itself(part, told) for part in parts)

    def _reminding(self, parts: list[Part], told: Told) -> list[Part]:
        """The answers behind a word that the danger comes first; without where it has no name or must draw no eye."""
        flag = self._flags.get(told.urgent)
        answers = any(part.kind in ANSWERING for part in parts)
        silent = told.since >= CRISIS_TOLD and (told.urgent == DESPAIR or (self._is_crisis(told.urgent) and told.since % 2))
        if not flag or not flag.restore or ((silent or told.since >= FAR) and not told.planned) or not answers:
            return parts
        word = self._said(f"still_urgent_first_{'crisis' if self._is_crisis(told.urgent) else 'help'}", told)
        return [replace(parts[0], text=flag.spoken(f"{word} {parts[0].text}", told.language)), *parts[1:]]

    def _is_crisis(self, urgent: str) -> bool:
        flag = self._flags.get(urgent)
        return flag is not None and flag.tier == "crisis"

    def _again(self, parts: list[Part], told: Told) -> Part:
        """In short what has to be done and why; who says thanks for it hears only that it matters.

        Who wrote in another language gets the sentence in it once more, and all the advice behind.
        """
        flag, advice = self._follow_ups.open_danger(told), self._advice(told)
        if flag and not flag.restore and not told.language:
            return replace(advice, text=flag.again)
        met = met_by(told.text, told.urgent)
        if flag and not self._is_crisis(told.urgent) and all(part.label in THANKS for part in parts):
            return replace(advice, text=flag.spoken(self._said("still_urgent_thanks", told), told.language))
        if told.language or worsens(told.text, told.urgent) or (returns(told.text) and not met):
            return advice
        if flag is None:
            return replace(advice, text=self._said("still_urgent_unnamed", told, "if_misread"))
        if self._is_crisis(told.urgent):
            return replace(advice, text=f"{self._said(met, told)} {flag.again}" if met else self._crisis(flag.again, told))
        misread = told.since and not met and astray(parts, told.text)  # who is in danger is shown no way out at once
        way_out = self._said("if_misread", told) if misread else ""
        return replace(advice, text=f"{self._said(opening(parts, told, self._content), told)} {flag.again} {way_out}".strip())

    def _crisis(self, again: str, told: Told) -> str:
        """Who was joking keeps the number in sight; the thanks for telling are said once."""
        if told.planned and takes_back(told.text):
            return f"{self._said('still_urgent_planned', told)} {again}"
        if joking(told.text) and not told.planned:
            return self._said("misread_crisis", told)
        return again if told.since else f"{self._said('still_urgent_crisis', told)} {again}"

    def _said(self, name: str, told: Told, *more: str) -> str:
        return " ".join(self._content.reply(each, told.channel) for each in (name, *more))

    def _advice(self, told: Told) -> Part:
        flag = self._follow_ups.open_danger(told)
        if flag:
            return self._wording.advice(flag, told.channel, told.language)
        unnamed = Part(text_of(UNNAMED, self._content, told.channel), "emergency", (told.urgent,), confidence=1.0)
        return self._spoken(unnamed, told)

    def _spoken(self, part: Part, told: Told) -> Part:
        """What has no name, behind a sentence in the patient's language."""
        sentence = self._sentences.get(told.language)
        return replace(part, text=f"{sentence} {part.text}") if sentence else part

    def _speaks_for_itself(self, part: Part, told: Told) -> bool:
        """Whether it answers something else than the emergency; where nobody knows what that was, a courtesy is one."""
        flag = self._flags.get(told.urgent)
        if part.kind == "handoff" or part.offer not in ("", CONTACT, WHAT_YOU_KNOW):
            return True
        if flag and not flag.restore:  # the less is said of it the better
            elsewhere = at_another_door({topic.split("/")[-1] for topic in part.topics}, told.text)
            return part.kind in ANSWERING and part.confidence >= LIKELY and not elsewhere or part.label == GOODBYE
        if part.kind == "smalltalk":
            return part.beside or (flag is None and not guesses(told.text))
        if part.kind not in ANSWERING or part.confidence < (LIKELY if told.since else PLAIN):
            return False
        return asks_of_something_else(part, told, self._content, of_the_body=told.urgent in (UNNAMED, DESPAIR))


def _reach(told: Told) -> int:
    """How many messages behind the advice this one still belongs to it: `im sleepy` does for longer, behind an overdose."""
    return FAR if worsens(told.text, told.urgent) else NEAR
