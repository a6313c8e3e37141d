"""A topic's own ways of asking in place of test questions."""

from __future__ import annotations

import pytest

from bot.judging import own_phrasings
from bot.settings import ROOT
from bot.understanding import encoder
from bot.understanding.model import Understanding
from tests.small_training import LABELS, TEXTS

PETS = tuple(f"may i bring my {animal}" for animal in "dog cat horse parrot hamster rabbit goat turtle".split())
OTHERS = tuple(f"zebra {number} crossing" for number in range(8))


def trained(*pets: str) -> Understanding:
    reader = encoder.load(ROOT / "models" / "encoder")
    return Understanding.train(reader, [*TEXTS, *pets], [*LABELS, *["faq/pets"] * len(pets)])


@pytest.fixture(scope="module")
def before() -> Understanding:
    return trained(*PETS)


def test_ways_of_asking_that_are_alike_are_strong(before: Understanding) -> None:
    """Each is nearest to another of its topic; a topic that nobody taught has no strength."""
    assert own_phrasings.share(before, "faq/pets") == 1.0
    assert own_phrasings.share(before, "faq/unheard_of") == 0.0


def test_a_phrasing_is_no_proof_of_itself() -> None:
    """One alone is left out, and then nothing of its topic is near."""
    assert own_phrasings.share(trained(PETS[0]), "faq/pets") == 0.0


def test_replaced_ways_of_asking_are_missed(before: Understanding) -> None:
    """New phrasings may be ever so alike: what patients could ask until now isn't understood any more."""
    after = trained(*OTHERS)

    assert own_phrasings.share(after, "faq/pets") == 1.0
    assert own_phrasings.shares(before, after, "faq/pets") == (1.0, 0.0)
    assert own_phrasings.shares(before, trained(*PETS, *OTHERS), "faq/pets") == (1.0, 1.0)


def test_only_a_new_topic_is_weak_at_first(before: Understanding) -> None:
    """One that was accepted as weak once isn't told again with every publishing."""
    nobody, one = trained(), trained(PETS[0])

    assert own_phrasings.weak_at_first(nobody, one, "faq/pets")
    assert not own_phrasings.weak_at_first(nobody, before, "faq/pets")
    assert not own_phrasings.weak_at_first(one, one, "faq/pets")


@pytest.mark.parametrize(
    ("was", "now", "told"), [(1.0, 0.875, True), (1.0, 0.95, False), (0.5, 0.45, True), (0.4, 0.35, False), (0.5, 1.0, False)]
)
def test_a_small_drop_is_not_told(was: float, now: float, told: bool) -> None:
    """What is told is a phrasing of eight, or a topic that is mostly not understood any more."""
    assert own_phrasings.weakened(was, now) is told
