"""A day at the clinic, made up by hypothesis: patients at two edges over one database, staff, restarts, commits that are cut."""

from __future__ import annotations

import asyncio
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import event, select
from sqlalchemy.engine import Connection, Engine

from bot import content
from bot.conversation.inbound import Inbound
from bot.conversation.wording import Reply
from bot.store import StoreDown, callbacks, tables
from bot.store.transactions import reading
from bot.turn import FrontDesk

SAVED = "We have it"
TOPIC = "faq/session_length"
EDITION = re.compile(r"Edition (\d+)")
QUESTIONS = ("how long do the needles stay in", "is it safe at 30 weeks", "how much is it", "where are you", "I have chest pain")
MARKS = ("blorfin", "quazzle", "wibnok", "frendu")
"""One word of each patient's own, by which their text is told in what others are shown."""
NAMES = ("Marisol", "Beatrix", "Tobias", "Ingrid")
CHANNELS = ("web", "sms", "web", "sms")
patients, desks = st.integers(0, len(MARKS) - 1), st.integers(0, 1)
questions = st.sampled_from(QUESTIONS)
numbers = count(1)
MOST_PUBLISHED = 1
"""In a day: loading a model takes seconds."""


@dataclass
class Patient:
    """What one patient said, was told, and may expect to be kept."""

    number: int
    chat: str
    answered: dict[str, Reply] = field(default_factory=dict)
    """By message id, since the last erasure."""
    confirmed: int = 0
    told: int = 0
    """How far the call-back is: the next line of `lines`."""

    @property
    def channel(self) -> str:
        return CHANNELS[self.number]

    @property
    def own(self) -> tuple[str, ...]:
        """Words that nobody else may see."""
        return MARKS[self.number], NAMES[self.number], f"555-010{self.number}"

    @property
    def lines(self) -> tuple[str, ...]:
        """A call-back from the first word to the last."""
        details = f"{NAMES[self.number]}, 484 555 010{self.number}, tmrw after 5"
        return "call me back", details, f"about my {MARKS[self.number]}", "yes", "yes"

    def says(self, text: str, message_id: str = "") -> Inbound:
        """A message, new unless its id is given."""
        return Inbound(self.chat, self.channel, message_id or f"m{next(numbers)}", text)


