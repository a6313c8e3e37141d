"""What a message is answered, before anything of it is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.brain import Asked, Brain, BrainDown
from bot.content import Content
from bot.conversation import (
    after_birth,
    alarm_answers,
    alarm_state,
    callback,
    disclosures,
    doctors_word,
    just_that,
    live_answer,
    not_english,
    offers,
    remarks,
    repeats,
    sms_reply,
    sympathy,
    unsaid,
)
from bot.conversation.callback import Form
from bot.conversation.form_state import broken_off, form_active
from bot.conversation.inbound import Inbound
from bot.conversation.memory import OFFERS
from bot.conversation.outcome import Outcome, staying
from bot.conversation.pregnancy import SPOKEN_OF, asked_of, is_pregnant, spoken_of
from bot.conversation.refusals import said_once
from bot.conversation.sympathy import KIN
from bot.conversation.watch import Watch
from bot.conversation.wording import LANGUAGE, Part, Reply, Wording
from bot.phrasebook.remark import REMARK
from bot.safety import Safety
from bot.safety.language import language_of
from bot.store import Snapshot

THANKFUL = frozenset("👍👌🙏❤♥💕💛💚💙💜 \ufe0f\u200d" + "".join(map(chr, range(0x1F3FB, 0x1F400))))
"""A message of these alone says thanks."""
THANKS = "thanks"
SOMEBODY_ELSE = re.compile(
    rf"\b(?:{KIN}|friend|boyfriend|girlfriend|coworker|colleague|boss|cousin|aunt|uncle|neighbou?r)\b", re.I
)
"""Not `she`, which may be the baby."""
PREGNANT = "im pregnant"
"""What one has told who is known to be."""


class Answering:
    """Red flags, the brain and the clinic's words; what was said before is told by a snapshot."""

    def __init__(self, content: Content, safety: Safety, brain: Brain, watch: Watch) -> None:
        self._content, self._safety, self._brain, self._watch = content, safety, brain, watch
        self._wording = Wording(content)
        self._alarm_answers = alarm_answers.AlarmAnswers(content, safety, self._wording)

    def emergency(self, text: str, channel: str) -> Reply | None:
        """The advice for a message that sounds like danger by itself. Needs nothing but memory."""
        flag = self._safety.check(text)
        if flag is None:
            return None
        advice = self._wording.advice(self._safety.as_told(flag, text), channel, language_of(text))
        return self._wording.reply([advice], channel)[0]

    def urgent(self, advice: Reply, said: Inbound, before: Snapshot) -> Outcome:
        """The advice as it goes out in this conversation, and what that is to remember."""
        return self._alarm_answers.urgent(advice, said.text, before.state, said.channel)

    def tells_the_end(self, said: Inbound, before: Snapshot) -> bool:
        """Whether words that sound like danger only tell how the one of this conversation ended."""
        return self._alarm_answers.is_over(said.text, before.state)

    def joined(self, said: Inbound, before: Snapshot, form: Form | None) -> Reply | None:
        """The advice for danger told in two messages, the last and this one, or by one who is known to be pregnant.

        Behind an emergency only for a danger of another kind that none of both tells by itself.
        """
        last = before.previous
        told = [last.text] if last else []
        if last and form and last.text == callback.DETAILS:
            told = [f"{form.values.get('callback_why', '')} . {form.said}"]
        known = [PREGNANT] if self._speaks_of_her_pregnancy(said.text, before.state) else []
        behind_advice = last is not None and last.kind == "emergency"
        answered = {before.state.get(alarm_state.URGENT), *map(self._heard, told)} if behind_advice else set()
        for earlier in (*told, *known):
            reply = self.emergency(f"{earlier} . {said.text}", said.channel)
            if reply and reply.topics[0] not in answered:
                return reply
        return None

    def _speaks_of_her_pregnancy(self, text: str, state: dict[str, Any]) -> bool:
        """Whether a pregnancy told before counts for what is said now: not of relatives, nor where an alarm was just settled."""
        settled = 0 < state.get(alarm_state.HELPED, 0) <= alarm_answers.NEAR
        return is_pregnant(state.get("events", ())) and not SOMEBODY_ELSE.search(text) and not settled

    def _heard(self, text: str) -> str:
        flag = self._safety.check(text)
        return flag.id if flag else ""

    async def answer(self, said: Inbound, before: Snapshot, form: Form | None) -> Outcome:
        """The reply, and what the conversation is to remember.

        Raises:
            UnknownChoice: the value was not offered.
        """
        choice = said.taken(before.choices) or offers.accepted(said.text, before.state)
        lapsed = form is None and form_active(before.state)
        stays = staying(before, form)
        rest = sms_reply.waiting(said.text, {sms_reply.REST: form.rest} if form else before.state)
        if rest:
            return replace(stays, reply=rest, parted=True)
        if said.text.strip() and THANKFUL.issuperset(said.text):
            said = replace(said, text=THANKS)
        if not any(character.isalnum() for character in said.text) and not choice:
            return self._nothing_said(said, before, stays)
        try:
            last = form.said if form else before.previous.text if before.previous and before.previous.kind != "emergency" else ""
            values = callback.told(form, before)
            answered = await self._brain.answer(
                Asked(said.text, said.channel, stays.state, choice, values, said.sender_number, last)
            )
        except BrainDown:
            self._watch.failure("brain")
            return self.unanswered(said, before, form)
        outcome = self._worded(said, before, answered)
        reply = self._wording.after("callback_lapsed", outcome.reply, said.channel) if lapsed else outcome.reply
        return replace(outcome, choice=choice, reply=reply)

    def unanswered(self, said: Inbound, before: Snapshot, form: Form | None) -> Outcome:
        """The clinic's number; in a form nobody can tell whether the message held some of its details: it counts as private."""
        name = "brain_down_urgent" if before.state.get(alarm_state.URGENT) else "brain_down"
        stays = staying(before, form)
        parts = [self._wording.fixed_part(name, "handoff", said.channel)]
        reply = self._by_itself(parts, said, before, before.state.get(alarm_state.URGENT, ""))
        return replace(stays, reply=reply, private=form_active(stays.state))

    def _nothing_said(self, said: Inbound, before: Snapshot, stays: Outcome) -> Outcome:
        part = self._wording.fixed_part("text_only" if said.attachments else "nothing_said", "clarify", said.channel)
        parts, remembered = self._alarm_answers.after([part], said.text, before.state, said.channel)
        reply = self._by_itself(parts, said, before, remembered[alarm_state.URGENT])
        return replace(stays, reply=reply, state={**stays.state, **remembered})

    def _by_itself(self, parts: list[Part], said: Inbound, before: Snapshot, urgent: str) -> Reply:
        """What the edge says without the brain."""
        measured, _ = self._in_measure(parts, before, urgent)
        return self._wording.reply(measured, said.channel)[0]

    def _in_measure(self, parts: list[Part], before: Snapshot, urgent: str) -> tuple[list[Part], bool]:
        previous = before.previous.kind if before.previous else ""
        return offers.in_measure(parts, before.state.get(offers.OFFERED, False), previous, bool(urgent))

    def _worded(self, said: Inbound, before: Snapshot, answered: dict[str, Any]) -> Outcome:
        """The brain's answer as it may go out, with what the conversation is to remember of it."""
        understood = [Part(**each) for each in answered["messages"]]
        if not after_birth.told(said.text, before.state):
            understood = [asked_of(part, said.text, before.state) for part in understood]
        understood = doctors_word.without_booking(understood, said.text)
        worded = live_answer.of_today(understood, self._content, said.channel)
        worded = after_birth.answered(worded, said.text, before.state, self._content, said.channel)
        worded = not_english.answered(worded, said.text, before.state, self._content, said.channel)
        told = self._doubted(worded, said)
        parts, remembered = self._alarm_answers.after(told, said.text, before.state, said.channel)
        wishes = (OFFERS[part.offer] for part in told if part.offer in OFFERS)
        wish = "" if all(part.kind == "emergency" for part in parts) else next(wishes, "")
        urgent = remembered[alarm_state.URGENT]
        if not self._near_an_alarm(urgent, before) and not form_active(answered["state"]):
            parts = remarks.met(parts, said.text, before, self._content, said.channel)
        state, form = answered["state"], answered["form"]
        danger = urgent or (before.state.get(alarm_state.URGENT) and remembered[alarm_state.HELPED])
        if danger and form_active(state):  # first the danger, then the telephone
            parts, state, form = parts[:1], broken_off(state), {}
        remembered |= repeats.remembered(parts, before.state) | callback.asked_here(parts, before)
        remembered[SPOKEN_OF] = spoken_of(said.text, before.state)
        remembered[after_birth.AFTER_BIRTH] = after_birth.told(said.text, before.state)
        remembered |= callback.sent_here(state, form, before) | not_english.remembered(parts, before.state)
        if not urgent:
            parts, softened = self._softened(parts, said, before)
            remembered |= softened
        parts, offered = self._in_measure(said_once(parts), before, urgent)
        reply, choices = self._wording.reply(parts, said.channel)
        state = {**state, **remembered, offers.OFFERED: offered}
        return Outcome(reply, state, choices, form=form, private=answered["private"], wish=wish)

    def _near_an_alarm(self, urgent: str, before: Snapshot) -> bool:
        """Whether an emergency is open or was settled a moment ago: what it leaves to say comes before a word of its own."""
        settled = before.state.get(alarm_state.URGENT) or 0 < before.state.get(alarm_state.HELPED, 0) <= alarm_answers.NEAR
        return bool(urgent or settled)

    def _softened(self, parts: list[Part], said: Inbound, before: Snapshot) -> tuple[list[Part], dict[str, Any]]:
        """The parts as one who listens says them, and what the conversation is to remember of that."""
        if any(LANGUAGE.fullmatch(part.label) or part.label.startswith(REMARK) for part in parts):
            return parts, {sympathy.SORRY: list(before.state.get(sympathy.SORRY, ()))}
        only, remembered = just_that.said(parts, said.text, before.state, self._content, said.channel)
        if not remembered:
            only = self._answered(parts, said, before)
        only, against = doctors_word.heeded(only, said.text, before.state, self._content, said.channel)
        parts, sorry = sympathy.with_sympathy(only, said.text, before.state, self._content, said.channel)
        return parts, {**remembered, **against, sympathy.SORRY: sorry}

    def _answered(self, parts: list[Part], said: Inbound, before: Snapshot) -> list[Part]:
        """Whole answers, with what they don't hold, and in fewer words where they were given just now."""
        same_words = before.previous is not None and before.previous.text.casefold() == said.text.casefold()
        parts = disclosures.met(parts, said.text, before.state, self._content, said.channel)
        parts = unsaid.owned_up(parts, said.text, self._content, said.channel)
        if not same_words:  # who sends a question again wants its answer again
            parts = repeats.not_again(parts, said.text, before.state, self._content, said.channel)
        return parts

    def _doubted(self, parts: list[Part], said: Inbound) -> list[Part]:
        """The parts, the last in doubt with a word on when to call where the patterns leave one; never said twice."""
        flag = self._safety.doubtful(said.text)
        if flag is None:
            return parts
        unsure = max((index for index, part in enumerate(parts) if part.doubt), default=len(parts) - 1)
        part = replace(parts[unsure], doubt=True, when=flag.word_in_doubt(said.channel))
        return [*parts[:unsure], part, *parts[unsure + 1 :]]
