"""A call-back request from the first word to the commit, over the shipped brain and real hands."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.memory import Days
from bot.conversation.wording import Reply
from bot.run.processes import free_port
from bot.store.outbox import Outbox
from bot.turn import FrontDesk
from tests.callback_talk import PHONE, SAVED, TOLD, press, requests, said, talk
from tests.hands import WRONG, Hands, wrong_hands
from tests.turns import CHAT, KEYS, inbound, take

SHARED = "the questions you asked here"


def test_from_question_to_confirmed_request(desk: FrontDesk, hands: Hands) -> None:
    """Several details at once, a question in the middle, consent, a summary; then request and notice are there."""
    talk(desk, "is it safe at 30 weeks", "can someone call me back")
    assert "add a word about why" in said(take(desk, TOLD[0]))
    between = take(desk, "how long do the needles stay in?")
    assert (between.topics, "add a word about why" in said(between)) == (["session_length", "handoff"], True)
    summary = talk(desk, "no thanks", "yes")
    assert all(told in said(summary) for told in ("Jen", PHONE, "tomorrow after 5"))
    assert requests(desk) == []

    done = take(desk, "yes")

    questions = ["is it safe at 30 weeks", "how long do the needles stay in?"]
    wanted = {"name": "Jen", "phone": PHONE, "time": "tomorrow after 5", "reason": "", "questions": questions}
    assert (done.kind, SAVED in said(done), requests(desk)) == ("handoff", True, [wanted])
    assert Outbox(desk.store.engine).waiting() == 1


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_the_patient_reads_how_long_the_operator_keeps_it(desk: FrontDesk, hands: Hands, channel: str) -> None:
    """The setting, not the fact's figure, and also after the content was changed."""
    chosen = FrontDesk(desk.content, desk._safety, desk.store, desk.brain, *KEYS, Days(callbacks=45))
    chosen.use(desk.content)

    told = said(take(chosen, "call me back", channel=channel))

    assert ("45 days" in told, "180" in told) == (True, False)


def test_the_patient_may_keep_their_questions(desk: FrontDesk, hands: Hands) -> None:
    """Without consent nothing of the chat goes along; in a chat without questions nobody asks for it."""
    talk(desk, "is it safe at 30 weeks", "call me back", *TOLD, "no", "yes")
    alone = talk(desk, "call me back", *TOLD, chat="web_two")

    assert [found["questions"] for found in requests(desk)] == [[]]
    assert "Is that right?" in said(alone)


def test_who_asked_for_a_person_only_is_not_asked_what_to_share(desk: FrontDesk, hands: Hands) -> None:
    """A greeting and a wish are no questions; after one that is, consent is asked for."""
    alone = talk(desk, "hello", "let me talk to a person", "yes", *TOLD)
    asked = talk(desk, "hello", "how long is a session", "call me back", *TOLD, chat="web_two")

    assert ("May I pass on" in said(alone), "May I pass on" in said(asked)) == (False, True)


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_a_question_in_the_middle_needs_consent_too(desk: FrontDesk, hands: Hands, channel: str) -> None:
    """A chat that begins with the request and asks something on the way is asked whether that may go along."""
    asking = talk(
        desk, "call me back", "its dana", "is it safe in pregnancy", "484 555 0123", "after 5", "hip pain", channel=channel
    )
    talk(desk, "yes", "yes", channel=channel)

    assert "May I pass on the questions" in said(asking)
    assert [found["questions"] for found in requests(desk)] == [["is it safe in pregnancy"]]


@pytest.mark.parametrize("channel", ["web", "sms"])
def test_consent_is_shown_and_can_be_taken_back(desk: FrontDesk, hands: Hands, channel: str) -> None:
    """The summary says that the questions go along; told not to, it no longer does, and they don't."""
    summary = talk(desk, "is it safe at 30 weeks", "call me back", *TOLD, "yes", channel=channel)
    changed = take(desk, "don't share my questions", channel=channel)
    done = take(desk, "yes", channel=channel)

    assert [SHARED in said(each) for each in (summary, changed)] == [True, False]
    assert ("Is that right?" in said(changed), SAVED in said(done)) == (True, True)
    assert [found["questions"] for found in requests(desk)] == [[]]


