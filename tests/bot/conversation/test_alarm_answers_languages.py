"""After an emergency that was told in another language."""

from __future__ import annotations

import pytest

from bot import safety
from bot.conversation.alarm_answers import AlarmAnswers
from bot.conversation.alarm_settling import HELP_ARRANGED
from bot.conversation.alarm_state import LANGUAGE, URGENT, urgent_state
from bot.conversation.wording import Part, Wording
from bot.turn import FrontDesk
from tests.turns import take

ALARM = Part("C.", "emergency", ("emergency",))
UNSURE = Part("E.", "clarify")
SETTLED = Part("D.", "smalltalk", ("smalltalk",), offer=HELP_ARRANGED)


@pytest.mark.parametrize(
    ("urgent", "follow_ups", "sentence"),
    [
        ("me quiero morir", ("estoy sola con el bebe", "no hablo ingles"), "Llame al 988"),
        ("mi esposa esta sangrando y embarazada", ("7 meses", "no tenemos seguro"), "Llame al 911"),
        ("我流血了 怀孕10周", ("很多", "怎么办", "ok"), "请马上打 911"),
        ("toi bi chay mau, dang mang thai 3 thang", ("nhieu lam", "tôi phải làm gì"), "H"),
        ("я хочу умереть", ("да", "what"), "Прямо сейчас позвоните 988"),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_advice_stays_in_the_language_it_was_asked_in(
    desk: FrontDesk, urgent: str, follow_ups: tuple[str, ...], sentence: str, channel: str
) -> None:
    """Whatever the next message shows of it: `7`, `ok` and `no hablo ingles` tell no language by themselves."""
    replies = [take(desk, text, channel=channel) for text in (urgent, *follow_ups)]

    assert {reply.kind for reply in replies} == {"emergency"}
    assert [reply.messages[0]["text"] for reply in replies if not reply.messages[0]["text"].startswith(sentence)] == []


def test_what_has_no_name_is_advised_on_in_their_language(desk: FrontDesk, flags: safety.Safety) -> None:
    """What sounded urgent to the classifier alone is answered behind a sentence, now and when it comes again."""
    answers = AlarmAnswers(desk.content, flags, Wording(desk.content))
    first, state = answers.after([ALARM], "我很不舒服", {}, "web")
    again, _ = answers.after([UNSURE], "?", state, "web")

    assert [first[0].text.startswith("如果情况紧急"), again[0].text.startswith("如果情况紧急")] == [True, True]


def test_once_it_is_settled_the_language_is_forgotten(desk: FrontDesk, flags: safety.Safety) -> None:
    """The next danger speaks for itself."""
    answers = AlarmAnswers(desk.content, flags, Wording(desk.content))
    _, state = answers.after([SETTLED], "ok", urgent_state({}, "bleeding", "我流血了"), "web")

    assert (state[URGENT], state[LANGUAGE]) == ("", "")
