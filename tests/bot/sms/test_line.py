"""Opt-outs, limits and sessions of a text line, on both databases; the brain is away and its answers don't matter here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import update

from bot import content
from bot.content.sms_text import length
from bot.sms.provider import InboundText
from bot.store import StoreDown
from bot.store.tables import conversations
from tests.bot.sms.conftest import Caller
from tests.phone import sid
from tests.stored import forget

URGENT = "I have chest pain"
QUESTION = "where are you"
MakeCaller = Callable[..., Caller]


@pytest.mark.parametrize("word", ["STOP", " cancel "])
def test_a_stop_word_is_noted_and_the_carrier_confirms(caller: Caller, word: str) -> None:
    """The words of the carriers bring no text of ours, then or later, and are kept with when and how."""
    assert [caller.text(text) for text in (word, QUESTION, "please stop texting me", "HELP")] == [""] * 4
    assert caller.notes()[0] == ("out", "word", word.strip().upper())


@pytest.mark.parametrize(("kind", "noted"), [("STOP", "out"), ("START", "in"), ("HELP", None)])
def test_the_carriers_own_list_has_the_last_word(caller: Caller, kind: str, noted: str | None) -> None:
    """What the carrier has taken for an opt-out is one, whatever the words are; it answers by itself."""
    assert caller.text("alto ahí" if kind == "STOP" else "hola", opt_out=kind) == ""
    assert [(what, how) for what, how, _ in caller.notes()] == ([(noted, "carrier")] if noted else [])


@pytest.mark.parametrize("word", ["HELP", "info"])
def test_help_is_the_carriers(caller: Caller, word: str) -> None:
    """The carrier answers HELP; nothing is noted and questions are answered as before."""
    assert (caller.text(word), caller.notes()) == ("", [])
    assert caller.text(QUESTION) != ""


@pytest.mark.parametrize("word", ["START", "unstop"])
def test_start_begins_again(caller: Caller, word: str) -> None:
    """Whoever wants texts again says so with the carriers' words, and staff can see all of it."""
    texts = [caller.text(text) for text in ("STOP", QUESTION, word, QUESTION)]

    assert [bool(text) for text in texts] == [False, False, False, True]
    assert [what for what, _, _ in caller.notes()] == ["out", "in"]


@pytest.mark.parametrize("wish", ["please stop texting me", "no more messages", "déjame en paz", "Stop."])
def test_other_wording_gets_one_confirmation_then_silence(caller: Caller, known: content.Content, wish: str) -> None:
    """One text says that it is over; the message sent again gets that same text, anything new gets none."""
    first = caller.text(wish, "SM1")

    assert first == known.reply("opted_out", "sms")
    assert [caller.text(wish, "SM1"), caller.text(wish), caller.text(QUESTION), caller.text("STOP")] == [first, "", "", ""]
    assert [(what, how) for what, how, _ in caller.notes()][0] == ("out", "wording")


def test_each_opt_out_is_confirmed_anew(caller: Caller) -> None:
    """Out, in and out again: the second wish is confirmed as the first was, a third one in a row isn't."""
    texts = [caller.text(text) for text in ("stop texting me", "START", "stop texting me", "stop texting me")]

    assert [bool(text) for text in texts] == [True, False, True, False]


def test_wishes_at_once_get_one_confirmation(caller: Caller) -> None:
    """Five messages at the same moment that all ask for silence bring one text."""

    async def at_once() -> list[str]:
        wishes = [InboundText(sid(), caller.number, "please stop texting me") for _ in range(5)]
        return list(await asyncio.gather(*(caller.line.answer(wish) for wish in wishes)))

    assert sorted(bool(text) for text in asyncio.run(at_once())) == [False] * 4 + [True]


def test_an_opt_out_is_one_numbers_alone(make_caller: MakeCaller) -> None:
    """Another patient's texts go on."""
    make_caller().text("STOP")

    assert make_caller("+16105550124").text(QUESTION) != ""


def test_advice_is_tried_once_for_whoever_opted_out(caller: Caller, flags: Any) -> None:
    """In an emergency the advice goes out whole, its message is answered with it whenever it comes, and that is written down."""
    caller.text("STOP")

    texts = [caller.text(URGENT, "SM1"), caller.text(URGENT, "SM1"), caller.text(QUESTION)]

    assert texts == [flags.check(URGENT).advice("sms")] * 2 + [""]
    assert [what for what, _, _ in caller.notes()] == ["out", "emergency"]


def test_danger_in_an_opt_out_is_heard_and_so_is_the_wish(caller: Caller, flags: Any) -> None:
    """The advice comes instead of the confirmation, and then there is silence."""
    text = "stop texting me I have chest pain"

    assert caller.text(text) == flags.check(URGENT).advice("sms")
    assert (caller.text(QUESTION), caller.notes()[0][:2]) == ("", ("out", "wording"))


def test_advice_is_first_whole_and_alone(caller: Caller, flags: Any, known: content.Content) -> None:
    """In a first contact the advice is all there is; the introduction comes with the first answer after it."""
    urgent, then, later = caller.text(URGENT), caller.text(QUESTION), caller.text(QUESTION)

    assert urgent == flags.check(URGENT).advice("sms")
    assert then == f"{known.reply('first_contact', 'sms')}\n{later}"