def test_a_person_please_leads_there_by_a_button(desk: FrontDesk, hands: Hands) -> None:
    """It says what it is, names the number and offers the call; the button begins it, buttons end it."""
    offered = take(desk, "a person, please")
    assert all(each in said(offered) for each in ("automated assistant", "484.222.0854"))
    talk_of = press(desk, offered, 0)
    assert "What name" in said(talk_of)

    summary = press(desk, talk(desk, TOLD[0]), 0)
    summary = press(desk, summary, 1) if "May I pass on" in said(summary) else summary

    assert SAVED in said(press(desk, summary, 0))


def test_wrong_number(desk: FrontDesk, hands: Hands) -> None:
    """What was mistyped is asked again, there and at the summary."""
    assert "What number" in said(talk(desk, "call me back", "jen, 484 555 0199", "wait wrong number"))
    assert "When is" in said(take(desk, "484 555 0123"))
    summary = talk(desk, "noon", "skip")
    assert PHONE in said(summary)
    assert "What number" in said(take(desk, "no, change the number"))
    assert "(610) 555-0100" in said(take(desk, "610 555 0100"))
    assert SAVED in said(take(desk, "yes"))
    assert [found["phone"] for found in requests(desk)] == ["(610) 555-0100"]


def test_never_mind(desk: FrontDesk, hands: Hands) -> None:
    """Stopped, nothing of it is kept, and the next question is an ordinary one."""
    stopped = talk(desk, "call me back", "jen", "never mind")

    assert "dropped" in said(stopped)
    assert desk.store.before_turn(CHAT, "").pending == ""
    assert take(desk, "where is the clinic located").topics == ["location"]
    assert requests(desk) == []


def test_danger_drops_the_form(desk: FrontDesk, hands: Hands) -> None:
    """The advice stands alone; until help is arranged asking to be called brings it back, and then it begins anew."""
    urgent = talk(desk, "call me back", "jen", "i have chest pain")
    assert (urgent.kind, desk.store.before_turn(CHAT, "").pending) == ("emergency", "")
    assert take(desk, "call me back").kind == "emergency"
    take(desk, "i called 911")

    assert "What name" in said(take(desk, "call me back"))


def test_the_senders_number_is_offered_by_text_message(desk: FrontDesk, hands: Hands) -> None:
    """SAME is enough, and the number is kept only in the request."""
    texts = {"channel": "sms", "chat": "sms_one"}
    assert "SAME" in said(talk(desk, "call me back", "jen", **texts))
    same = inbound("same", **texts)
    asyncio.run(desk.take(replace(same, sender_number="+14845550123")))
    done = talk(desk, "tmrw after 5", "skip", "yes", **texts)

    assert SAVED in said(done)
    assert [found["phone"] for found in requests(desk)] == [PHONE]


def test_a_summary_asked_for_again_is_the_same(desk: FrontDesk, hands: Hands) -> None:
    """What is stored is covered, yet the client that sends an id again gets the reply it missed."""
    talk(desk, "call me back", TOLD[0])
    summary = take(desk, "skip", "m9")

    assert take(desk, "skip", "m9") == Reply(summary.messages, summary.kind, summary.confidence)
    assert "[phone]" in desk.store.history(CHAT)[-1].messages[0]["text"]


def test_a_form_that_waited_too_long_is_over(desk: FrontDesk, hands: Hands) -> None:
    """After its half hour nothing of it is left, and the patient is told."""
    talk(desk, "call me back", "jen")
    with closing(sqlite3.connect(desk.store.engine.url.database or "", isolation_level=None)) as other:
        other.execute("DELETE FROM pending")

    after = take(desk, "where is the clinic located")

    assert (after.topics, "waited too long" in said(after)) == (["location"], True)
    assert "What name" not in said(after)


