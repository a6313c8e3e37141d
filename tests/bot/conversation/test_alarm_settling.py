"""What settles an emergency."""

from __future__ import annotations

import pytest

from bot import content, safety
from bot.conversation.alarm_settling import HELP_ARRANGED_TOPIC, RELIEVED, Settling
from bot.conversation.alarm_state import Told
from bot.conversation.live_answer import text_of
from bot.conversation.wording import Part

NEWS = Part("A.", "smalltalk", ("smalltalk",), label=RELIEVED)
UNSURE = Part("B.", "out_of_scope")
ANSWER = Part("C.", "answer", ("frequency",), confidence=0.9)
CONTACT = Part("D.", "answer", ("contact",), confidence=0.9)


@pytest.fixture
def settling(known: content.Content, flags: safety.Safety) -> Settling:
    return Settling(known, {flag.id: flag for flag in flags.flags})


def first(settling: Settling, part: Part, text: str, urgent: str) -> str:
    found = settling.end([part], Told(text, urgent, 0, "web", ""))
    return found.parts[0].text if found else ""


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Very well, I have rung 911.", ""),
        ("paramedics are here", ""),
        ("im on the phone w them", ""),
        ("ok ill tell her to call", "agreed"),
        ("ok i'll go get it checked. ty", "agreed"),
    ],
)
@pytest.mark.parametrize("part", [UNSURE, CONTACT])
def test_help_on_its_way_settles_it(settling: Settling, known: content.Content, part: Part, text: str, word: str) -> None:
    """However the patient says it, and whatever it is like; who only promises is told to do it at once."""
    said = known.reply(word, "web") if word else text_of(HELP_ARRANGED_TOPIC, known, "web")

    assert first(settling, part, text, "stroke_and_seizure") == said


def test_a_question_behind_it_is_answered(settling: Settling, known: content.Content) -> None:
    """`ugh ok ill call. and after that how many sessions`."""
    found = first(settling, ANSWER, "ugh ok ill call. and after that how many sessions", "clot")

    assert found == f"{known.reply('helped_first', 'web')} C."


@pytest.mark.parametrize(
    "text", ["called my ob shes not picking up", "can you have them call me", "i will call tomorrow", "nobody answers"]
)
def test_help_that_is_not_reached_settles_nothing(settling: Settling, text: str) -> None:
    """Nor does a call that is put off, or asked of the clinic."""
    assert first(settling, UNSURE, text, "preeclampsia") == ""


@pytest.mark.parametrize(
    ("text", "settles"), [("i called the number", True), ("ok calling 988", True), ("ok i will do it", False)]
)
def test_despair_is_settled_by_help_that_was_reached(settling: Settling, text: str, settles: bool) -> None:
    """And by no word that may mean the deed."""
    assert bool(first(settling, UNSURE, text, "suicide_self_harm")) == settles


@pytest.mark.parametrize(
    "text",
    [
        "No, the dentist was last month.",
        "my aunty gave me cranberry juice",
        "its just itching? why 911",
        "she is always like that",
    ],
)
def test_what_tells_no_relief_is_none(settling: Settling, text: str) -> None:
    """However it was understood."""
    assert first(settling, NEWS, text, "fever_with_pain") == ""


@pytest.mark.parametrize(("urgent", "word"), [("preterm_labour", ""), ("chest_and_breath", "relieved_now")])
def test_good_news_is_met_by_how_grave_it_was(settling: Settling, known: content.Content, urgent: str, word: str) -> None:
    """Whose chest pain passed is to be seen all the same."""
    said = known.reply(word, "web") if word else text_of(RELIEVED, known, "web")

    assert first(settling, NEWS, "its over, all fine now", urgent) == said


def test_after_violence_nothing_is_argued(settling: Settling) -> None:
    """`he didnt hit me` is often said by those who were hit."""
    assert first(settling, UNSURE, "i didnt say that, he didnt hit me", "violence_at_home") == ""


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("i'm not kidding hes swallowed 20", "overdose_poisoning"),
        ("i am not bleeding i am gushing", "bleeding"),
        ("hes a boy and hes quiet", "baby_moving_less"),
        ("the nurse told me my bp was ok, seeing stars all over", "preeclampsia"),
    ],
)
def test_what_sounds_urgent_itself_settles_nothing(settling: Settling, text: str, urgent: str) -> None:
    """Unless it says plainly that there is no emergency, or who was called."""
    alarm = Part("E.", "emergency", ("emergency",))

    assert settling.end([alarm], Told(text, urgent, 0, "web", "")) is None
    assert settling.end([alarm], Told("its not an emergency", urgent, 0, "web", "")) is not None


@pytest.mark.parametrize(
    ("urgent", "text", "comes"),
    [
        ("bleeding", "i called 911", True),
        ("bleeding", "not an emergency", False),
        ("preeclampsia", "my doctor already checked it, all normal", False),
        ("emergency", "nope nothing going on now", False),
    ],
)
def test_it_is_known_whether_somebody_may_be_coming(settling: Settling, urgent: str, text: str, comes: bool) -> None:
    """Nobody is told to unlock the door where there was nothing, or it was denied or seen to."""
    found = settling.end([Part("A.", "clarify", confidence=0.3)], Told(text, urgent, 0, "web", ""))

    assert found is not None
    assert found.help_comes is comes


@pytest.mark.parametrize("text", ["theyre here", "i called the number and he saw it", "they told me to go back to him"])
def test_after_violence_no_words_of_help_settle_it(settling: Settling, text: str) -> None:
    """Nobody knows who is there, and nothing is said of it."""
    assert first(settling, UNSURE, text, "violence_at_home") == ""


def test_a_loss_is_met_as_one(settling: Settling, known: content.Content) -> None:
    """No way out of an alarm is shown to who has lost the baby."""
    assert first(settling, UNSURE, "scan shows no heartbeat", "bleeding") == known.reply("lost", "web")


@pytest.mark.parametrize(
    ("text", "urgent"),
    [
        ("i lost my first baby at 36 weeks this way", "baby_moving_less"),
        ("my brother died last week of this", "chest_and_breath"),
    ],
)
def test_a_loss_of_another_time_ends_nothing(settling: Settling, text: str, urgent: str) -> None:
    """It is what she fears now."""
    assert first(settling, UNSURE, text, urgent) == ""


@pytest.mark.parametrize(
    ("text", "urgent", "may"),
    [
        ("he took me to the hospital", "stroke_and_seizure", True),
        ("i am at the er roof", "suicide_self_harm", False),
        ("he is driving me to the hospital", "violence_at_home", False),
        ("i called 988 last year and it made things worse", "suicide_self_harm", False),
    ],
)
def test_what_sounds_like_help_is_weighed(settling: Settling, text: str, urgent: str, may: bool) -> None:
    """However the classifier took it: after despair and violence nearly nothing is enough."""
    assert settling.may_be_arranged(Told(text, urgent, 0, "web", "")) == may