def test_past_its_hour_a_number_hears_so_once(make_caller: MakeCaller, known: content.Content, flags: Any) -> None:
    """Over the limit comes one polite notice, then silence; what was answered stays so, an emergency never waits."""
    caller = make_caller(sms_messages_per_hour=2)
    first, _ = caller.text(QUESTION, "SM1"), caller.text(QUESTION)

    texts = [caller.text(QUESTION, message_id) for message_id in ("SM3", "SM3", "SM4", "SM1")]

    notice = known.reply("enough_for_now", "sms")
    assert texts == [notice, notice, "", first]
    assert caller.text(URGENT) == flags.check(URGENT).advice("sms")
    assert make_caller("+16105550124", sms_messages_per_hour=2).text(QUESTION) != notice


@pytest.mark.parametrize("limits", [{"sms_messages_per_day": 1}, {"sms_daily_segments": 1}], ids=["messages", "segments"])
def test_past_its_day_a_number_hears_so_once(make_caller: MakeCaller, known: content.Content, limits: dict[str, int]) -> None:
    """The day's messages of one number and the day's segments of all are limited alike."""
    caller = make_caller(**limits)

    texts = [caller.text(QUESTION) for _ in range(4)]

    assert texts[1:] == [known.reply("enough_for_now", "sms"), "", ""]


def test_the_spend_cap_is_everybodys(make_caller: MakeCaller, known: content.Content) -> None:
    """What one number used up is gone for all, each of whom hears so once."""
    make_caller(sms_daily_segments=2).text(QUESTION)

    texts = [
        make_caller(number, sms_daily_segments=2).text(QUESTION) for number in ("+16105550124", "+16105550125", "+16105550124")
    ]

    assert texts == [known.reply("enough_for_now", "sms")] * 2 + [""]


@pytest.mark.parametrize(("hours", "introduced"), [(11, False), (13, True)])
def test_a_long_gap_starts_a_new_session(caller: Caller, known: content.Content, hours: int, introduced: bool) -> None:
    """After twelve silent hours the patient is introduced anew; a message sent again still finds its own turn."""
    first = caller.text(QUESTION, "SM1")
    with caller.line.desk.store.engine.begin() as connection:
        connection.execute(update(conversations).values(updated_at=datetime.now(timezone.utc) - timedelta(hours=hours)))

    later = caller.text(QUESTION)

    assert later.startswith(known.reply("first_contact", "sms")) == introduced
    assert caller.text(QUESTION, "SM1") == first


def test_the_store_knows_no_number(caller: Caller) -> None:
    """Neither the number nor anything it could be read from is kept: only its keyed hash, another with another key."""
    caller.text("call me at +16105550123")
    caller.text("STOP")
    with caller.line.desk.store.engine.begin() as connection:
        kept = [
            str(tuple(row))
            for table in ("conversations", "turns", "sms_sessions", "sms_spending", "opt_outs")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
        ]

    assert len(kept) == 5
    assert not any("6105550123" in row for row in kept)
    assert len(caller.line.number_key(caller.number)) == 64


def test_forgetting_takes_every_session_and_leaves_the_opt_out(caller: Caller) -> None:
    """Erasing a patient's conversation erases all of the number's; that it wants no texts is still known."""
    store = caller.line.desk.store
    for _ in range(2):
        caller.text(QUESTION)
        with store.engine.begin() as connection:
            connection.execute(update(conversations).values(updated_at=datetime.now(timezone.utc) - timedelta(hours=13)))
    caller.text("STOP")
    with store.engine.begin() as connection:
        found = [row.id for row in connection.execute(conversations.select())]

    forget(store, found[0])

    with store.engine.begin() as connection:
        assert (len(found), list(connection.execute(conversations.select()))) == (2, [])
    assert caller.text(QUESTION) == ""


def test_giving_up_texts_nobody_who_opted_out(make_caller: MakeCaller, known: content.Content, monkeypatch: Any) -> None:
    """When nothing is waited for, the clinic's number goes out, and stands; whoever wants no texts gets none of that."""
    quiet, other = make_caller(), make_caller("+16105550124")
    quiet.text("STOP")
    monkeypatch.setattr("bot.sms.line.WAIT_SECONDS", 0.0)

    texts = [quiet.text(QUESTION), quiet.text("please stop"), other.text(QUESTION, "SM1"), other.text(QUESTION, "SM1")]

    assert texts[:2] == ["", ""]
    assert known.reply("brain_down", "sms") in texts[2]
    assert texts[3] == texts[2]


def test_a_picture_is_not_looked_at(caller: Caller, known: content.Content) -> None:
    """A picture or recording alone is asked to be put in words; with words, the words count."""
    caller.text(QUESTION)

    assert caller.text("", media=1) == known.reply("text_only", "sms")
    assert caller.text(QUESTION, media=2) == known.reply("brain_down", "sms")


def test_too_long_a_text_is_told_so(caller: Caller, known: content.Content) -> None:
    """A text over the limit gets a kind word and is not kept."""
    assert caller.text("where are you? " * 200) == known.reply("error_too_long", "sms")


def test_without_a_store_only_advice_goes_out(caller: Caller, flags: Any) -> None:
    """It can't be known who wants no texts, so the provider's fallback must answer; advice needs no store."""
    with caller.line.desk.store.engine.begin() as connection:
        for table in ("opt_outs", "sms_spending", "sms_sessions"):
            connection.exec_driver_sql(f"DROP TABLE {table}")

    with pytest.raises(StoreDown):
        caller.text(QUESTION)
    assert caller.text(URGENT) == flags.check(URGENT).advice("sms")


def test_fixed_texts_take_one_segment_each(caller: Caller, known: content.Content) -> None:
    """What only text messages say is short."""
    names = ("text_only", "opted_out", "enough_for_now", "brain_down")

    assert [name for name in names if length(known.reply(name, "sms")) > 160] == []
