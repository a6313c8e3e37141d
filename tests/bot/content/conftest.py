"""What the tests of content share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small_content import small_copy


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A sound copy of data/ with few topics: quick to read, and ours to break."""
    return small_copy(tmp_path)
