"""What a start makes of a file: in step, edited, merely old, or changed on both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.editing.disk import Disk
from bot.editing.edited_files import FILES, Compared, Conflict, behind_edits, compare
from bot.store import Store
from bot.store.revisions import Change, Revisions

FILE = "data/one.yml"


@pytest.fixture
def disk(tmp_path: Path) -> Disk:
    (tmp_path / "data").mkdir()
    made = Disk(tmp_path / "data")
    made.write(FILE, "first")
    return made


@pytest.fixture
def revisions(store: Store, disk: Disk) -> Revisions:
    """What a first start on this disk leaves."""
    made = Revisions(store.engine)
    made.add([Change(FILE, "first", 0)], FILES, "", disk.place)
    return made


CASES: dict[str, tuple[str | None, str | None, Compared]] = {
    "nobody changed it": (None, None, Compared(same={FILE: "first"})),
    "edited on the disk": ("by hand", None, Compared(edited={FILE: "by hand"})),
    "saved by a console elsewhere": (None, "saved", Compared(outdated={FILE: "saved"})),
    "both": ("by hand", "saved", Compared(conflicts=[Conflict(FILE, "by hand", "saved", "ann")])),
    "both the same": ("saved", "saved", Compared(same={FILE: "saved"})),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_what_became_of_it(disk: Disk, revisions: Revisions, name: str) -> None:
    """Who changed a file decides what is done about it; where both did, neither text is lost from sight."""
    by_hand, saved, expected = CASES[name]
    if saved:
        revisions.add([Change(FILE, saved, 1)], "ann")
    if by_hand:
        disk.write(FILE, by_hand)

    assert compare(disk, revisions) == expected


def test_what_was_removed_is_an_edit(disk: Disk, revisions: Revisions) -> None:
    """A file that somebody took away is one that was edited."""
    disk.write(FILE, None)

    assert compare(disk, revisions) == Compared(edited={FILE: None})


@pytest.mark.parametrize(("on_disk", "kept"), [("first", []), ("by hand", ["by hand"])])
def test_a_save_goes_behind_what_was_edited(disk: Disk, revisions: Revisions, on_disk: str, kept: list[str]) -> None:
    """What somebody edited comes into the history before the save, and numbers follow; an untouched file adds nothing."""
    found = behind_edits([Change(FILE, "saved", 1)], {FILE: on_disk}, revisions.newest(), disk, revisions)

    assert [change.text for change in found] == [*kept, "saved"]
    assert [change.number for change in found] == list(range(1, len(found) + 1))
