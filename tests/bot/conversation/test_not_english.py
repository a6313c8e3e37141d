"""Another language that nobody understood."""

from __future__ import annotations

import pytest

from bot.content import Content
from bot.content.sms_text import encoding, segments
from bot.conversation.not_english import SAID_IN_IT, answered, remembered
from bot.conversation.wording import Part, Wording
from bot.turn import FrontDesk
from tests.turns import last

LOST = Part("A.", "out_of_scope", ("out_of_scope",), label="out_of_scope")
OTHER = Part("D.", "out_of_scope", ("out_of_scope",), label="other_language/other")
PRICE = Part("B.", "not_covered", ("not_covered/price",), label="not_covered/price")
LANGUAGES = Part("E.", "not_covered", ("not_covered/languages",), label="not_covered/languages")
THANKS = Part("C.", "smalltalk", ("smalltalk",), label="smalltalk/thanks")


@pytest.mark.parametrize("text", ["me gustaria que alguien me llame por favor", "mañana", "Necesito cambiar mi cita del jueves"])
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_spanish_is_answered_in_spanish(known: Content, text: str, channel: str) -> None:
    """With the number, whatever it was taken for."""
    (part,) = answered([LOST], text, {}, known, channel)

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
        ("oi, bom dia! vocês atendem gestantes?", "pt", "Desculpe"),
        ("was kostet ein termin", "de", "Entschuldigung"),
        ("tut das weh?", "de", "Entschuldigung"),
        ("quanto costa una visita", "it", "Mi scusi"),
        ("ile kosztuje zabieg", "pl", "Przepraszam"),
        ("magkano po ang isa", "tl", "Pasensya"),
        ("konbyen sa ye", "ht", "Eskize"),
    ],
)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_other_languages_are_answered_in_theirs(known: Content, text: str, language: str, words: str, channel: str) -> None:
    """One sentence says that English is spoken here, with the clinic's number and 911, in whatever way it was misunderstood."""
    for lost in (LOST, OTHER):
        (part,) = answered([lost], text, {}, known, channel)

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
    assert answered([part], text, {}, known, "web") == [part]


LANGUAGES_KNOWN = ("ar", "de", "es", "fr", "hi", "ht", "it", "ko", "pl", "pt", "ru", "tl", "vi", "zh")


@pytest.mark.parametrize("language", LANGUAGES_KNOWN)
@pytest.mark.parametrize("channel", ["web", "sms"])
def test_each_language_says_it_twice_in_other_words(known: Content, language: str, channel: str) -> None:
    """With the number, and where danger isn't heard in it with 911, in no more than two text messages."""
    again = known.reply(f"again_{language}", channel)

    assert "484.222.0854" in again
    assert ("911" in again) == (language in ("de", "it", "pl", "tl", "ht"))
    assert "141 West Wayne" in known.reply(f"address_{language}", channel)
    assert channel == "web" or segments(again) <= 2


def test_it_is_not_said_twice_in_the_same_words(desk: FrontDesk) -> None:
    """Three questions in a row get no line twice running."""
    said = [last(desk, text) for text in ("wieviel kostet eine Sitzung", "und tut das weh", "wie lange dauert das")]

    assert said[0] != said[1] != said[2]
    assert all("484.222.0854" in each for each in said)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("hola, donde estan ubicados", "Dirección"),
        ("où êtes-vous", "Adresse"),
        ("onde fica a clínica", "Endereço"),
        ("wo ist die Klinik bitte", "Adresse"),
        ("dove siete", "Indirizzo"),
        ("hola donde es", "Dirección"),
        ("bonjour, vous êtes où", "Adresse"),
        ("где вы находитесь", "Адрес"),
        ("请问你们在哪里", "地址"),
        ("어디에 있어요", "주소"),
        ("phòng khám ở đâu vậy", "Địa chỉ"),
    ],
)
def test_who_asks_for_the_way_gets_the_address(known: Content, text: str, begins: str) -> None:
    """It is the same in every language."""
    (part,) = answered([LOST], text, {}, known, "web")

    assert (part.kind, part.topics) == ("answer", ("location",))
    assert part.text.startswith(begins)


@pytest.mark.parametrize(
    "text", ["me duele aqui, donde empieza la pierna", "wo tut es weh wenn man ein ISG Problem hat und schwanger ist"]
)
def test_where_it_hurts_is_no_way(known: Content, text: str) -> None:
    """An address answers nothing there."""
    (part,) = answered([LOST], text, {}, known, "web")

    assert part.kind == "out_of_scope"


def test_whether_somebody_speaks_it_is_answered_in_it(known: Content) -> None:
    """Asked in it alone; among English words the English answer says more."""
    assert answered([LANGUAGES], "sprechen Sie deutsch?", {}, known, "web")[0].label == "other_language/de"
    assert answered([LANGUAGES], "hablan espanol there or only english", {}, known, "web") == [LANGUAGES]


def test_it_is_counted_in_a_row(known: Content) -> None:
    """An English question between begins anew."""
    german = answered([LOST], "was kostet das", {}, known, "web")

    assert remembered(german, {SAID_IN_IT: 1}) == {SAID_IN_IT: 2}
    assert remembered([PRICE], {SAID_IN_IT: 1}) == {SAID_IN_IT: 0}
