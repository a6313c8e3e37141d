"""What a file of data/red_flags must have, and its patterns."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.content import ContentError
from bot.safety.documents import needing, patterns
from bot.safety.grammar import Grammar


def test_a_file_gives_what_it_holds(tmp_path: Path) -> None:
    """Its keys are there, and each pattern is read as it is turned."""
    path = tmp_path / "clot.yml"
    path.write_text("tier: now\nsounds_like: [Leg, calf]\n")
    document = needing(path, "tier")

    assert [each.written for each in patterns("clot.yml", document, "sounds_like", Grammar({}), str.lower)] == ["leg", "calf"]
    assert patterns("clot.yml", document, "doubtful", Grammar({})) == ()


def test_a_fault_is_named_by_file_and_line(tmp_path: Path) -> None:
    """A key that is missing, a pattern that can't be read, a file that is not there."""
    path = tmp_path / "words" / "body.yml"
    path.parent.mkdir()
    path.write_text("sounds_like:\n  - leg\n  - (leg\n")

    with pytest.raises(ContentError, match=r"words/body.yml, line 1: `tier:` is missing"):
        needing(path, "tier")
    with pytest.raises(ContentError, match=r"body.yml, line 3: this pattern can't be read"):
        patterns("body.yml", needing(path), "sounds_like", Grammar({}))
    with pytest.raises(ContentError, match="the file is missing"):
        needing(tmp_path / "none.yml")