class ClinicDay(RuleBasedStateMachine):
    """The rules are what may happen in any order; the invariants must hold after each."""

    desks: ClassVar[list[FrontDesk]]
    opened: ClassVar[Callable[[], FrontDesk]]
    """A new edge over the same database."""
    published: ClassVar[Callable[[], None]]
    """Makes another model the one that answers."""
    known: ClassVar[content.Content]
    happened: ClassVar[Counter[str]]
    """How often what the invariants are about came to pass: a day on which nothing happened proves nothing."""

    def __init__(self) -> None:
        super().__init__()
        day = next(numbers)
        self.patients = [Patient(number, f"{CHANNELS[number]}_{day}_{number}") for number in range(len(MARKS))]
        self.editions = [0, 0]
        self.published_today = 0
        self.texts: dict[str, str] = {}
        for desk in self.desks:
            desk.use(self.known)

    @rule(patient=patients, desk=desks, question=questions)
    def ask(self, patient: int, desk: int, question: str) -> None:
        """A question at one of the edges."""
        asks = self.patients[patient]
        self.take((desk, asks.says(f"{question} {asks.own[0]}")))

    @rule(patient=patients, desk=desks, which=st.integers(0, 1000))
    def send_again(self, patient: int, desk: int, which: int) -> None:
        """A message under an id that was answered before."""
        asks = self.patients[patient]
        if asks.answered:
            message_id = list(asks.answered)[which % len(asks.answered)]
            self.take((desk, replace(asks.says(self.texts[message_id]), message_id=message_id)))

    @rule(patient=patients, question=questions)
    def one_message_at_both(self, patient: int, question: str) -> None:
        """A provider, or a widget, that doesn't wait for the first answer."""
        message = self.patients[patient].says(question)
        self.take((0, message), (1, message))

    @rule(patient=patients, first=questions, second=questions)
    def two_messages_at_once(self, patient: int, first: str, second: str) -> None:
        """One patient, two edges, one moment."""
        asks = self.patients[patient]
        self.take((0, asks.says(first)), (1, asks.says(second)))

    @rule(question=questions)
    def everybody_at_once(self, question: str) -> None:
        """All patients in the same moment, at either edge."""
        self.take(*((each.number % 2, each.says(f"{question} {each.own[0]}")) for each in self.patients))

    @rule(patient=patients, desk=desks)
    def go_on_with_a_callback(self, patient: int, desk: int) -> None:
        """The next line of the form, whatever came between."""
        asks = self.patients[patient]
        self.take((desk, asks.says(self.next_line(asks))))

    @rule(patient=patients, twice=st.booleans())
    def make_a_callback(self, patient: int, twice: bool) -> None:
        """From the next line to the end, at either edge in turn, or each line at both at once."""
        asks = self.patients[patient]
        for _ in range(len(asks.lines) - asks.told % len(asks.lines)):
            message = asks.says(self.next_line(asks))
            self.take(*([(0, message), (1, message)] if twice else [(asks.told % 2, message)]))

    @rule(patient=patients, desk=desks, question=st.sampled_from(("", *QUESTIONS)), after=st.booleans())
    def cut(self, patient: int, desk: int, question: str, after: bool) -> None:
        """The database is lost just before or just after a commit; the patient sends again."""
        asks = self.patients[patient]
        message = asks.says(question or self.next_line(asks))
        with commit_cut(self.desks[desk].store.engine, after) as cut:
            try:
                first = asyncio.run(self.desks[desk].take(message))
            except StoreDown:
                assert asks.channel == "sms"
            else:
                assert first.messages
                assert SAVED not in said(first), "promised what could not be known to be kept"
        self.happened["cut after" if after else "cut before"] += len(cut)
        self.take((desk, message))

    @rule(desk=desks)
    def edit(self, desk: int) -> None:
        """Staff change a wording; one edge hears of it before the other."""
        self.editions[desk] = next(numbers)
        self.desks[desk].use(edited(self.known, self.editions[desk]))

    @rule(desk=desks)
    def restart(self, desk: int) -> None:
        """An edge is killed and started again: what it had in memory is gone, and it answers in the content as it stands now."""
        self.desks[desk].store.close()
        self.desks[desk] = type(self).opened()
        self.desks[desk].use(edited(self.known, self.editions[desk]) if self.editions[desk] else self.known)
        self.happened["restarted"] += 1

    @precondition(lambda self: self.published_today < MOST_PUBLISHED)
    @rule()
    def publish(self) -> None:
        """Another release goes live on the brain that both edges ask, in the middle of conversations and forms."""
        type(self).published()
        self.published_today += 1
        self.happened["published"] += 1

    @rule(patient=patients, desk=desks, withdraw=st.booleans())
    def erase(self, patient: int, desk: int, withdraw: bool) -> None:
        """A patient wishes to be forgotten."""
        asks = self.patients[patient]
        self.desks[desk].memory.erase(asks.chat, withdraw)
        asks.answered, asks.told = {}, 0
        if withdraw:  # a withdrawn request no longer says whose it was
            self.happened["withdrawn"] += asks.confirmed
            asks.confirmed = 0

    def next_line(self, asks: Patient) -> str:
        """What the patient says next in the call-back form."""
        asks.told += 1
        return asks.lines[(asks.told - 1) % len(asks.lines)]

    def take(self, *messages: tuple[int, Inbound]) -> None:
        """Each message at its edge, all in the same moment; every one is answered."""

        async def together() -> list[Reply]:
            replies = await asyncio.gather(*(self.desks[desk].take(message) for desk, message in messages))
            for desk in self.desks:  # advice goes out before it is kept where that takes long
                await desk.finish(60)
            return replies

        editions = {self.editions[desk] for desk, _ in messages}
        for (_, message), reply in zip(messages, asyncio.run(together())):
            self.note(message, reply, editions)

    def note(self, message: Inbound, reply: Reply, editions: set[int]) -> None:
        """What was answered must be the patient's own, in today's words, and the same whenever it is asked for again."""
        asks = next(each for each in self.patients if each.chat == message.conversation_id)
        assert reply.messages
        assert all(each["text"] for each in reply.messages)
        self.texts[message.message_id] = message.text
        before = asks.answered.get(message.message_id)
        if before:
            kept = [turn.messages for turn in self.history(asks) if turn.message_id == message.message_id]
            assert reply.messages in (before.messages, *kept)
            self.happened["sent again"] += 1
            return
        assert {int(each) for each in EDITION.findall(said(reply))} <= editions
        asks.answered[message.message_id] = reply
        asks.confirmed += SAVED in said(reply)
        self.happened["confirmed"] += SAVED in said(reply)
        self.happened["in new words"] += bool(EDITION.search(said(reply)))

    def history(self, asks: Patient) -> list[Any]:
        return self.desks[0].store.history(asks.chat)

    @invariant()
    def every_message_is_answered_once(self) -> None:
        """The store holds one turn for each message since the last erasure."""
        for each in self.patients:
            assert sorted(turn.message_id for turn in self.history(each)) == sorted(each.answered)

    @invariant()
    def every_confirmed_callback_is_stored_once(self) -> None:
        """As many requests as were confirmed and not withdrawn since, and a notice to the clinic for each."""
        with reading(self.desks[0].store.engine) as connection:
            found = list(connection.execute(select(tables.callbacks)))
            notices = list(connection.execute(select(tables.outbox.c.key)).scalars())
        assert sum(row.status == callbacks.WITHDRAWN for row in found) == self.happened["withdrawn"]
        for each in self.patients:
            own = [row for row in found if row.conversation_id == each.chat]
            assert len(own) == each.confirmed
            assert [notices.count(row.key) for row in own if row.status == callbacks.NEW] == [1] * sum(
                row.status == callbacks.NEW for row in own
            )

    @invariant()
    def nobody_sees_another(self) -> None:
        """Neither in a reply, nor in a history, nor in what a conversation goes on from is a word of another patient."""
        for each in self.patients:
            foreign = [word.lower() for other in self.patients if other is not each for word in other.own]
            snapshot = self.desks[0].store.before_turn(each.chat, "")
            shown = [said(reply) for reply in each.answered.values()]
            shown += [f"{turn.text} {json.dumps(turn.messages)}" for turn in self.history(each)]
            text = " ".join([*shown, json.dumps(snapshot.state), json.dumps(snapshot.choices)]).lower()
            assert [word for word in foreign if word in text] == []


def said(reply: Reply) -> str:
    """The words of a reply."""
    return " ".join(str(message["text"]) for message in reply.messages)


def edited(known: content.Content, edition: int) -> content.Content:
    """The content with one answer in other words."""
    topic = known.topics[TOPIC]
    responses = tuple(replace(each, text=f"Edition {edition}. {each.text}") for each in topic.responses)
    return replace(known, topics={**known.topics, TOPIC: replace(topic, responses=responses)})


@contextmanager
def commit_cut(engine: Engine, after: bool) -> Iterator[list[bool]]:
    """The next commit that writes loses its connection: before the database heard of it, or before we heard of the commit.

    Yields:
        a list that is no longer empty once it happened.
    """
    cut: list[bool] = []

    def lose(connection: Connection) -> None:
        if cut or not connection.get_execution_options().get("writes"):
            return
        cut.append(True)
        driver = connection.connection.dbapi_connection
        if after:
            driver.commit()
        driver.close()

    event.listen(engine, "commit", lose)
    try:
        yield cut
    finally:
        event.remove(engine, "commit", lose)
