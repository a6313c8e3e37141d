"""Another language that nobody understood."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.sms_text import encoding, segments
from bot.conversation.live_answer import of_today
from bot.conversation.not_english import answered
from bot.conversation.wording import Part, Wording

LOST = Part("A.", "out_of_scope", ("out_of_scope",), label="out_of_scope")
OTHER = Part("D.", "out_of_scope", ("out_of_scope",), label="other_language/other")
PRICE = Part("B.", "not_covered", ("not_covered/price",), label="not_covered/price")
THANKS = Part("C.", "smalltalk", ("smalltalk",), label="smalltalk/thanks")


@pytest.mark.parametrize("text", ["me gustaria que alguien me llame por favor", "mañana", "Necesito cambiar mi cita del jueves"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_spanish_is_answered_in_spanish(known: Content, text: str, channel: str) -> None:
    """With the number, whatever it was taken for."""
    (part,) = of_today(answered([LOST], text, known, channel), known, channel)

    assert (part.kind, part.label) == ("out_of_scope", "other_language/es")
    assert "484.222.0854" in part.text


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("多少钱", "zh", "抱歉"),
        ("有人会说中文吗", "zh", "抱歉"),
        ("giá bao nhiêu", "vi", "Xin l"),
        ("goi lai cho toi duoc khong", "vi", "Xin l"),
        ("얼마예요", "ko", "죄송합니다"),
        ("сколько стоит", "ru", "Извините"),
        ("كم السعر", "ar", "عذرا"),
        ("कितना खर्च होगा", "hi", "क्षमा"),
        ("quanto custa uma sessão", "pt", "Desculpe"),
        ("combien ça coûte", "fr", "Désolé"),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_other_languages_are_answered_in_theirs(known: Content, text: str, language: str, words: str, channel: str) -> None:
    """One sentence says that English is spoken here, with the clinic's number and 911, in whatever way it was misunderstood."""
    for lost in (LOST, OTHER):
        (part,) = of_today(answered([lost], text, known, channel), known, channel)

        assert (part.kind, part.label) == ("out_of_scope", f"other_language/{language}")
        assert part.text.startswith(words)
        assert "484.222.0854" in part.text
        assert "911" in part.text


@pytest.mark.parametrize("language", ["zh", "ko", "ru", "ar", "hi"])
def test_a_phone_gets_the_letters_it_wrote_in(known: Content, language: str) -> None:
    """As they stand, in no more than two text messages."""
    text = known.reply(f"only_english_{language}", "sms")
    part = Part(text, "out_of_scope", ("out_of_scope",), label=f"other_language/{language}")
    sent = Wording(known).reply([part], "sms")[0].messages[0]["text"]

    assert sent == text
    assert segments(sent) <= 2


def test_a_phone_gets_vietnamese_and_portuguese_without_accents(known: Content) -> None:
    """In the cheap alphabet, no letter lost."""
    for language in ("vi", "pt"):
        part = Part(known.reply(f"only_english_{language}", "sms"), "out_of_scope", label=f"other_language/{language}")
        assert encoding(Wording(known).reply([part], "sms")[0].messages[0]["text"]) == "GSM-7"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (LOST, "who won the game last night"),
        (PRICE, "cuánto cuesta una cita"),
        (THANKS, "gracias"),
        (LOST, "taco tuesday hola"),
        (LOST, "my name is 王芳"),
        (LOST, "im Nguyễn Thị Hồng"),
    ],
)
def test_what_was_understood_or_is_english_stays(known: Content, part: Part, text: str) -> None:
    """A courtesy is answered as one, and an answer is better than an apology."""
    assert answered([part], text, known, "web") == [part]
