"""The lists that names are told by agree with each other and with the clinic's facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.brain import HttpBrain
from bot.content import Content
from bot.privacy import mask, spare
from bot.privacy.words import clinic_words, common_words, first_names, names_also_words
from bot.safety import Safety
from bot.store import open_store
from bot.turn import FrontDesk
from tests.turns import KEYS


@pytest.fixture
def restored() -> Iterator[None]:
    """Other tests find the clinic as it was shipped."""
    yield
    spare(())


def test_the_clinics_own_words_are_its_facts() -> None:
    """Practitioner, street and house number come from data/facts: a new name there is not masked either."""
    assert {"amara", "mclees", "wayne", "141", "acupuncture"} <= clinic_words()


def test_the_clinic_of_today_is_spared(restored: None) -> None:
    """Who works at the clinic now, and where it is now, stays readable at once; who no longer does is masked like anybody."""
    before = mask("can i see dr. rao at 22 Oak Lane")
    spare(["Dr. Sunita Rao", "22 Oak Lane, Wayne, PA"])

    assert before == "can i see [name] at [address]"
    assert mask("can i see dr. rao at 22 Oak Lane") == "can i see dr. rao at 22 Oak Lane"
    assert mask("can I see Dr. McLees") == "can I see [name]"


def test_a_desk_spares_what_its_content_names(known: Content, flags: Safety, restored: None, tmp_path: Path) -> None:
    """A practitioner changed in the console is no patient, from the moment at which the desk takes that up."""
    store = open_store(f"sqlite:///{tmp_path}/bot.db")
    desk = FrontDesk(known, flags, store, HttpBrain("http://127.0.0.1:9", "secret", 1.0), *KEYS)
    facts = {
        name: replace(fact, value="Dr. Sunita Rao")
        for name, fact in known.facts.items()
        if fact.placeholder == "practitioner_name"
    }
    desk.use(replace(known, facts={**known.facts, **facts}))
    store.close()

    assert mask("is dr. rao in today") == "is dr. rao in today"


def test_a_name_that_is_a_word_is_no_plain_name() -> None:
    """No list contradicts another: what is a word as well is treated with care."""
    assert first_names() & names_also_words() == set()
    assert first_names() & common_words() == set()


@pytest.mark.parametrize("words", [first_names, names_also_words, common_words])
def test_lists_are_in_lower_case(words: object) -> None:
    """Every entry can be met: text is compared in lower case."""
    assert all(word == word.casefold() for word in words())  # type: ignore[operator]
