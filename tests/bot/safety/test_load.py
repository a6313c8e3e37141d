"""Broken red-flag files are refused by name, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import safety
from bot.content import ContentError

BREAKS = [
    ("clot.yml", "tier: today", "tier: soon", r"clot.yml, line 1: tier must be one of"),
    ("clot.yml", "source: ", "sauce: ", r"clot.yml.*`source:` is missing"),
    ("clot.yml", "  - <calf> .. <swells>", "  - <calf .. <swells>", r"clot.yml, line \d+: this pattern can't be read"),
    ("bleeding.yml", "becomes: waters_broken", "becomes: water", r"bleeding.yml, line \d+: there is no kind of danger water"),
    ("bleeding.yml", "becomes: waters_broken", "turns: waters_broken", r"bleeding.yml, line \d+: an entry under `while_open:`"),
    ("words/calm.yml", "\npersonal:", "\nimpersonal:", r"words/calm.yml.*`personal:` is missing"),
    ("words/body.yml", "hurts:", "pregnant:", r"the group pregnant already stands"),
    ("languages/zh.yml", "says:", "speaks:", r"languages/zh.yml.*`says:` is missing"),
    ("languages/zh.yml", "  bleeding:", "  blood:", r"languages/zh.yml, line \d+: there is no kind of danger blood"),
    ("languages/zh.yml", "- 大出血", "- (大出血", r"languages/zh.yml, line \d+: this pattern can't be read"),
    ("languages/zh.yml", "  emergency:", "  urgency:", r"languages/zh.yml.*`emergency:` is missing"),
]


@pytest.mark.parametrize(("name", "old", "new", "reason"), BREAKS)
def test_a_broken_file_is_refused(data_copy: Path, name: str, old: str, new: str, reason: str) -> None:
    """Staff learn which file, which line and why."""
    path = data_copy / "red_flags" / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))

    with pytest.raises(ContentError, match=reason):
        safety.load(data_copy / "red_flags")


@pytest.mark.parametrize("name", ["words/calm.yml", "words/spelling.yml"])
def test_a_missing_file_is_refused(data_copy: Path, name: str) -> None:
    """Without its rules the check does not start."""
    (data_copy / "red_flags" / name).unlink()

    with pytest.raises(ContentError, match="missing"):
        safety.load(data_copy / "red_flags")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    """No red flags at all is never taken for none to fear."""
    with pytest.raises(ContentError, match=r"no \.yml file"):
        safety.load(tmp_path)