def test_a_confirmation_that_can_not_be_kept_is_not_given(desk: FrontDesk, hands: Hands, tmp_path: Path) -> None:
    """With the database locked the patient hears that nothing is saved, and the number; afterwards the same yes works."""
    talk(desk, "call me back", *TOLD)
    with closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        during = take(desk, "yes", "m9")

    assert (SAVED in said(during), "484.222.0854" in said(during), requests(desk)) == (False, True, [])
    assert SAVED in said(take(desk, "yes", "m9"))
    assert len(requests(desk)) == 1


def test_without_hands_the_number_is_given_and_questions_are_answered(desk: FrontDesk, brain: Any) -> None:
    """The call-back is declined kindly, a question in the middle of it is answered, and later ones are as ever."""
    closed = Hands(free_port(), Path())
    closed.held_by(brain)
    declined = take(desk, "call me back")
    answered = take(desk, "where is the clinic located")

    assert declined.kind == "handoff"
    assert [told for told in ("can't take a call-back", "484.222.0854") if told not in said(declined)] == []
    assert answered.topics == ["location"]
    assert not desk.store.before_turn(CHAT, "").pending


@pytest.mark.parametrize("kind", WRONG)
def test_hands_that_answer_wrong_cost_nothing_but_the_form(desk: FrontDesk, brain: Any, kind: str) -> None:
    """As with hands that are gone: the call-back is declined with the clinic's number, and questions are answered."""
    with wrong_hands(kind) as wrong:
        wrong.held_by(brain)
        declined, answered = take(desk, "call me back"), take(desk, "where is the clinic located")

    assert (declined.kind, "484.222.0854" in said(declined)) == ("handoff", True)
    assert ("can't take a call-back" in said(declined), answered.topics) == (True, ["location"])


def test_hands_that_go_in_the_middle_and_come_back(desk: FrontDesk, hands: Hands, brain: Any) -> None:
    """The form is dropped with an honest word, the question in it answered; once they are back it begins anew."""
    talk(desk, "call me back", "jen")
    Hands(free_port(), Path()).held_by(brain)
    during = take(desk, "how long do the needles stay in?")
    hands.held_by(brain)

    assert (during.topics, "nothing of it was saved" in said(during)) == (["session_length", "handoff"], True)
    assert "What name" in said(take(desk, "call me back"))


def test_the_state_between_turns_is_what_it_says(desk: FrontDesk, hands: Hands) -> None:
    """No slot of the form and no text of a message is in the state."""
    talk(desk, "is it safe at 30 weeks", "call me back", *TOLD)
    state = desk.store.before_turn(CHAT, "").state
    slots = {event["name"] for event in state["events"] if event["event"] == "slot"}

    assert {name for name in slots if name.startswith("callback")} == set()
    assert "is it safe at 30 weeks" not in json.dumps(state)


@pytest.mark.parametrize("text", ["oh can u change it to 6", "wrong number sorry", "wait make it tuesday"])
def test_a_change_behind_the_request_is_told_how(desk: FrontDesk, hands: Hands, text: str) -> None:
    """What is with the clinic can't be changed from here, and the patient hears what to do; the request stays as it was."""
    talk(desk, "call me back", *TOLD)
    assert SAVED in said(take(desk, "yes"))

    assert "can't change it from here" in said(take(desk, text))
    assert [each["time"] for each in requests(desk)] == ["tomorrow after 5"]


def test_what_is_asked_behind_the_request_is_answered(desk: FrontDesk, hands: Hands) -> None:
    """Another question, also one with `different` and `time` in it, is no change."""
    talk(desk, "call me back", *TOLD, "yes")

    assert "can't change it" not in said(take(desk, "is it normal to feel different the first time"))
    assert "can't change it" not in said(take(desk, "oh can u change it to 6")), "only right behind the request"
