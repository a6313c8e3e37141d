"""What Rasa is given to train on."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from rasa.shared.importers.importer import TrainingDataImporter

ROOT = Path(__file__).parents[3]
CONFIG = ROOT / "config.yml"
CONTENT = [str(ROOT / "data" / folder) for folder in ("smalltalk", "rules", "other_language", "follow_up")]
LANGUAGES = ("en", None)


@pytest.fixture(scope="module")
def importer() -> TrainingDataImporter:
    """As config.yml names it, on some of the clinic's content."""
    return TrainingDataImporter.load_from_config(str(CONFIG), str(ROOT / "domain.yml"), CONTENT)


def test_rasa_gets_what_its_own_importer_would_give(importer: TrainingDataImporter) -> None:
    """Phrases, responses, domain and rules are those that Rasa reads without it."""
    own = TrainingDataImporter.load_from_dict({}, str(CONFIG), str(ROOT / "domain.yml"), CONTENT)
    for language in LANGUAGES:
        ours, theirs = importer.get_nlu_data(language), own.get_nlu_data(language)
        assert len(ours.training_examples) > 100
        assert ours.fingerprint() == theirs.fingerprint()
    assert importer.get_domain().fingerprint() == own.get_domain().fingerprint()
    assert importer.get_stories().fingerprint() == own.get_stories().fingerprint()


def test_a_phrase_is_read_once_and_never_copied(importer: TrainingDataImporter) -> None:
    """However often Rasa asks and merges, its phrases are the same ones: of 52,000, each copy takes seconds."""
    first, second = (importer.get_nlu_data(language).intent_examples for language in LANGUAGES)
    assert all(one is other for one, other in zip(first, second, strict=True))
    assert deepcopy(first)[0] is first[0]


def test_a_changed_phrase_is_another(importer: TrainingDataImporter) -> None:
    """What a component changes counts: the fingerprint follows, and the same value again changes nothing."""
    phrase = importer.get_nlu_data().intent_examples[0]
    before, intent = phrase.fingerprint(), phrase.get("intent")
    phrase.set("intent", intent)
    assert phrase.fingerprint() == before
    phrase.set("intent", "other")
    assert phrase.fingerprint() != before
    phrase.set("intent", intent)
    assert phrase.fingerprint() == before
