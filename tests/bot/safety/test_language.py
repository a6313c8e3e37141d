"""The language of a message, told by its letters or its everyday words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import content
from bot.content.load import parse
from bot.evaluation import red_flags, sets
from bot.safety.language import is_foreign, language_of
from bot.safety.spanish import is_spanish
from bot.settings import ROOT

HERE = Path(__file__).parent
CALM = [(language, text) for language, texts in parse(HERE / "foreign_calm.yml", "calm").items() for text in texts]
URGENT = [
    (language, text)
    for language, kinds in parse(HERE / "foreign_urgent.yml", "urgent").items()
    for texts in kinds.values()
    for text in texts
]


@pytest.mark.parametrize(("language", "text"), [*CALM, *URGENT])
def test_a_language_is_recognised(language: str, text: str) -> None:
    """By its script or its words, with or without accents, in a question as in danger."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "my name is 王芳 how much is it",
        "im Nguyễn Thị Hồng, can i book",
        "Nguyen Van Minh",
        "Jean-Luc Dubois",
        "this is Ольга, i need an appointment",
        "с\u04bbеѕt раіn",
        "nao i want thai massage",
        "si joint pain in my hip",
        "em ok thx",
        "妊娠中ですが大丈夫ですか",
        "скільки це коштує? де ви є",
        "سلام، قیمت چقدر است؟",
        "12345 !!! 👍",
        "my name is Maria Costa, is ana there",
        "i love ciao bella pizza",
        "to go or not to go",
        "die hard fan, was it so bad",
        "not bad at all, kind of sore",
        "is it co-pay or no pay",
        "mom n baby ok in pa or nj",
        "tag me in, bro",
        "",
    ],
)
def test_names_typos_and_neighbours_are_none_of_them(text: str) -> None:
    """A name among English words, letters in disguise, and languages that only look alike."""
    assert language_of(text) in ("", "es")
    assert not is_spanish(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "wie lange dauert eine Sitzung"),
        ("de", "und morgen?"),
        ("de", "ich bin im sechsten Monat"),
        ("it", "sono incinta, è sicuro?"),
        ("pl", "gdzie jesteście"),
        ("tl", "buntis po ako, pwede ba"),
        ("ht", "mwen ansent, eske li fe mal"),
        ("pt", "oi tudo bem"),
        ("fr", "et après"),
        ("es", "cuantas sesiones"),
        ("es", "a que hora abren"),
    ],
)
def test_a_short_everyday_question_is_enough(language: str, text: str) -> None:
    """Two words of it, as they are typed with or without marks."""
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["cuánto cuesta una cita", "tengo 30 semanas de embarazo y me duele la barriga", "gracias"])
def test_spanish_stays_spanish(text: str) -> None:
    """However much of it is Portuguese or French, too."""
    assert language_of(text) == "es"


def test_english_is_never_taken_for_another_language() -> None:
    """Of all that trains and measures, in whatever spelling, only what was written in another language."""
    told = {
        text
        for folder in sets.under(ROOT / "tests" / "red_flags").values()
        for _, _, each in red_flags.cases(folder)
        for text in each
    }
    phrases = {**content.phrases(ROOT / "data"), **content.phrases(ROOT / "tests" / "data")}
    asked = {text for label, texts in phrases.items() if not label.startswith("other_language") for text in texts}
    found = [text for text in told | asked if language_of(text) not in ("", "es")]

    assert len(told | asked) > 30_000
    assert [text for text in found if text.isascii() and text not in ASCII] == []
    assert [text for text in told | asked if text.isascii() and language_of(as_phones_type(text)) != language_of(text)] == []


def as_phones_type(text: str) -> str:
    """With the apostrophe and the dots that a phone puts."""
    return text.replace("'", "’") + "…"


ASCII = frozenset(
    ["bonjour", "merci", "merci beaucoup", "je parle francais, anyone?", "meu bebe parou de mexer", "obrigada", "suicidio",
     "tomei muitos comprimidos", "perna inchada e dor", "minha bolsa estourou", "estou com febre e dor nas costas",
     "je veux en finir ce soir", "je veux mourir je suis desolee", "je n'en peux plus, je n'ai plus la force",
     "mon mari me frappe, ne m'appelez pas",
     "ich will nicht mehr leben", "ich bring mich heute um", "ich habe keine hoffnung mehr", "ich kann nicht mehr",
     "hallo", "danke",
     "guten tag", "grazie", "quanto costa il gelato",
     "Translate this for me please: 'Wo ist der Bahnhof'",
     "com febre e dor nas costas, tremendo muito de frio", "Traduza isso para o ingles: preciso de um eletricista"]
)  # fmt: skip
"""What is another language there, without one accent."""


def test_foreign_words_are_seen_anywhere() -> None:
    """A single word in another script is enough to look for danger in it; English and Spanish are looked through already."""
    assert is_foreign("im 10 weeks pregnant and 流血")
    assert is_foreign("toi bi chay mau")
    assert [text for text in ("café, naïve 🩸", "im bleeding", "tuve una hemorragia hace años") if is_foreign(text)] == []


def test_a_long_message_is_told_by_its_beginning() -> None:
    """However much follows."""
    assert language_of("我怀孕了" + " and then some more" * 5000) == ""
    assert language_of("我怀孕了" * 2000) == "zh"
