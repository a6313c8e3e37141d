"""After an emergency: the form is dropped, and nothing is offered until help is arranged."""

from __future__ import annotations

from typing import Any

import pytest

from bot import content, safety
from bot.content.sms_text import length
from bot.conversation.alarm_answers import FAR, AlarmAnswers
from bot.conversation.alarm_settling import HELP_ARRANGED
from bot.conversation.alarm_state import HELPED, SINCE, URGENT, urgent_state
from bot.conversation.sms_reply import MOST_PLACES
from bot.conversation.wording import Part, Reply, Wording
from bot.turn import FrontDesk
from tests.turns import CHAT, take

ANSWER = Part("A.", "answer", ("location",), offer="contact", confidence=0.95)
GUESSED = Part("H.", "answer", ("practitioner",), confidence=0.6)
HANDOFF = Part("B.", "handoff", ("booking",), offer="contact")
ALARM = Part("C.", "emergency", ("emergency",))
UNSURE = Part("E.", "clarify")
THANKS = Part("F.", "smalltalk", ("smalltalk",))
SAFETY = Part("G.", "answer", ("pregnancy_safety",), confidence=0.95)
FIVE_WORDS = "is it safe for us"
SETTLED = Part("D.", "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)


def offers(reply: Reply) -> list[str]:
    return [button["title"] for message in reply.messages for button in message["buttons"]]


def test_a_visit_is_no_answer_to_a_danger_that_was_named(desk: FrontDesk, flags: safety.Safety) -> None:
    """Asked to book, it says that this comes first, and what to do: no number of the clinic, no button."""
    danger = take(desk, "I have chest pain").topics[0]

    reply = take(desk, "I want to book an appointment")

    assert ([message["kind"] for message in reply.messages], offers(reply)) == (["emergency"], [])
    text = reply.messages[0]["text"]
    assert text.startswith(desk.content.reply("still_urgent_no_visit", "web"))
    assert next(flag.again for flag in flags.flags if flag.id == danger) in text


@pytest.mark.parametrize(
    ("urgent", "text"),
    [("i want to kill myself", "I want to book an appointment"), ("I have chest pain", "please cancel my appointment tomorrow")],
)
def test_behind_the_advice_a_visit_can_be_called_off(desk: FrontDesk, urgent: str, text: str) -> None:
    """The advice again, then the words, and no button; whoever is in despair may come to the clinic, too."""
    advice = take(desk, urgent).messages[0]["text"]

    reply = take(desk, text)

    assert ([message["kind"] for message in reply.messages], reply.kind) == (["emergency", "handoff"], "emergency")
    assert (reply.messages[0]["text"], offers(reply)) == (advice, [])


def test_questions_after_an_emergency_are_answered_without_offers(desk: FrontDesk) -> None:
    """An ordinary question gets its answer, with nothing to press."""
    take(desk, "I have chest pain")

    reply = take(desk, "where is the clinic")

    assert ([message["kind"] for message in reply.messages], offers(reply)) == (["answer"], [])


def test_help_arranged_settles_it(desk: FrontDesk) -> None:
    """Once the patient says that help is on its way, booking is booking again."""
    take(desk, "I have chest pain")

    settled, booking = take(desk, "i called 911"), take(desk, "I want to book an appointment")

    assert (settled.kind, booking.kind, "Book online" in offers(booking)) == ("smalltalk", "handoff", True)


@pytest.mark.parametrize(
    ("urgent", "text"),
    [
        ("contractions every 5 min, 31 weeks", "so how often"),
        ("baby hasnt moved since yesterday", "is it ok to wait"),
        ("baby hasnt moved since yesterday", "what should i do"),
        ("lots of blood and clots 6 days after birth", "is it normal"),
        ("took too many tylenol", "like 12"),
        ("i want to kill myself", "i have a plan"),
        ("i want to kill myself", "dont tell"),
        ("waters just broke im 33 weeks", "who do i call"),
        ("my chest hurts and i cant breathe", "could it be the needles"),
        ("i cant feel down there when i wipe", "is that from si joint"),
        ("i have chest pain", "probly slept funny"),
        ("i have chest pain", "its probably just a pulled muscle"),
        ("i want to kill myself", "sorry. that was dramatic"),
        ("im 35 weeks and leaking clear fluid all day", "i think its just the baby on my bladder"),
        ("bleeding at 11 weeks", "oh ok im sure its nothing"),
        ("i have chest pain", "ok"),
        ("i have chest pain", "?"),
    ],
)
def test_what_goes_on_about_an_emergency_gets_the_advice_once_more(
    desk: FrontDesk, flags: safety.Safety, urgent: str, text: str
) -> None:
    """Few words after the advice are about the danger, whatever else they are like: in short what to do and why, never a menu."""
    danger = take(desk, urgent).topics[0]

    reply = take(desk, text)

    assert ([message["kind"] for message in reply.messages], reply.topics, offers(reply)) == (["emergency"], [danger], [])
    flag = next(flags.as_told(flag, urgent) for flag in flags.flags if flag.id == danger)
    assert flag.again in reply.messages[0]["text"]


def test_words_after_advice_on_violence_say_nothing_of_it(desk: FrontDesk) -> None:
    """Whoever looks over her shoulder sees a plain line; it doesn't come back with the page, and questions get answers."""
    take(desk, "he hits me when hes drunk")
    seen, asked = take(desk, "will he see this").messages[0], take(desk, "how often would i come for this")

    assert (seen["kind"], seen["restore"], asked.topics) == ("emergency", False, ["frequency"])
    assert not any(word in seen["text"] for word in ("911", "799", "hurt", "safe"))


@pytest.mark.parametrize("text", ["ok will do thank you", "ok i'll call them. sorry", "calling now", "i will go to the hospital"])
def test_who_agrees_to_get_help_is_not_urged_again(desk: FrontDesk, text: str) -> None:
    """The advice is heeded: a supportive word, and ordinary help is offered again."""
    take(desk, "my calf is swollen and hot and red on one side, 33 weeks")

    agreed, booking = take(desk, text), take(desk, "I want to book an appointment")

    assert (agreed.kind, booking.kind) == ("smalltalk", "handoff")


@pytest.mark.parametrize(
    "text",
    ["it stopped but came back", "its worse now", "hasnt stopped", "it went away for an hour then started again", "no change"],
)
def test_what_goes_on_is_no_good_news(desk: FrontDesk, text: str) -> None:
    """However much it sounds like some: the advice is repeated."""
    take(desk, "i think the baby has not moved today, 34 weeks")

    assert take(desk, text).kind == "emergency"


@pytest.mark.parametrize("text", ["i'll call tomorrow", "i will call you to book", "ill put some cream on it", "should i call"])
def test_who_puts_it_off_is_urged_again(desk: FrontDesk, text: str) -> None:
    """Only help now settles it."""
    take(desk, "my calf is swollen and hot and red on one side, 33 weeks")

    assert take(desk, text).kind == "emergency"


def test_who_says_thanks_hears_only_that_it_matters(desk: FrontDesk) -> None:
    """Not the whole advice once more, and nothing that sounds as if all were well."""
    take(desk, "my calf is swollen and hot and red on one side, 33 weeks")
    reply = take(desk, "thank you")

    assert reply.kind == "emergency"
    assert reply.messages[0]["text"].startswith("You're welcome. Please do get that help now")


def test_a_plain_question_is_answered_behind_a_reminder(desk: FrontDesk) -> None:
    """Who goes on as if nothing were is answered, and told what comes first."""
    take(desk, "i had a gush of water at 31 weeks this morning but it stopped")
    reply = take(desk, "how long does a session take please")

    assert reply.topics == ["session_length"]
    assert reply.messages[0]["text"].startswith("Please get that help first")


def test_long_ago_without_any_danger_is_no_relief(desk: FrontDesk) -> None:
    """Nothing was urgent, so nobody is told to call a doctor about it today."""
    assert "today" not in take(desk, "that was years ago im fine").messages[0]["text"]


def test_i_will_do_it_settles_no_despair(desk: FrontDesk) -> None:
    """After thoughts of suicide nothing is settled by a word that may mean the deed."""
    take(desk, "i want to kill myself")

    assert take(desk, "ok i will do it").kind == "emergency"


def test_what_the_danger_was_stays_known(desk: FrontDesk) -> None:
    """A next message that sounds urgent without saying of what gets the advice on the danger that was named."""
    take(desk, "I have had chest pain and cant get a full breath since the session this morning")

    assert take(desk, "its only when i breathe in").topics == ["chest_and_breath"]


@pytest.mark.parametrize("text", ["she moved", "false alarm", "he is kicking now"])
def test_what_has_passed_is_settled_with_a_word_on_being_looked_at(desk: FrontDesk, text: str) -> None:
    """Good news is met as such, and ordinary help is offered again."""
    take(desk, "i think the baby has not moved today, 34 weeks")

    settled, booking = take(desk, text), take(desk, "I want to book an appointment")

    assert (settled.kind, booking.kind) == ("smalltalk", "handoff")
    assert "tell your OB" in settled.messages[0]["text"]


def test_what_is_most_like_good_news_is_taken_for_it(known: content.Content, flags: safety.Safety) -> None:
    """Though it is understood for nothing sure: the words to it still send to a doctor. After words of despair they don't do."""
    part = Part("I.", "out_of_scope", guesses=(("emergency", 1.4), ("smalltalk/relieved", -0.5)))
    after = AlarmAnswers(known, flags, Wording(known))
    told = [after.after([part], "scare over", {URGENT: each, SINCE: 0}, "web")[0][0] for each in ("preterm_labour", "despair")]

    assert [each.kind for each in told] == ["smalltalk", "emergency"]
    assert "tell your OB" in told[0].text


@pytest.mark.parametrize(
    ("parts", "urgent", "expected"),
    [
        ([ANSWER, HANDOFF], "", (["answer", "handoff"], ["contact", "contact"], "")),
        ([ANSWER], "chest_and_breath", (["answer"], [""], "chest_and_breath")),
        ([HANDOFF], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
        ([HANDOFF], "despair", (["emergency", "handoff"], ["", ""], "despair")),
        ([HANDOFF], "emergency", (["emergency", "handoff"], ["", ""], "emergency")),
        ([SETTLED, HANDOFF], "chest_and_breath", (["smalltalk", "handoff"], [HELP_ARRANGED, "contact"], "")),
        ([ANSWER, ALARM, HANDOFF], "", (["emergency"], [""], "emergency")),
        ([ALARM, SETTLED], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
        ([UNSURE], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
        ([UNSURE], "emergency", (["emergency"], [""], "emergency")),
        ([THANKS], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
        ([THANKS], "emergency", (["smalltalk"], [""], "emergency")),
        ([SAFETY], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
        ([SAFETY], "emergency", (["answer"], [""], "emergency")),
        ([GUESSED], "chest_and_breath", (["emergency"], [""], "chest_and_breath")),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_what_goes_out_depends_on_what_is_urgent(
    known: content.Content, flags: safety.Safety, channel: str, parts: list[Part], urgent: str, expected: Any
) -> None:
    """An alarm goes out alone; while one is open there are no offers; an arrangement closes it."""
    state = {URGENT: urgent, SINCE: 0}
    found, remembered = AlarmAnswers(known, flags, Wording(known)).after(parts, FIVE_WORDS, state, channel)

    assert ([part.kind for part in found], [part.offer for part in found], remembered[URGENT]) == expected
    assert all(part.text and "{" not in part.text for part in found)


def test_advice_given_once_more_fits_one_text(known: content.Content, flags: safety.Safety) -> None:
    """With the words before it, and nothing that would have to be asked for."""
    answers, wording = AlarmAnswers(known, flags, Wording(known)), Wording(known)
    for flag in flags.flags:
        found, _ = answers.after([UNSURE], "hm", {URGENT: flag.id, SINCE: 1}, "sms")

        assert length(wording.reply(found, "sms")[0].messages[0]["text"]) <= MOST_PLACES


def test_an_emergency_does_not_go_on_for_ever(known: content.Content, flags: safety.Safety) -> None:
    """After a few messages an ordinary answer is one again, without offers."""
    answers, state = AlarmAnswers(known, flags, Wording(known)), {URGENT: "clot", SINCE: FAR}

    found, remembered = answers.after([UNSURE], "hm", state, "web")

    assert ([part.kind for part in found], remembered) == (["clarify"], {URGENT: "clot", SINCE: FAR + 1, HELPED: 0})


def test_an_emergency_ends_a_form_and_nothing_else() -> None:
    """What the conversation was about stays known, and what is urgent is noted."""
    state = {"events": [], "topic": "faq/causes", URGENT: "stroke"}

    assert urgent_state(state, "clot", "my calf is hot") == {
        "events": [],
        "topic": "faq/causes",
        URGENT: "clot",
        SINCE: 0,
        HELPED: 0,
    }


@pytest.mark.parametrize(
    ("graver", "urgent", "topics", "stays"),
    [
        ("i have chest pain", "my calf is hot and swollen on one side", ["chest_and_breath", "clot"], "chest_and_breath"),
        ("i have chest pain", "i want to kill myself", ["chest_and_breath", "suicide_self_harm"], "suicide_self_harm"),
        ("my calf is hot and swollen on one side", "i have chest pain", ["chest_and_breath"], "chest_and_breath"),
        ("i have chest pain", "my husband hits me", ["chest_and_breath", "violence_at_home"], "violence_at_home"),
        ("im 7 weeks, sharp pain one side", "i fainted in the shower", ["ectopic", "chest_and_breath"], "chest_and_breath"),
    ],
)
def test_a_lesser_danger_doesnt_hide_a_graver_one(
    desk: FrontDesk, graver: str, urgent: str, topics: list[str], stays: str
) -> None:
    """Right behind a danger for 911 the advice on another says that one first, in short; a lesser one is remembered last."""
    take(desk, graver)

    reply = take(desk, urgent)

    assert (reply.kind, reply.topics) == ("emergency", topics)
    assert desk.store.before_turn(CHAT, "next").state[URGENT] == stays
