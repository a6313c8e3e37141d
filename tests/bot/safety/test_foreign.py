"""Danger in another language is heard, ordinary questions stay ordinary, and each language has its sentences."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot import safety
from bot.content.load import parse
from bot.content.sms_text import widths
from bot.safety.foreign import Languages

HERE = Path(__file__).parent
URGENT = [
    (language, kind, text)
    for language, kinds in parse(HERE / "foreign_urgent.yml", "urgent").items()
    for kind, texts in kinds.items()
    for text in texts
]
CALM = [text for texts in parse(HERE / "foreign_calm.yml", "calm").values() for text in texts]
LANGUAGES = {"zh", "vi", "ko", "ru", "ar", "hi", "pt", "fr", "es"}
LONGEST = 134
"""Places in two segments of a text message that is not in the GSM alphabet."""
FAST_ENOUGH = 0.05
"""Seconds for 8 kB on a machine that is busy with other tests; alone it takes a tenth of that."""


@pytest.mark.parametrize(("language", "kind", "text"), URGENT)
def test_danger_is_heard_in_other_languages(flags: safety.Safety, language: str, kind: str, text: str) -> None:
    """Each gets the advice of its kind, with one sentence in the patient's language before it."""
    found = flags.check(text)

    assert found is not None
    assert found.id == kind
    assert found.advice("web", language) != found.advice("web")


@pytest.mark.parametrize("text", CALM)
def test_ordinary_questions_in_other_languages_stay_calm(flags: safety.Safety, text: str) -> None:
    """What it costs, where it is, whether it is safe, thanks, fears and denials are no emergency."""
    assert flags.check(text) is None


def test_there_is_enough_of_both() -> None:
    """Dangers and harmless sentences of every language."""
    assert len(URGENT) >= 60
    assert len(CALM) >= 40
    assert {language for language, _, _ in URGENT} == LANGUAGES - {"es"}


def test_every_danger_has_a_sentence_in_every_language(flags: safety.Safety) -> None:
    """It names the same numbers as the English, and by itself fits two segments of any text message."""
    for flag in flags.flags:
        assert set(flag.says) >= LANGUAGES
        number = "1-800-799-7233" if flag.id == "violence_at_home" else {"crisis": "988"}.get(flag.tier, "911")
        assert [language for language in LANGUAGES if number not in flag.says[language]] == []
        assert [language for language in LANGUAGES if sum(widths(flag.says[language])) > LONGEST] == []
    assert all("911" in sentence for sentence in flags.sentences.values())
    assert set(flags.sentences) == LANGUAGES


@pytest.mark.parametrize(
    "text", ["我没有流血。胸口很痛", "没有发烧，但是流血了 怀孕8周", "toi khong sot, toi bi chay mau thai 8 tuan"]
)
def test_a_denial_reaches_no_further_than_what_it_denies(flags: safety.Safety, text: str) -> None:
    """What stands beside it is danger all the same."""
    assert flags.check(text) is not None


@pytest.mark.parametrize("text", ["im 10 weeks pregnant and 流血了", "hello 我怀孕10周. 流血了"])
def test_danger_is_heard_in_a_mixture(flags: safety.Safety, text: str) -> None:
    """One word of danger in another script among English ones is enough."""
    assert flags.check(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "我的腰一直很疼，想问一下针灸要多少钱。",
        "toi muon hoi gia bao nhieu, lung toi dau. ",
        "quanto custa uma sessão para dor nas costas? ",
    ],
)
def test_a_long_message_takes_no_time(flags: safety.Safety, text: str) -> None:
    """8 kB of any language are read while nobody notices."""
    long = text * (8000 // len(text.encode()) + 1)
    flags.check(long)
    began = time.perf_counter()
    flags.check(long)

    assert time.perf_counter() - began < FAST_ENOUGH


def test_without_any_language_english_goes_on(tmp_path: Path, flags: safety.Safety) -> None:
    """A folder that isn't there changes nothing in a flag."""
    assert Languages(tmp_path).speaking(flags.flags[0]) == flags.flags[0]
