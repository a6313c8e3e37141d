"""What the tests of content share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_content import make_small


@pytest.fixture
def small(data_copy: Path) -> Path:
    """A sound copy of data/ with few topics: quick to read, and ours to break."""
    return make_small(data_copy)
