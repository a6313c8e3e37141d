"""What the tests of understanding share: the real encoder, loaded once."""

from __future__ import annotations

import pytest

from bot.settings import ROOT
from bot.understanding import encoder as encoders
from bot.understanding.encoder import Encoder
from bot.understanding.model import Understanding
from tests.small_training import LABELS, TEXTS


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return encoders.load(ROOT / "models" / "encoder")


@pytest.fixture(scope="session")
def trained(encoder: Encoder) -> Understanding:
    """A model trained on few phrases."""
    return Understanding.train(encoder, TEXTS, LABELS)
